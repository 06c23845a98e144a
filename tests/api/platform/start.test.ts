import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAlur } from "../../../src/main.js";
import { readConfig, silentLogger } from "../../../src/platform/index.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { Browser } from "../../support/browser.js";
import { databaseKinds, freshMariadb } from "../../support/database.js";

describe("a whole platform", () => {
  let folder: string;
  const worlds: AlurWorld[] = [];
  const open = async (options: Parameters<typeof openAlur>[0] = {}): Promise<AlurWorld> => {
    const world = await openAlur({ dataDir: folder, ...options });
    worlds.push(world);
    return world;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "alur-start-"));
  });
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("should show demo accounts at the first start only, and keep their passwords nowhere", async () => {
    // when
    const first = await open();
    // then
    for (const username of ["admin", "auditor", "pemilik-proses"]) {
      expect(first.passwords.get(username)).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/u);
    }
    const bytes = readdirSync(folder)
      .filter((name) => !name.includes("lock") && existsSync(join(folder, name)))
      .filter((name) => name.startsWith("alur.db") || name.endsWith(".json"))
      .map((name) => readFileSync(join(folder, name), "latin1"))
      .join("");
    for (const password of first.passwords.values()) expect(bytes).not.toContain(password);
    const browser = await first.signedIn("admin");
    await first.close();
    // when
    const second = await open();
    // then
    expect(second.passwords.size).toBe(0);
    const again = new Browser(second.url, "id");
    expect((await again.signIn("admin", first.passwords.get("admin") ?? "")).status).toBe(200);
    expect(browser.cookie("alur.sid")).toBeDefined();
  });

  it("should keep people signed in over a restart", async () => {
    // given
    const first = await open();
    const before = await first.signedIn("auditor");
    await first.close();
    // when
    const second = await open();
    // then
    const response = await fetch(`${second.url}/api/profile`, {
      headers: { cookie: `alur.sid=${before.cookie("alur.sid") ?? ""}` },
    });
    expect(response.status).toBe(200);
  });

  it("should make one administrator and nothing else without demo data", async () => {
    const world = await open({ demo: false });
    expect([...world.passwords.keys()]).toEqual(["admin"]);
    const admin = await world.signedIn("admin");
    expect((await admin.get("/api/users")).body.total).toBe(1);
    expect(existsSync(join(folder, "demo-loaded.json"))).toBe(false);
  });

  it("should offer each role what the menu promises", async () => {
    const world = await open();
    const menus: Record<string, readonly string[]> = {
      admin: ["tasks", "cases", "start", "admin-users", "admin-reference", "studio", "operations"],
      auditor: ["tasks", "cases", "start", "admin-reference", "studio", "history", "print-runs"],
      "pemilik-proses": ["tasks", "cases", "start", "admin-reference", "studio", "operations"],
    };
    for (const [username, menu] of Object.entries(menus)) {
      const browser = await world.signedIn(username);
      expect((await browser.session()).user?.menu).toEqual(menu);
    }
    const admin = await world.signedIn("admin");
    for (const path of ["/api/tasks", "/api/cases", "/api/starts", "/api/users", "/api/reference"]) {
      expect({ path, status: (await admin.get(path)).status }).toEqual({ path, status: 200 });
    }
    const auditor = await world.signedIn("auditor");
    for (const path of ["/api/history", "/api/history/verification", "/api/studio/definitions", "/api/notifications"]) {
      expect({ path, status: (await auditor.get(path)).status }).toEqual({ path, status: 200 });
    }
    expect((await admin.get("/api/history")).status).toBe(403);
  });

  it("should describe all of its routes, each with its own parameters", async () => {
    // when
    const world = await open();
    const { body } = await world.browser().get("/api/openapi.json");
    // then
    const paths = Object.entries(
      body.paths as Record<string, Record<string, { parameters: { name: string; in: string }[] }>>,
    );
    expect(paths.length).toBeGreaterThan(40);
    for (const [path, methods] of paths) {
      const named = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        expect(parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(named);
      }
    }
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"([^"]+)"/gu)].map(([, to]) => to);
    expect(new Set(references)).toEqual(new Set(["#/components/schemas/Problem"]));
  });

  it("should ask every route but the public ones for a session", async () => {
    // given
    const world = await open();
    const { body } = await world.browser().get("/api/openapi.json");
    const stranger = world.browser();
    await stranger.session();
    // when
    const open401: string[] = [];
    for (const [path, methods] of Object.entries(
      body.paths as Record<string, Record<string, { security?: unknown[] }>>,
    )) {
      for (const [method, { security }] of Object.entries(methods)) {
        if (security?.length === 0) continue;
        const { status } = await stranger.send(method.toUpperCase(), path.replaceAll(/\{\w+\}/gu, "x"));
        if (status !== 401) open401.push(`${method} ${path}: ${status}`);
      }
    }
    // then
    expect(open401).toEqual([]);
  });

  it("should be ready with database, engine and browser", async () => {
    const world = await open();
    expect(await world.browser().get("/readyz")).toMatchObject({ status: 200, body: { status: "ready" } });
  });

  it("should refuse to start a second time on one data folder", async () => {
    await open();
    const second = createAlur(readConfig({ ALUR_DATA_DIR: folder, ALUR_PORT: "0" }), { logger: silentLogger });
    await expect(second).rejects.toThrow(/only engine .*, but another process has it open/u);
  });

  it("should name the browser that is missing", async () => {
    const config = readConfig({ ALUR_DATA_DIR: folder, ALUR_PORT: "0", CHROME_PATH: "/nowhere/chrome" });
    await expect(createAlur(config, { logger: silentLogger, memory: true })).rejects.toMatchObject({
      code: "BROWSER_MISSING",
      message: expect.stringContaining("/nowhere/chrome"),
    });
  });

  it("should name the cluster that does not answer", async () => {
    const environment = { ALUR_CAMUNDA_URL: "http://127.0.0.1:1", ALUR_DATA_DIR: folder, ALUR_PORT: "0" };
    await expect(createAlur(readConfig(environment), { logger: silentLogger, memory: true })).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringContaining("http://127.0.0.1:1 to answer"),
    });
  });

  const onMariadb = async (): Promise<void> => {
    // given
    const schema = await freshMariadb();
    const environment = { ALUR_DATABASE_URL: schema.url };
    const first = await open({ environment, memory: false });
    const admin = await first.signedIn("admin");
    expect((await admin.get("/api/users")).body.total).toBe(first.passwords.size);
    await first.close();
    // when
    const second = await open({ environment, memory: false });
    // then
    expect(second.passwords.size).toBe(0);
    const again = new Browser(second.url, "id");
    expect((await again.signIn("admin", first.passwords.get("admin") ?? "")).status).toBe(200);
    expect(existsSync(join(folder, "alur.db"))).toBe(false);
    await second.close();
    await schema.drop();
  };
  if (databaseKinds.includes("mariadb")) it("should keep everything in MariaDB when it is told to", onMariadb);
});
