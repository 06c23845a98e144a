import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readPdfText } from "../../../src/documents/index.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import {
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

const ROW = { kode: "5", uraian: "Bahan tayang", tanggalMulai: "2021-02-01", volume: "5" };
const textOf = async (pdf: Buffer): Promise<string> => (await readPdfText(pdf)).flat().join("\n");

describe("variants of dupak-online", () => {
  let world: AlurWorld;
  let tppSecretariat: Person;
  let tpp: Person;

  beforeAll(async () => {
    world = await openAlur();
    tppSecretariat = await Person.signIn(world, "sekretariat-tpp");
    tpp = await Person.signIn(world, "tpp1");
  }, 120_000);
  afterAll(() => world.close());

  it("should only be forwarded by an instansi without TPI, and be scored by TPP", async () => {
    // given
    const wi = await Person.signIn(world, "wi3");
    const pic = await Person.signIn(world, "pic-muara-sakti");
    const caseId = await openDraft(wi);
    await wi.addRowWithEvidence(caseId, { ...ROW, kode: "11", volume: "45" });
    ok(await wi.complete(await wi.task(caseId, "ComposeDupak"), await sendingData(wi)));
    // when
    await pic.do(caseId, "CheckRequirements", FORWARD);
    expect(await wi.caseStatus(caseId)).toBe("MENUNGGU_KIRIM_TPP");
    const batch = await sendBatch(pic);
    await tppSecretariat.do(caseId, "ReceiveByTpp", TAKE_IN);
    const key = await tpp.task(caseId, "ScoreByTpp");
    const unscored = await tpp.complete(key, SCORED);
    await tpp.score(caseId, "Tpp");
    ok(await tpp.complete(key, SCORED));
    // then
    expect(unscored.status).toBe(409);
    const path = await wi.path(caseId);
    expect(path).not.toContain("ScoreByTpi");
    expect(path).toContain("AwaitBatch");
    expect(await textOf(await pic.pdf(batch, "daftar-dupak"))).toContain("0,900");
    const letter = await textOf(await pic.pdf(batch, "surat-pengantar"));
    expect(letter).toContain("telah diperiksa kelengkapannya");
    expect(letter).not.toContain("dinilai oleh Tim Penilai Instansi");
    expect((await tpp.rows(caseId))[0]?.values).not.toHaveProperty("nilaiTpi");
  }, 120_000);

  it("should go to TPP directly from IV/c, and come back to the widyaiswara", async () => {
    // given
    const wi = await Person.signIn(world, "wi4");
    const caseId = await openDraft(wi);
    await wi.addRowWithEvidence(caseId, ROW);
    ok(await wi.complete(await wi.task(caseId, "ComposeDupak"), await sendingData(wi)));
    expect(await wi.caseStatus(caseId)).toBe("DITERIMA_TPP");
    // when the secretariat returns it and it comes again
    await tppSecretariat.do(caseId, "ReceiveByTpp", { keputusan: "KEMBALIKAN", alasan: "SK Jabatan tidak terbaca" });
    expect(await wi.caseStatus(caseId)).toBe("DIKEMBALIKAN");
    await wi.do(caseId, "RepairDupak", await sendingData(wi));
    await tppSecretariat.do(caseId, "ReceiveByTpp", TAKE_IN);
    const key = await tpp.task(caseId, "ScoreByTpp");
    await tpp.score(caseId, "Tpp", { "5": { nilai: "2.400", keterangan: "Satu bahan tayang ganda" } });
    ok(await tpp.complete(key, SCORED));
    await decideSidang(tppSecretariat, await scheduleSidang(tppSecretariat, "2026-03-02"));
    await wi.becomes(caseId, "SELESAI");
    // then
    const path = await wi.path(caseId);
    expect(path).not.toContain("CheckRequirements");
    expect(path.filter((element) => element === "ReceiveByTpp")).toHaveLength(2);
    const penjelasan = await textOf(await wi.pdf(caseId, "penjelasan"));
    expect(penjelasan).toContain("-0,600");
    expect(penjelasan).toContain("TPP");
  }, 120_000);

  it("should take the part on paper as rows marked MANUAL, registered by the Sekretariat", async () => {
    // given
    const wi = await Person.signIn(world, "wi2");
    const secretariat = await Person.signIn(world, "sekretariat-tpi");
    const caseId = await openDraft(wi);
    await wi.addRowWithEvidence(caseId, ROW);
    const data = await sendingData(wi, { bagianManual: true, keteranganManual: "Satu buku ber-ISBN" });
    ok(await wi.complete(await wi.task(caseId, "ComposeDupak"), data));
    // when
    const wrongUnsur = await secretariat.addRow(caseId, { ...ROW, kode: "4" });
    const paper = ok(
      await secretariat.addRow(caseId, {
        kode: "28",
        uraian: "Buku metodologi pelatihan",
        tanggalMulai: "2021-04-01",
        volume: "1",
        penulis: "PEMBANTU_2",
      }),
    );
    const [online] = await secretariat.rows(caseId);
    if (online === undefined) throw new Error("Expected a row");
    const foreign = await secretariat.change(caseId, online, { volume: "9" });
    const scan = await secretariat.upload("buku.pdf", aPdf("buku"));
    const both = await secretariat.attachMany(caseId, [paper.id, online.id], scan.id);
    const untouched = await secretariat.rows(caseId);
    ok(await secretariat.attachMany(caseId, [paper.id], scan.id));
    const taken = await secretariat.rows(caseId);
    await secretariat.do(caseId, "CheckRequirements", FORWARD);
    // then
    expect(both).toMatchObject({ status: 400, body: { errors: [{ path: "rows[1]" }] } });
    expect(both.body.errors[0].message).toBe("Kode 5 (Bahan tayang) dibuat pihak lain");
    const filesOf = (rows: typeof taken, id: string) =>
      rows.find((row) => row.id === id)?.files.map(({ name }) => name);
    expect(filesOf(untouched, paper.id)).toEqual([]);
    expect(filesOf(taken, paper.id)).toEqual(["buku.pdf"]);
    expect(filesOf(taken, online.id)).toEqual(["bukti-5.pdf"]);
    expect((await secretariat.attachMany(caseId, [paper.id], scan.id)).status).toBe(403);
    expect(wrongUnsur.status).toBe(400);
    expect(foreign.status).toBe(403);
    expect(paper.values.akUsul).toBe("10.000"); // 25 × 40 %
    expect(paper.values.sumber).toBe("MANUAL");
    expect((await secretariat.addRow(caseId, ROW)).status).toBe(403);
    expect(await wi.caseStatus(caseId)).toBe("DITERUSKAN_TPI");
  }, 120_000);

  it("should open the next period with the result of the last one, which cannot be typed over", async () => {
    // given the finished DUPAK of wi4: 250,000 + 2,400
    const admin = await Person.signIn(world, "admin-pusat");
    const period = {
      masaMulai: "2021-07-01",
      masaSelesai: "2021-12-31",
      buka: "2026-03-01",
      tutup: "2026-06-30",
    };
    ok(await admin.start("masa-penilaian", period));
    const wi = await Person.signIn(world, "wi4");
    // when
    const caseId = await openDraft(wi);
    const key = await wi.task(caseId, "ComposeDupak");
    const { data } = ok(await wi.browser.get(`/api/tasks/${key}`));
    await wi.addRowWithEvidence(caseId, { ...ROW, tanggalMulai: "2021-08-02" });
    ok(await wi.complete(key, await sendingData(wi, { akLamaT: 999 })));
    // then
    expect(data.akLamaT).toBe(62.9); // 60,500 + 2,400
    const again = ok(
      await tppSecretariat.browser.get(`/api/tasks/${await tppSecretariat.task(caseId, "ReceiveByTpp")}`),
    );
    expect(again.task.case.status).toBe("DITERIMA_TPP");
    await tppSecretariat.do(caseId, "ReceiveByTpp", TAKE_IN);
    await tpp.task(caseId, "ScoreByTpp");
    await tpp.score(caseId, "Tpp");
    await tpp.do(caseId, "ScoreByTpp", SCORED);
    await decideSidang(tppSecretariat, await scheduleSidang(tppSecretariat, "2026-03-02"));
    await wi.becomes(caseId, "SELESAI");
    expect(await textOf(await wi.pdf(caseId, "hpak"))).toContain("252,400 3,000 255,400");
  }, 120_000);
});
