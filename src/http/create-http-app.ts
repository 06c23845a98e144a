import compression from "compression";
import express, { type Express, type Request, Router } from "express";
import type { Clock, IdGenerator, Logger } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import { answerErrors, notFound } from "./answer-errors.js";
import type { Callers } from "./caller.js";
import { CsrfGuard } from "./csrf.js";
import type { AnyRoute } from "./define-route.js";
import { type EngineApi, engineGate } from "./engine-gate.js";
import { type ReadinessCheck, serveHealth } from "./health.js";
import { HttpMetrics } from "./metrics.js";
import { mountRoute } from "./mount-route.js";
import { openApiOf } from "./openapi.js";
import { requestContext } from "./request-context.js";
import { requestLimit } from "./request-limit.js";
import { securityHeaders } from "./security-headers.js";
import { type SessionOptions, sessionMiddleware } from "./sessions.js";
import { signInLimit } from "./sign-in-limit.js";
import { serveWeb } from "./static-web.js";

/** Everything the HTTP side is made of. */
export interface HttpDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  readonly callers: Callers;
  readonly sessions: SessionOptions;
  readonly routes: readonly AnyRoute[];
  /** Folder with index.html and studio.html; null serves no pages. */
  readonly webFolder: string | null;
  /** Names of pages that plugins offer: `<name>.html` of the folder, served at `/<name>`; default none. */
  readonly publicPages?: readonly string[];
  /** Every page says that this is a training environment; default false. */
  readonly training?: boolean;
  /** Orchestration Cluster REST v2 for outside workers; null = off. */
  readonly engineApi: EngineApi | null;
  readonly readiness: readonly ReadinessCheck[];
  /** Hops of reverse proxies whose X-Forwarded-For is believed; default 0. */
  readonly trustedProxies?: number;
  /** Sign-in attempts per address and quarter of an hour; default 100. */
  readonly signInAttempts?: number;
}

const refuseDoubles = (routes: readonly AnyRoute[]): void => {
  const seen = new Set<string>();
  for (const { definition } of routes) {
    const name = `${definition.method} ${definition.path.replaceAll(/:\w+/gu, ":")}`;
    if (seen.has(name)) throw new Error(`Expected one route for '${name}', but there are two`);
    seen.add(name);
  }
};

/** `/tasks/count` goes before `/tasks/:key`, whoever of them was registered first. */
const fixedPathsFirst = (routes: readonly AnyRoute[]): AnyRoute[] => {
  const rank = ({ definition }: AnyRoute): string => definition.path.replaceAll(/:\w+/gu, "~");
  return routes.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
};

const apiRouter = (deps: HttpDeps): Router => {
  const router = Router();
  const csrf = new CsrfGuard(deps.sessions);
  const document = openApiOf(deps.routes);
  router.get("/openapi.json", (_request, response) => {
    response.json(document);
  });
  router.use(["/session", "/activation"], signInLimit(deps.signInAttempts ?? 100));
  router.use(sessionMiddleware(deps.sessions));
  for (const route of fixedPathsFirst(deps.routes)) {
    const { method, path, perMinute } = route.definition;
    if (perMinute !== undefined) router[method](path, requestLimit(perMinute));
    router[method](path, mountRoute(route, { ...deps, csrf }));
  }
  return router;
};

const isEventStream = (request: Request): boolean => request.get("accept")?.includes("text/event-stream") ?? false;

/** The Express application: nothing listens yet. @throws {Error} when two routes claim the same method and path. */
export const createHttpApp = (deps: HttpDeps): Express => {
  refuseDoubles(deps.routes);
  const metrics = new HttpMetrics();
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", deps.trustedProxies ?? 0);
  app.use(requestContext(deps.ids, deps.logger), metrics.observe, securityHeaders(deps.sessions));
  serveHealth(app, deps.readiness);
  app.get("/metrics", metrics.expose);
  if (deps.engineApi !== null) app.use("/v2", engineGate(deps.engineApi));
  // Events must not wait in the compressor's buffer.
  app.use(
    compression({
      filter: (request, response) => !isEventStream(request) && compression.filter(request, response),
    }),
  );
  app.use("/api", apiRouter(deps));
  app.use("/api", notFound);
  if (deps.webFolder !== null) serveWeb(app, deps.webFolder, deps);
  app.use(notFound, answerErrors(deps.logger));
  return app;
};
