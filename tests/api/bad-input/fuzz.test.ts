import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import type { Answer, Browser } from "../../support/browser.js";
import { aPdf, openDraft, ok, Person } from "../../process-apps/siwi/journey.js";
import { inPath, type JsonSchema, somethingLike, somethingLikeId } from "./arbitrary-input.js";

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: JsonSchema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}

const TIMES = 8;
const SEED = 20_260_302;
/** Would end the sessions or the accounts that the test works with. */
const LEFT_OUT = new Set(["delete /api/session", "put /api/session/role", "put /api/session/language"]);

describe("arbitrary input", () => {
  let world: AlurWorld;
  let routes: readonly { readonly method: string; readonly path: string; readonly operation: Operation }[];
  let people: readonly Browser[];
  const known: Record<string, readonly string[]> = {};

  beforeAll(async () => {
    world = await openAlur();
    const wi = await Person.signIn(world, "wi1");
    const caseId = await openDraft(wi);
    const row = await wi.addRowWithEvidence(caseId, {
      kode: "4",
      uraian: "Bahan ajar",
      tanggalMulai: "2021-02-01",
      volume: "1",
    });
    const key = await wi.task(caseId, "ComposeDupak");
    const [file] = row.files;
    const free = await wi.upload("bebas.pdf", aPdf("bebas"));
    Object.assign(known, {
      id: [caseId, file?.id ?? "", "dupak-online"],
      key: [key],
      sheet: ["rincian"],
      row: [row.id],
      fileId: [free.id],
      app: ["siwi"],
      type: ["dupak", "niwn", "sidang", "pengajuan-tpp", "instansi"],
      form: ["monev"],
      table: ["siwi.instansi"],
    });
    const names = ["admin", "pemilik-proses", "auditor", "admin-pusat", "sekretariat-tpi"];
    people = [wi.browser, ...(await Promise.all(names.map((name) => world.signedIn(name))))];
    const { paths } = ok(await world.browser().get("/api/openapi.json"));
    routes = Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
    );
  }, 120_000);
  afterAll(() => world.close());

  const requestOf = ({ path, operation }: (typeof routes)[number]): fc.Arbitrary<{ url: string; body: unknown }> => {
    const named = (place: string): Operation["parameters"] =>
      operation.parameters.filter((parameter) => parameter.in === place);
    const ids = fc.record(
      Object.fromEntries(named("path").map(({ name }) => [name, somethingLikeId(known[name] ?? [])])),
    );
    const query = fc.record(
      Object.fromEntries(named("query").map(({ name, schema }) => [name, somethingLike(schema)])),
      { requiredKeys: [] },
    );
    const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
    return fc.record({ ids, query, body: somethingLike(schema) }).map(({ ids: chosen, query: asked, body }) => {
      const address = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => inPath(chosen[name] ?? ""));
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(asked)) {
        search.append(name, typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
      }
      return { url: `${address}?${search.toString()}`, body };
    });
  };

  /** What an answer to anything whatever must look like. */
  const isFair = ({ status, headers, body }: Answer): boolean =>
    status < 400 ||
    (status < 500 &&
      (headers.get("content-type") ?? "").startsWith("application/problem+json") &&
      /\S/u.test(body.title) &&
      /\S/u.test(body.detail) &&
      !/[Ee]xpected /u.test(body.detail));

  it("should get a clear answer from every route, never a failure of the server", async () => {
    // given
    const unfair: string[] = [];
    // when
    for (const route of routes) {
      if (LEFT_OUT.has(`${route.method} ${route.path}`)) continue;
      for (const { url, body } of fc.sample(requestOf(route), { numRuns: TIMES, seed: SEED })) {
        for (const browser of people) {
          const sent = route.method === "get" ? undefined : body;
          const answer = await browser.send(route.method.toUpperCase(), url, sent);
          if (!isFair(answer))
            unfair.push(
              `${route.method} ${url} ${JSON.stringify(sent)}: ${answer.status} ${JSON.stringify(answer.body)}`,
            );
        }
      }
    }
    // then
    expect(unfair).toEqual([]);
    expect(routes.length).toBeGreaterThan(50);
    for (const browser of people) expect((await browser.get("/api/profile")).status).toBe(200);
  }, 300_000);
});
