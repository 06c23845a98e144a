import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import type { Browser } from "../../support/browser.js";
import { openDraft, ok, Person } from "../../process-apps/siwi/journey.js";
import { inPath, NASTY_TEXTS } from "./arbitrary-input.js";

/** Bodies that pass the first check, so that the answer is about the id. */
const BODIES: Readonly<Record<string, unknown>> = {
  "post /api/cases/{id}/sheets/{sheet}/rows/batch": { rows: [{ kode: "4" }] },
  "patch /api/users/{id}": { displayName: "Nama Lain" },
  "post /api/users/{id}/roles": { role: "auditor", scopeType: null, scopeId: null },
  "put /api/tasks/{key}/assignee": { username: "wi1" },
  "put /api/tasks/{key}/draft": { data: {}, revision: 0 },
  "post /api/tasks/{key}/completion": { data: {} },
  "post /api/tasks/{key}/comments": { text: "catatan" },
  "post /api/starts/{app}/{type}": { data: {} },
  "put /api/starts/{app}/{type}/draft": { data: {}, revision: 0 },
  "post /api/cases/{id}/sheets/{sheet}/rows": { values: {} },
  "put /api/cases/{id}/sheets/{sheet}/rows/{row}": { values: {}, revision: 1 },
  "post /api/cases/{id}/sheets/{sheet}/files": { fileId: "x", rows: ["x"] },
  "post /api/cases/{id}/sheets/{sheet}/rows/{row}/files": { fileId: "x" },
  "put /api/siwi/periode/{periodeId}": {
    nama: "Semester I 2026",
    masaMulai: "2026-01-01",
    masaSelesai: "2026-06-30",
    buka: "2026-01-01",
    tutup: "2026-05-31",
  },
};
const QUERIES: Readonly<Record<string, string>> = {
  "delete /api/cases/{id}/sheets/{sheet}/rows/{row}": "?revision=1",
  "get /api/cases/{id}/sheets/{sheet}/search": "?column=kode&text=a",
};
/** Answers about anything: whether a document is genuine, and a search that finds nothing. */
const FOR_ANYTHING = new Set(["get /api/verification/{id}", "get /api/scopes/{type}"]);

const IDS = ["tidak-ada", "999999999999999", ...NASTY_TEXTS.filter((text) => text !== "")];

describe("addresses of what does not exist", () => {
  let world: AlurWorld;
  let people: readonly Browser[];
  let caseId: string;
  let routes: readonly (readonly [method: string, path: string])[];
  beforeAll(async () => {
    world = await openAlur();
    const wi = await Person.signIn(world, "wi1");
    caseId = await openDraft(wi);
    const names = ["admin", "pemilik-proses", "admin-pusat"];
    people = [wi.browser, ...(await Promise.all(names.map((name) => world.signedIn(name))))];
    const { paths } = ok(await world.browser().get("/api/openapi.json"));
    routes = Object.entries(paths as Record<string, Record<string, unknown>>)
      .filter(([path]) => path.includes("{"))
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => [method, path] as const));
  }, 120_000);
  afterAll(() => world.close());

  const ask = async (browser: Browser, method: string, path: string, address: string) => {
    const route = `${method} ${path}`;
    const answer = await browser.send(method.toUpperCase(), `${address}${QUERIES[route] ?? ""}`, BODIES[route]);
    return { route, address, status: answer.status, body: answer.body };
  };

  it("should answer 404 in the reader's language, whatever the id looks like", async () => {
    // given
    const wrong = new Set<string>();
    const found = new Set<string>();
    // when
    for (const [method, path] of routes) {
      for (const id of IDS) {
        const address = path.replaceAll(/\{\w+\}/gu, inPath(id));
        for (const browser of people) {
          const { route, status, body } = await ask(browser, method, path, address);
          if (FOR_ANYTHING.has(route) ? status < 500 : status === 404 || status === 403) {
            if (status === 404) found.add(route);
            continue;
          }
          wrong.add(`${route}: ${status} ${JSON.stringify(body.detail)}`);
        }
      }
    }
    // then
    expect([...wrong]).toEqual([]);
    const never = routes.map(([method, path]) => `${method} ${path}`).filter((route) => !found.has(route));
    expect(never.filter((route) => !FOR_ANYTHING.has(route))).toEqual([]);
  }, 240_000);

  it.each(["rows/tidak-ada", "rows/tidak-ada/files/tidak-ada", "rows/tidak-ada?revision=1"])(
    "should know no %s in a case file that exists",
    async (rest) => {
      const [owner] = people;
      const method = rest.includes("files") || rest.includes("?") ? "DELETE" : "PUT";
      const address = `/api/cases/${caseId}/sheets/rincian/${rest}`;
      const answer = await owner?.send(method, address, method === "PUT" ? { revision: 1, values: {} } : undefined);
      expect(answer).toMatchObject({ status: 404, body: { code: "NOT_FOUND", title: "Tidak ditemukan" } });
    },
  );

  it("should say it in English to who reads English", async () => {
    const [owner] = people;
    await owner?.put("/api/session/language", { language: "en" });
    const answer = await owner?.get(`/api/cases/${"x".repeat(500)}`);
    expect(answer).toMatchObject({ status: 404, body: { title: "Not found" } });
    expect(answer?.body.detail).toMatch(/does not exist/u);
  });
});
