import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Problem } from "../../../src/http/contract/shared-shapes.js";
import type { Browser } from "../../support/browser.js";
import { type IdentityWorld, openIdentityWorld, PASSWORD } from "../../support/identity-world.js";

describe("requests to /api", () => {
  let world: IdentityWorld;
  let budi: Browser;
  beforeEach(async () => {
    world = await openIdentityWorld();
    await world.person({ username: "budi" });
    budi = world.server.browser();
    await budi.signIn("budi", PASSWORD);
  });
  afterEach(() => world.close());

  it("should be answered when they fit the schemas", async () => {
    expect(await budi.post("/api/try/big?times=2", { name: "abc", age: 7 })).toMatchObject({
      status: 200,
      body: { size: "big", times: 2, name: "abc", age: 7 },
    });
  });

  it("should name every wrong field of query and body in the user's language", async () => {
    // when
    const answer = await budi.post("/api/try/big?times=0", { name: "x", age: "seven", colour: "red" });
    // then
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const problem = Problem.parse(answer.body);
    expect(problem).toMatchObject({ code: "BAD_INPUT", title: "Isian tidak sah", type: "urn:alur:problem:bad-input" });
    expect(problem.errors.map(({ path }) => path).sort()).toEqual(["age", "colour", "name", "times"]);
    expect(problem.errors.find(({ path }) => path === "name")?.message).toBe("Paling sedikit 3 karakter");
    expect(problem.requestId).toBe(answer.headers.get("x-request-id"));
  });

  it("should know nothing at an address that no thing can have", async () => {
    const answer = await budi.post("/api/try/medium?times=0", { name: "x" });
    expect(answer).toMatchObject({ status: 404, body: { code: "NOT_FOUND", title: "Tidak ditemukan", errors: [] } });
  });

  it("should speak English to those who ask for it", async () => {
    const answer = await world.server.browser("en-GB,en;q=0.9").signIn("", "x");
    expect(answer.body).toMatchObject({ title: "Invalid input", code: "BAD_INPUT" });
    expect(answer.body.detail).toMatch(/username: Required/u);
  });

  it("should be refused when the JSON is malformed", async () => {
    expect(await budi.post("/api/try/big", '{"name": ')).toMatchObject({
      status: 400,
      body: { code: "MALFORMED_JSON", title: "Isi permintaan bukan JSON yang benar" },
    });
  });

  it("should be refused when ten megabytes of JSON arrive", async () => {
    const answer = await budi.post("/api/try/big", JSON.stringify({ name: "x".repeat(10_000_000) }));
    expect(answer).toMatchObject({ status: 413, body: { code: "TOO_LARGE" } });
  });

  it("should be refused without a session, before the body is looked at", async () => {
    const stranger = world.server.browser();
    expect(await stranger.post("/api/try/big", "{{{")).toMatchObject({
      status: 401,
      body: { code: "UNAUTHENTICATED", title: "Silakan masuk terlebih dahulu" },
    });
  });

  it("should be refused without the token of this session", async () => {
    // given
    budi.csrfToken = "x".repeat(43);
    expect(await budi.post("/api/try/big", { name: "abc" })).toMatchObject({ status: 403, body: { code: "CSRF" } });
    // when
    await budi.session();
    // then
    expect((await budi.post("/api/try/big", { name: "abc" })).status).toBe(200);
    // when
    const other = world.server.browser();
    await other.signIn("budi", PASSWORD);
    budi.csrfToken = other.csrfToken;
    // then
    expect((await budi.post("/api/try/big", { name: "abc" })).status).toBe(403);
  });

  it("should be refused in a role without the permission", async () => {
    const answer = await budi.get("/api/try/only-checkers");
    expect(answer).toMatchObject({
      status: 403,
      body: { code: "FORBIDDEN", detail: expect.stringContaining("peran") },
    });
  });

  it("should hide the inside of a bug and give its number instead", async () => {
    const answer = await budi.get("/api/try/bug");
    expect(answer).toMatchObject({ status: 500, body: { code: "INTERNAL" } });
    expect(JSON.stringify(answer.body)).not.toContain("secret detail");
    expect(answer.body.detail).toContain(answer.body.requestId);
  });

  it("should get a problem for an address that does not exist", async () => {
    expect(await budi.get("/api/no/such/thing")).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
    expect((await budi.get("/api/%E0%A4%A")).status).toBe(404);
  });

  it("should get strict headers", async () => {
    const { headers } = await budi.get("/api/session");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("should keep cookies away from scripts and other sites", async () => {
    const response = await fetch(`${world.server.url}/api/session`);
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^alur\.csrf=[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax$/u);
  });

  it("should slow down whoever tries many names from one address", async () => {
    const statuses = new Set<number>();
    const stranger = world.server.browser();
    for (let i = 0; i < 101; i++) statuses.add((await stranger.post("/api/session", { username: "x" })).status);
    expect(statuses).toEqual(new Set([400, 429]));
  });
});

describe("what operators ask", () => {
  let world: IdentityWorld;
  beforeEach(async () => {
    world = await openIdentityWorld();
  });
  afterEach(() => world.close());

  it("should tell whether it lives and whether it can work", async () => {
    const browser = world.server.browser();
    expect(await browser.get("/healthz")).toMatchObject({ status: 200, body: { status: "ok" } });
    expect(await browser.get("/readyz")).toMatchObject({
      status: 200,
      body: { status: "ready", checks: [{ name: "database", ready: true }] },
    });
  });

  it("should measure requests by route and not by path", async () => {
    const browser = world.server.browser();
    await browser.get("/api/session");
    const { body } = await browser.get("/metrics");
    expect(body).toContain(
      'alur_http_request_duration_seconds_count{method="GET",route="/api/session",status="200"} 1',
    );
  });

  it("should describe every route in OpenAPI 3.1", async () => {
    const { body } = await world.server.browser().get("/api/openapi.json");
    expect(body.openapi).toBe("3.1.0");
    expect(body.paths["/api/try/{size}"].post).toMatchObject({
      tags: ["try"],
      parameters: [
        { name: "size", in: "path", required: true, schema: { enum: ["small", "big"] } },
        { name: "times", in: "query", required: false },
      ],
      requestBody: { content: { "application/json": { schema: { required: ["name"] } } } },
    });
    expect(body.paths["/api/session"].post.security).toEqual([]);
    expect(body.paths["/api/users"].get["x-permission"]).toBe("manage User");
  });
});
