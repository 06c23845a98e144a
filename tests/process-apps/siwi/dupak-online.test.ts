import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SiwiRepository } from "../../../plugins/siwi/plugin.js";
import { readPdfText } from "../../../src/documents/index.js";
import type { AlurWorld } from "../../support/alur.js";
import { openAlurOn } from "../../support/alur-on.js";
import { databaseKinds } from "../../support/database.js";
import {
  AK_LAMA,
  aPdf,
  decideSidang,
  FORWARD,
  openDraft,
  ok,
  Person,
  scheduleSidang,
  SCORED,
  sendBatch,
  sendingData,
  TAKE_IN,
} from "./journey.js";

type Fact = { readonly label: { readonly id: string }; readonly value: string };

const textOf = async (pdf: Buffer): Promise<string> => (await readPdfText(pdf)).flat().join("\n");

describe.each(databaseKinds)("dupak-online on %s", (kind) => {
  let world: AlurWorld;
  beforeAll(async () => {
    world = await openAlurOn(kind);
  }, 120_000);
  afterAll(() => world.close());

  it("should publish HPAK, tabulasi and penjelasan after scoring by TPI and TPP and a session", async () => {
    // given
    const wi = await Person.signIn(world, "wi1");
    const caseId = await openDraft(wi);
    const added = [
      {
        kode: "12",
        uraian: "Mengajar Pelatihan Dasar",
        tanggalMulai: "2021-03-02",
        tanggalSelesai: "2021-03-08",
        tempat: "Tirta Mulya",
        volume: "45",
      },
      { kode: "4", uraian: "Bahan ajar etika publik", tanggalMulai: "2021-02-01", volume: "6" },
    ];
    for (const row of added) ok(await wi.addRow(caseId, row));
    const surat = await wi.upload("surat-tugas.pdf", aPdf("surat tugas"));
    const ids = (await wi.rows(caseId)).map(({ id }) => id);
    expect(await wi.attachMany(caseId, ids, surat.id)).toMatchObject({ status: 200, body: { attached: 2 } });
    for (const { files } of await wi.rows(caseId)) expect(files).toMatchObject([{ id: surat.id }]);
    ok(await wi.complete(await wi.task(caseId, "ComposeDupak"), await sendingData(wi)));

    // when
    const secretariat = await Person.signIn(world, "sekretariat-tpi");
    await secretariat.do(caseId, "CheckRequirements", FORWARD);
    const tpi = await Person.signIn(world, "tpi1", "tpi");
    const scoring = await tpi.task(caseId, "ScoreByTpi");
    const less = (await tpi.rows(caseId)).find(({ values }) => values["kode"] === "4");
    const reduced = { nilaiTpi: "3.000", keteranganTpi: "Satu bahan ajar tanpa daftar hadir" };
    ok(await tpi.change(caseId, less!, reduced));
    ok(await tpi.act(caseId, "nilai-sisa"));
    const scored = (await tpi.rows(caseId)).map(({ values: { kode, nilaiTpi } }) => [kode, nilaiTpi]);
    expect(Object.fromEntries(scored)).toEqual({ "12": "1.800", "4": "3.000" });
    ok(await tpi.complete(scoring, SCORED));
    await sendBatch(secretariat);
    const tppSecretariat = await Person.signIn(world, "sekretariat-tpp");
    await tppSecretariat.do(caseId, "ReceiveByTpp", TAKE_IN);
    const tpp = await Person.signIn(world, "tpp1");
    // as when nobody had taken the scores of TPI over
    await world.alur.services.db.transaction(async (tx) => {
      const store = new SiwiRepository(tx.manager);
      const dupak = await store.dupakByCase(caseId);
      for (const row of await store.rows(dupak?.id ?? "")) await store.changeRow(row, { nilaiTpp: null });
    });
    const [rest] = await tpp.actions(caseId);
    expect(rest?.confirm?.id).toContain("1 butir yang belum dinilai");
    expect(rest?.confirm?.id).toContain("1 butir tidak ikut karena keterangannya wajib diisi: kode 4.");
    ok(await tpp.act(caseId, "nilai-sisa"));
    const [byReason] = (await tpp.rows(caseId)).filter(({ values }) => values["nilaiTpp"] === null);
    expect(byReason?.values["kode"]).toBe("4");
    expect(await tpp.actions(caseId)).toEqual([]);
    ok(await tpp.change(caseId, byReason!, { nilaiTpp: "3.000" }));
    await tpp.do(caseId, "ScoreByTpp", SCORED);
    const sidang = await scheduleSidang(tppSecretariat, "2026-03-02");
    await decideSidang(tppSecretariat, sidang);
    await wi.becomes(caseId, "SELESAI");

    // then
    expect(await wi.path(caseId)).toEqual(
      expect.arrayContaining(["FillMonev", "ScoreByTpi", "AwaitBatch", "IssueHpak", "DupakFinished"]),
    );
    const hpak = await textOf(await wi.pdf(caseId, "hpak"));
    expect(Object.values(AK_LAMA).reduce((sum, each) => sum + each, 0)).toBe(250);
    expect(hpak).toContain("254,800"); // 250,000 + 1,800 + 3,000
    expect(hpak).toContain("45,200"); // short of 300,000
    const { facts } = ok(await wi.browser.get(`/api/cases/${caseId}`));
    expect(Object.fromEntries(facts.map(({ label, value }: Fact) => [label.id, value]))).toMatchObject({
      "AK lama": "250,000",
      "AK baru": "4,800",
      "Jumlah AK": "254,800",
      "Kekurangan AK": "45,200",
    });
    const penjelasan = await textOf(await wi.pdf(caseId, "penjelasan"));
    expect(penjelasan).toContain("-0,600");
    const { items } = ok(await wi.browser.get(`/api/cases/${caseId}/story?limit=100`));
    const told = items.map(({ sentence }: { sentence: { id: string } }) => sentence.id);
    expect(told).toContainEqual(
      expect.stringMatching(/^mengagendakan DUPAK-2026-\d{4} pada sidang SIDANG-2026-\d{3}, 2 Maret 2026, 09\.00 WIB$/),
    );
    expect(told).toContainEqual(
      expect.stringMatching(/^mengumumkan putusan sidang TPP \(berita acara BA\/.+\): Ditetapkan$/),
    );
    const invitation = (await tpp.notifications()).find(({ title }) => title === "Undangan sidang TPP");
    expect(invitation?.body).toBe("Sidang 2 Maret 2026, 09.00 WIB, di Ruang Rapat TPP, Jakarta.");
  }, 120_000);
});
