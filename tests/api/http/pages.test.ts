import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createHttpApp, type EngineApi } from "../../../src/http/index.js";
import { MemoryStore } from "express-session";
import { randomIds, silentLogger, systemClock } from "../../../src/platform/index.js";
import { type Database, openDatabase } from "../../../src/platform/db/index.js";
import { serve, type TestServer } from "../../support/browser.js";

const callers = {
  actorOf: () => Promise.resolve(undefined),
  abilityOf: () => callers.guestAbility,
  guestAbility: {
    can: () => false,
    cannot: () => true,
    reason: () => undefined,
    toSql: () => ({ sql: "1 = 0", parameters: {} }),
  },
};

describe("pages and the engine's API", () => {
  let folder: string;
  let db: Database;
  let server: TestServer;
  const open = async (engineApi: EngineApi | null, isReady = true): Promise<void> => {
    db = await openDatabase({ url: "sqlite::memory:", entities: [], migrations: [] });
    server = await serve(
      createHttpApp({
        db,
        clock: systemClock,
        ids: randomIds(systemClock),
        logger: silentLogger,
        callers,
        sessions: { store: new MemoryStore(), secret: "s".repeat(32), hours: 1, secure: true },
        routes: [],
        webFolder: folder,
        publicPages: ["kalkulator", "belum-dibangun"],
        engineApi,
        readiness: [
          { name: "engine", check: () => (isReady ? Promise.resolve() : Promise.reject(new Error("it sleeps"))) },
        ],
      }),
    );
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "alur-web-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<title>tasks</title>");
    writeFileSync(join(folder, "studio.html"), "<title>studio</title>");
    writeFileSync(join(folder, "kalkulator.html"), "<title>kalkulator</title>");
    writeFileSync(join(folder, "favicon.ico"), "icon");
    writeFileSync(join(folder, "assets", "app-1a2b.js"), "export {}");
  });
  afterEach(async () => {
    await server.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ["/", "tasks"],
    ["/tasks/12", "tasks"],
    ["/kalkulator", "kalkulator"],
    ["/kalkulator/lain", "tasks"],
    ["/belum-dibangun", "tasks"],
    ["/verifikasi/01h8xyz", "tasks"],
    ["/studio", "studio"],
    ["/studio/definitions/7", "studio"],
  ])("should serve %s", async (path, title) => {
    await open(null);
    const { status, headers, body } = await server.browser().get(path);
    expect({ status, body }).toEqual({ status: 200, body: `<title>${title}</title>` });
    expect(headers.get("cache-control")).toBe("no-cache");
  });

  it("should let browsers keep what carries its hash in its name, and nothing else", async () => {
    await open(null);
    const asset = await fetch(`${server.url}/assets/app-1a2b.js`);
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await fetch(`${server.url}/favicon.ico`)).headers.get("cache-control")).toBe("public, max-age=0");
    expect((await fetch(`${server.url}/assets/gone.js`)).status).toBe(404);
    expect((await fetch(`${server.url}/picture.png`)).status).toBe(404);
    expect(await (await fetch(`${server.url}/..%2f..%2fetc%2fpasswd`)).text()).toBe("<title>tasks</title>");
  });

  it("should not offer the engine unless it is switched on", async () => {
    await open(null);
    expect((await fetch(`${server.url}/v2/topology`)).status).toBe(404);
  });

  it("should hand the engine what comes with the right credentials", async () => {
    // given
    await open({
      user: "worker",
      password: "a-long-secret",
      async answer(message, response, url) {
        response.writeHead(201, { "content-type": "application/json" });
        response.end(JSON.stringify({ path: url, body: await text(message) }));
      },
    });
    const ask = (credentials: string) =>
      fetch(`${server.url}/v2/jobs/activation`, {
        method: "POST",
        body: "{}",
        headers: { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` },
      });
    // then
    expect((await ask("worker:wrong")).status).toBe(401);
    expect((await fetch(`${server.url}/v2/topology`)).status).toBe(401);
    const answer = await ask("worker:a-long-secret");
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ path: "/v2/jobs/activation", body: "{}" });
  });

  it("should name what is not ready", async () => {
    await open(null, false);
    expect(await server.browser().get("/readyz")).toMatchObject({
      status: 503,
      body: { status: "not ready", checks: [{ name: "engine", ready: false, reason: "it sleeps" }] },
    });
  });
});
