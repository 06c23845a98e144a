import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readPdfText } from "../../../src/documents/index.js";
import type { AlurWorld } from "../../support/alur.js";
import { openAlurOn } from "../../support/alur-on.js";
import { databaseKinds } from "../../support/database.js";
import {
  approvedMonth,
  decide,
  holdSidang,
  MARET,
  ok,
  Person,
  scheduleSidang,
  SCORED,
  sentDupak,
  toScoring,
} from "./journey.js";

type Fact = { readonly label: { readonly id: string }; readonly value: string };

const textOf = async (pdf: Buffer): Promise<string> =>
  (await readPdfText(pdf)).flat().join("\n").replaceAll(/\s+/g, " ");

const factsOf = async (person: Person, caseId: string): Promise<Record<string, string>> => {
  const { facts } = ok(await person.browser.get(`/api/cases/${caseId}`));
  return Object.fromEntries(facts.map(({ label, value }: Fact) => [label.id, value]));
};

describe.each(databaseKinds)("dupak-jfk on %s", (kind) => {
  let world: AlurWorld;
  beforeAll(async () => {
    world = await openAlurOn(kind);
  }, 120_000);
  afterAll(() => world.close());

  it("should set a HAPAK while the credit is below the next rank, and hand it on as the next opening balance", async () => {
    // given
    const jfk = await Person.signIn(world, "jfk1");
    const atasan = await Person.signIn(world, "atasan-jfk");
    const pejabat = await Person.signIn(world, "pejabat-jfk");
    const sekretariat = await Person.signIn(world, "sekretariat-jfk");
    const penilai = await Person.signIn(world, "penilai-jfk1");
    const month = await approvedMonth(jfk, atasan, "2021-03", MARET);
    const inventarisasi = await textOf(await jfk.pdf(month, "inventarisasi"));
    expect(inventarisasi).toContain("Maret 2021");
    expect(inventarisasi).toContain("0,226");
    expect(inventarisasi).toContain("2 s/d 8 Maret 2021");

    // when
    const caseId = await sentDupak(jfk, "2021-06");
    expect(await jfk.caseStatus(month)).toBe("TERKUNCI");
    const nip = (await factsOf(jfk, caseId))["NIP"] ?? "";
    await toScoring(caseId, nip, { atasan, pejabat, sekretariat });
    const scoring = await penilai.task(caseId, "ScoreDupak");
    const [evidence] = (await penilai.rows(caseId, "rincian")).flatMap(({ files }) => files);
    expect((await penilai.browser.download(`/api/files/${evidence?.id}`)).status).toBe(200);
    const rows = await penilai.rows(caseId, "rincian");
    const less = rows.find(({ values }) => values["kode"] === "212111011");
    const reduced = { nilai: "0.050", alasanNilai: "Dua bahan tanpa bukti" };
    ok(await penilai.change(caseId, less!, reduced, "rincian"));
    const [action] = await penilai.actions(caseId, "rincian");
    expect(action?.confirm?.id).toContain("1 butir yang belum dinilai");
    for (const other of [sekretariat, jfk]) {
      expect(await other.actions(caseId, "rincian")).toEqual([]);
      expect((await other.act(caseId, "nilai-sisa", "rincian")).status).toBe(404);
    }
    ok(await penilai.act(caseId, "nilai-sisa", "rincian"));
    expect((await penilai.rows(caseId, "rincian")).map(({ values }) => values)).toMatchObject([
      { nilai: "0.156", alasanNilai: null },
      reduced,
    ]);
    const { items } = ok(await penilai.browser.get(`/api/cases/${caseId}/story?limit=2`));
    expect(items.map(({ sentence }: { sentence: { id: string } }) => sentence.id)).toEqual([
      "menilai kegiatan kode 212109006",
      "menilai kegiatan kode 212111011",
    ]);
    expect(items[0].changes).toContainEqual(
      expect.objectContaining({ label: "Nilai sementara", from: null, to: "0,156" }),
    );
    expect((await penilai.act(caseId, "nilai-sisa", "rincian")).status).toBe(404);
    ok(await penilai.complete(scoring, SCORED));
    const sidang = await scheduleSidang(sekretariat, "2026-03-02");
    await holdSidang(sekretariat, sidang);
    await decide(sekretariat, caseId);
    await jfk.becomes(caseId, "DICETAK");
    await jfk.do(caseId, "ReceivePak", { diterima: true });

    // then
    expect(await jfk.caseStatus(caseId)).toBe("DITERIMA");
    expect(await jfk.path(caseId)).toEqual(
      expect.arrayContaining([
        "ComposeDupak",
        "ApproveByAtasan",
        "PrintSpmk",
        "ApproveByPejabat",
        "PrintUsul",
        "ReceiveDupak",
        "VerifyDupak",
        "ScoreDupak",
        "AwaitSidang",
        "ComposeResume",
        "PrintResume",
        "DecidePak",
        "IssuePak",
        "ReceivePak",
      ]),
    );
    expect(await factsOf(jfk, caseId)).toMatchObject({
      Ditetapkan: "HAPAK",
      "AK lama": "120,100",
      "AK baru": "0,206",
      "Jumlah AK": "120,306",
    });
    const hapak = await textOf(await jfk.pdf(caseId, "hapak"));
    expect(hapak).toContain("HAPAK/0001/JFK/03/2026");
    expect(hapak).toContain("120,306");
    expect(hapak).toContain("29,694"); // short of 150,000
    expect(await textOf(await jfk.pdf(caseId, "spmk"))).toContain("0,226");
    expect(await textOf(await jfk.pdf(caseId, "dupak"))).toContain("120,326");
    // As proposed and as scored: both are issued in the same instant here, so their order says nothing.
    const prints = (await jfk.documents(caseId)).filter(({ template }) => template === "edupak/dupak");
    expect(prints).toHaveLength(2);
    let scoredText = "";
    for (const { id } of prints) scoredText += await textOf((await jfk.browser.download(`/api/documents/${id}`)).bytes);
    expect(scoredText).toContain("120,100 0,226 120,326 120,100 0,206 120,306");
    expect(scoredText).toContain("Kode 212111011, 0,070 menjadi 0,050: Dua bahan tanpa bukti");
    expect(await textOf(await sekretariat.pdf(sidang, "daftar-dupak"))).toContain("120,100 0,226");
    expect(await textOf(await jfk.pdf(caseId, "surat-usul"))).toContain("800/0001/2026");
    expect(await textOf(await sekretariat.pdf(caseId, "resume"))).toContain("Belum memenuhi");
    expect(await textOf(await sekretariat.pdf(sidang, "berita-acara"))).toContain("BA/001/JFK/03/2026");
    const next = ok(await jfk.browser.get("/api/edupak/pilihan/bulan"));
    expect(next[0]).toEqual({ value: "2021-07", label: "Juli 2021" });
    const assessed = await jfk.start("inventarisasi", { bulan: "2021-06" });
    expect(assessed.body.errors[0].message).toContain("HAPAK/0001/JFK/03/2026");
  }, 120_000);
});
