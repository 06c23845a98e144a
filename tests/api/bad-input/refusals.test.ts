import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import type { Answer } from "../../support/browser.js";
import { aZip, PDF, WINDOWS_PROGRAM } from "../../unit/files/archives.js";
import { anEncryptedPdf } from "../../unit/files/encrypted-pdf.js";
import { FORWARD, openDraft, ok, Person, SCORED, sendingData } from "../../process-apps/siwi/journey.js";

type Language = "id" | "en";

/** Function words that a sentence in the language has. */
const WORDS: Readonly<Record<Language, RegExp>> = {
  id: /\b(tanpa|tidak|dan|yang|bukan|lagi|berisi|belum|sudah|harus|masuk|periksa|melebihi|tersimpan|isi|wajib|kosong|muat)\b/iu,
  en: /\b(was|from|by|the|not|is|no|in|of|please|already|must|larger|again|required)\b/iu,
};

describe.each<Language>(["id", "en"])("bad input of a person who reads %s", (language) => {
  let world: AlurWorld;
  let wi: Person;
  let caseId: string;
  let key: string;
  beforeAll(async () => {
    world = await openAlur();
    wi = await Person.signIn(world, "wi1");
    ok(await wi.browser.put("/api/session/language", { language }));
    caseId = await openDraft(wi);
    key = await wi.task(caseId, "ComposeDupak");
  }, 120_000);
  afterAll(() => world.close());

  const expectRefusal = (answer: Answer, status: number, code: string): void => {
    expect({ status: answer.status, code: answer.body.code, detail: answer.body.detail }).toEqual({
      status,
      code,
      detail: expect.stringMatching(WORDS[language]),
    });
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.body.detail).not.toMatch(/Expected|undefined|\[object/u);
  };
  const upload = (name: string, bytes: Buffer): Promise<Answer> => {
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(bytes)]), name);
    return wi.browser.post("/api/files", form);
  };
  const withHeaders = async (headers: Readonly<Record<string, string>>, body: string): Promise<Answer> => {
    const cookie = ["alur.sid", "alur.csrf"].map((name) => `${name}=${wi.browser.cookie(name) ?? ""}`).join("; ");
    const response = await fetch(`${world.url}/api/tasks/${key}/comments`, {
      method: "POST",
      headers: { cookie, "accept-language": language, ...headers },
      body,
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };

  it.each([
    ["a PDF behind a password", "skp.pdf", anEncryptedPdf("rahasia"), 422, "FILE_ENCRYPTED"],
    [
      "an encrypted archive",
      "a.zip",
      aZip([{ name: "a.pdf", content: PDF, isEncrypted: true }]),
      422,
      "ARCHIVE_ENCRYPTED",
    ],
    ["an archive with a program", "a.zip", aZip([{ name: "a.exe", content: PDF }]), 422, "ARCHIVE_EXECUTABLE"],
    ["a program named .pdf", "a.pdf", WINDOWS_PROGRAM, 415, "UNSUPPORTED_TYPE"],
    ["a text named .pdf", "a.pdf", Buffer.from("hanya teks"), 415, "UNSUPPORTED_TYPE"],
    ["an empty file", "a.pdf", Buffer.alloc(0), 400, "FILE_EMPTY"],
  ])("should refuse %s as evidence", async (_, name, bytes, status, code) => {
    expectRefusal(await upload(name, bytes), status, code);
  });

  it("should refuse what is no request of the pages, in words", async () => {
    const { csrfToken } = wi.browser;
    const token = { "x-csrf-token": csrfToken ?? "" };
    const json = { "content-type": "application/json" };
    expectRefusal(await withHeaders({ ...token, ...json }, '{"text": '), 400, "MALFORMED_JSON");
    expectRefusal(
      await withHeaders({ ...token, ...json }, JSON.stringify({ text: "x".repeat(10_000_000) })),
      413,
      "TOO_LARGE",
    );
    expectRefusal(await withHeaders({ ...token, "content-type": "text/plain" }, "teks"), 415, "UNSUPPORTED_TYPE");
    expectRefusal(
      await withHeaders({ ...token, "content-type": "application/x-www-form-urlencoded" }, "text=a"),
      415,
      "UNSUPPORTED_TYPE",
    );
    expectRefusal(await withHeaders(json, JSON.stringify({ text: "a" })), 403, "CSRF");
    expectRefusal(await withHeaders({ ...json, "x-csrf-token": "palsu" }, JSON.stringify({ text: "a" })), 403, "CSRF");
  });

  it("should name missing and wrong fields, and keep the draft", async () => {
    // given
    const data = { akLamaP: 150, catatan: "sudah diketik" };
    ok(await wi.browser.put(`/api/tasks/${key}/draft`, { data, revision: 0 }));
    // when
    const answer = await wi.complete(key, { ...data, akLamaT: "banyak", tidakDikenal: 1 });
    // then
    expectRefusal(answer, 400, "BAD_INPUT");
    const paths = answer.body.errors.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(["data.akLamaT", "data.skJabatan", "data.pernyataan"]));
    expect(ok(await wi.browser.get(`/api/tasks/${key}`)).data).toMatchObject({ akLamaP: 150 });
  });

  it("should keep the draft when the session ends in the middle of a long form, and say how to go on", async () => {
    // given
    const { revision } = ok(await wi.browser.put(`/api/tasks/${key}/draft`, { data: { akLamaP: 151 }, revision: 1 }));
    await world.advance(9 * 3_600_000);
    // when
    const late = await wi.browser.put(`/api/tasks/${key}/draft`, { data: { akLamaP: 152 }, revision });
    // then
    expect({ status: late.status, code: late.body.code }).toEqual({ status: 401, code: "UNAUTHENTICATED" });
    expect(late.body.detail).toMatch(/\S/u);
    // when signed in again, with what the page still has
    wi = await Person.signIn(world, "wi1");
    ok(await wi.browser.put(`/api/tasks/${key}/draft`, { data: { akLamaP: 152 }, revision }));
    expect(ok(await wi.browser.get(`/api/tasks/${key}`)).data).toMatchObject({ akLamaP: 152 });
    // and from a device that is behind
    expectRefusal(await wi.browser.put(`/api/tasks/${key}/draft`, { data: { akLamaP: 1 }, revision }), 409, "CONFLICT");
    expect(ok(await wi.browser.get(`/api/tasks/${key}`)).data).toMatchObject({ akLamaP: 152 });
  });

  it("should refuse sending without rows, without evidence, and the second of two at once", async () => {
    // given
    const data = await sendingData(wi);
    expectRefusal(await wi.complete(key, data), 409, "INVALID_STATE");
    const row = { kode: "4", uraian: "Bahan ajar", tanggalMulai: "2021-02-01", volume: "1" };
    const { id } = ok(await wi.addRow(caseId, row));
    expectRefusal(await wi.complete(key, data), 409, "INVALID_STATE");
    const { id: fileId } = await wi.upload("bukti.pdf", PDF);
    ok(await wi.browser.post(`/api/cases/${caseId}/sheets/rincian/rows/${id}/files`, { fileId }));
    // when
    const answers = await Promise.all([wi.complete(key, data), wi.complete(key, data), wi.complete(key, data)]);
    // then
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    for (const answer of answers.filter(({ status }) => status === 409)) expectRefusal(answer, 409, "CONFLICT");
    expectRefusal(await wi.addRow(caseId, row), 409, "INVALID_STATE");
  });

  it("should say who was faster, and hide other units and one's own DUPAK from assessors", async () => {
    // given
    const first = await Person.signIn(world, "sekretariat-tpi");
    const other = await Person.signIn(world, "pic-muara-sakti");
    const taskKey = await first.task(caseId, "CheckRequirements");
    for (const person of [first, other]) ok(await person.browser.put("/api/session/language", { language }));
    // when
    ok(await first.complete(taskKey, FORWARD));
    // then
    expectRefusal(await first.complete(taskKey, FORWARD), 409, "CONFLICT");
    for (const path of ["", "/story", "/diagram", "/sheets/rincian"])
      expect((await other.browser.get(`/api/cases/${caseId}${path}`)).status).toBe(404);
    expect((await other.browser.get(`/api/tasks/${taskKey}`)).status).toBe(404);
    expect((await wi.complete(await scoring(), SCORED)).status).toBe(404);
  });

  /** The scoring task's key, as the assessor sees it. */
  const scoring = async (): Promise<string> => (await Person.signIn(world, "tpi1", "tpi")).task(caseId, "ScoreByTpi");

  it("should refuse what is begun after the period", async () => {
    const late = await Person.signIn(world, "wi2");
    ok(await late.browser.put("/api/session/language", { language }));
    await world.advance(400 * 24 * 3_600_000);
    const again = await Person.signIn(world, "wi2");
    const answer = await again.start("dupak", { setuju: true });
    expectRefusal(answer, 409, "INVALID_STATE");
  });
});
