import type { Express } from "express";

/** One thing that must work for the platform to serve: `/readyz` names those that do not. */
export interface ReadinessCheck {
  readonly name: string;
  /** @throws with the reason when it is not ready. */
  check(): Promise<void>;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** `/healthz`: the process answers. `/readyz`: what it needs answers too. */
export const serveHealth = (app: Express, checks: readonly ReadinessCheck[]): void => {
  app.get("/healthz", (_request, response) => {
    response.set("cache-control", "no-store").json({ status: "ok" });
  });
  app.get("/readyz", async (_request, response) => {
    const results = await Promise.all(
      checks.map(async (needed) => {
        const { name } = needed;
        try {
          await needed.check();
          return { name, ready: true };
        } catch (error) {
          return { name, ready: false, reason: reasonOf(error) };
        }
      }),
    );
    const isReady = results.every(({ ready }) => ready);
    response
      .status(isReady ? 200 : 503)
      .set("cache-control", "no-store")
      .json({ status: isReady ? "ready" : "not ready", checks: results });
  });
};
