import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readPdfText } from "../../../src/documents/index.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { decideSidang, FORWARD, openDraft, ok, Person, SCORED, sendingData, TAKE_IN } from "./journey.js";

const ROW = { kode: "5", uraian: "Bahan tayang", tanggalMulai: "2021-02-01", volume: "5" };
const SESSION = {
  pukul: "09.00 WIB",
  tempat: "Jakarta",
  dasarKeputusan: "Keputusan Nomor 000/K.1/2026",
  dasarTanggal: "2026-01-12",
};
interface Choice {
  readonly ikut: boolean;
  readonly caseId: string;
  readonly nama: string;
  readonly keadaan: string;
}

describe("choosing what goes into a batch or a session", () => {
  let world: AlurWorld;
  let secretariat: Person;
  let tpi: Person;
  let tppSecretariat: Person;
  let tpp: Person;
  let first: string;
  let second: string;

  const forward = async (wi: Person): Promise<string> => {
    const id = await openDraft(wi);
    await wi.addRowWithEvidence(id, ROW);
    ok(await wi.complete(await wi.task(id, "ComposeDupak"), await sendingData(wi)));
    await secretariat.do(id, "CheckRequirements", FORWARD);
    return id;
  };
  const scoreByTpi = async (id: string): Promise<void> => {
    const key = await tpi.task(id, "ScoreByTpi");
    await tpi.score(id, "Tpi");
    ok(await tpi.complete(key, SCORED));
  };
  const offered = async (person: Person, type: string): Promise<Choice[]> =>
    ok(await person.browser.get(`/api/starts/siwi/${type}`)).data.dupak;
  const without = (rows: readonly Choice[], id: string) => rows.map((row) => ({ ...row, ikut: row.caseId !== id }));
  const send = async (batch: string): Promise<void> =>
    secretariat.do(batch, "SendToTpp", {
      keputusan: "KIRIM",
      nomorSurat: "800/1/BKD/2026",
      tanggalSurat: "2026-03-02",
      suratPengantar: await secretariat.file("surat.pdf"),
    });

  beforeAll(async () => {
    world = await openAlur();
    secretariat = await Person.signIn(world, "sekretariat-tpi");
    tpi = await Person.signIn(world, "tpi1", "tpi");
    tppSecretariat = await Person.signIn(world, "sekretariat-tpp");
    tpp = await Person.signIn(world, "tpp1");
    first = await forward(await Person.signIn(world, "wi1"));
    second = await forward(await Person.signIn(world, "wi2"));
    await scoreByTpi(first);
  }, 120_000);
  afterAll(() => world.close());

  it("should send without a sibling only by choice and with a reason, and never one that is unscored", async () => {
    const rows = await offered(secretariat, "pengajuan-tpp");
    expect(rows.map(({ caseId, keadaan, ikut }) => [caseId, keadaan, ikut])).toEqual([
      [first, "Siap dikirim", true],
      [second, "Belum selesai dinilai", true],
    ]);
    const start = (dupak: readonly object[], alasan = "") =>
      secretariat.start("pengajuan-tpp", { setuju: true, dupak, alasan });
    expect((await start(rows)).body.detail).toContain("belum selesai dinilai");
    expect((await start(without(rows, second))).body.errors[0].path).toBe("data.alasan");
    expect((await start(rows.map((row) => ({ ...row, ikut: false })))).body.errors[0].path).toBe("data.dupak");
    const foreign = await start([{ ...rows[0], caseId: "01kkd6grm0e0x6xm4tjqn8xm51" }], "Alasan yang cukup");
    expect(foreign.body.errors[0].path).toBe("data.dupak");
    const { caseId: batch } = ok(await start(without(rows, second), "Bukti DUPAK kedua masih diperiksa TPI"));
    const { items } = ok(await secretariat.browser.get(`/api/cases/${batch}/story?limit=5`));
    expect(JSON.stringify(items)).toContain("Bukti DUPAK kedua masih diperiksa TPI");
    await scoreByTpi(second); // it was left for later, hence the list stands
    await send(batch);
    expect(await secretariat.caseStatus(first)).toBe("DITERIMA_TPP");
    expect(await secretariat.caseStatus(second)).toBe("MENUNGGU_KIRIM_TPP");
    const daftar = (await readPdfText(await secretariat.pdf(batch, "daftar-dupak"))).flat().join("\n");
    expect(daftar.match(/Widyaiswara Ahli/g)).toHaveLength(1);
    const [left] = await offered(secretariat, "pengajuan-tpp");
    expect(left?.caseId).toBe(second);
    await send(ok(await start([], "")).caseId);
    expect(await secretariat.caseStatus(second)).toBe("DITERIMA_TPP");
  }, 120_000);

  it("should hold a session over those chosen, postpone one and return another", async () => {
    for (const id of [first, second]) {
      await tppSecretariat.do(id, "ReceiveByTpp", TAKE_IN);
      await tpp.do(id, "ScoreByTpp", SCORED);
    }
    const schedule = async (tanggal: string, more: object = {}): Promise<string> =>
      ok(await tppSecretariat.start("sidang", { ...SESSION, tanggal, ...more })).caseId;
    const decide = async (sidang: string, putusan: string): Promise<void> => {
      await tppSecretariat.task(sidang, "DecideSidang");
      const [row] = await tppSecretariat.rows(sidang, "putusan");
      if (row === undefined) throw new Error("Expected a decision");
      expect((await tppSecretariat.change(sidang, row, { putusan }, "putusan")).status).toBe(400);
      const catatan = `Alasan ${putusan.toLowerCase()} oleh sidang`;
      ok(await tppSecretariat.change(sidang, row, { putusan, catatan }, "putusan"));
      await decideSidang(tppSecretariat, sidang);
    };
    // when only the first is discussed and postponed
    const rows = await offered(tppSecretariat, "sidang");
    const one = await schedule("2026-03-02", {
      dupak: without(rows, second),
      alasan: "Waktu sidang tidak cukup untuk semua",
    });
    expect(await tppSecretariat.caseStatus(second)).toBe("DINILAI_TPP");
    await decide(one, "DITUNDA");
    await tppSecretariat.becomes(first, "DINILAI_TPP");
    expect((await readPdfText(await tppSecretariat.pdf(one, "berita-acara"))).flat().join("\n")).toContain("Ditunda");
    // then it comes again, with the other, which is returned to the instansi
    const again = await offered(tppSecretariat, "sidang");
    expect(again.map(({ caseId }) => caseId).toSorted()).toEqual([first, second].toSorted());
    const two = await schedule("2026-03-02", {
      dupak: without(again, first),
      alasan: "Dibahas pada sidang berikutnya",
    });
    await decide(two, "DIKEMBALIKAN");
    await secretariat.becomes(second, "DIKEMBALIKAN_TPP");
    await secretariat.do(second, "HandleTppReturn", { keputusan: "KIRIM_ULANG", alasan: "Bukti sudah dilengkapi" });
    await tppSecretariat.offered(second, "ReceiveByTpp");
    await decideSidang(tppSecretariat, await schedule("2026-03-02"));
    const wi = await Person.signIn(world, "wi1");
    await wi.becomes(first, "SELESAI");
  }, 90_000);
});
