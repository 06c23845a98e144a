import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { PakRepository } from "../../../plugins/kepegawaian/plugin.js";
import { readPdfText } from "../../../src/documents/index.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import {
  approvedMonth,
  decide,
  holdSidang,
  ok,
  openMonth,
  Person,
  scheduleSidang,
  SCORED,
  sentDupak,
  toScoring,
} from "./journey.js";

const textOf = async (pdf: Buffer): Promise<string> =>
  (await readPdfText(pdf)).flat().join("\n").replaceAll(/\s+/g, " ");

const MANY = { kode: "212101006", tanggalMulai: "2021-02-01", tanggalSelesai: "2021-02-26", volume: "6" };

describe("PAK and the composition of utama and penunjang", () => {
  let world: AlurWorld;
  let atasan: Person;
  let pejabat: Person;
  let sekretariat: Person;
  beforeAll(async () => {
    world = await openAlur();
    atasan = await Person.signIn(world, "atasan-jfk");
    pejabat = await Person.signIn(world, "pejabat-jfk");
    sekretariat = await Person.signIn(world, "sekretariat-jfk");
  }, 120_000);
  afterAll(() => world.close());

  const nipOf = async (person: Person): Promise<string> => {
    const { lines } = ok(await person.browser.get("/api/profile"));
    return String(lines.find(({ label }: { label: { id: string } }) => label.id === "NIP").value).replaceAll(" ", "");
  };

  const throughSession = async (
    jfk: Person,
    caseId: string,
    superiors: { readonly atasan: Person; readonly pejabat: Person } = { atasan, pejabat },
  ): Promise<void> => {
    await toScoring(caseId, await nipOf(jfk), { ...superiors, sekretariat });
    const penilai = await Person.signIn(world, "penilai-jfk2");
    const task = await penilai.task(caseId, "ScoreDupak");
    await penilai.score(caseId);
    ok(await penilai.complete(task, SCORED));
    await holdSidang(sekretariat, await scheduleSidang(sekretariat, "2026-03-02"));
    await decide(sekretariat, caseId);
    await jfk.becomes(caseId, "DICETAK");
  };

  it("should set a PAK when the credit is enough, record it once and close the period", async () => {
    // given 149,500 before, 150,000 needed
    const jfk = await Person.signIn(world, "jfk2");
    await jfk.do(await januaryOf(jfk), "FillInventarisasi", { keputusan: "BATALKAN" });
    await approvedMonth(jfk, atasan, "2021-02", [MANY]);
    // when
    const caseId = await sentDupak(jfk, "2021-02");
    await throughSession(jfk, caseId);
    await jfk.do(caseId, "ReceivePak", { diterima: true });
    // then
    const pak = await textOf(await jfk.pdf(caseId, "angka-kredit/pak-konvensional"));
    expect(pak).toContain("PAK/0001/JFK/03/2026");
    expect(pak).toContain("150,100");
    expect(pak).toContain("Penata Muda Tingkat I");
    expect(pak).toContain("1 Oktober 2026"); // issued in March: too late for April
    expect(pak).toContain("ASLI");
    expect(await jfk.path(caseId)).toContain("SendToSiasn");
    const nip = await nipOf(jfk);
    const kept = await world.alur.services.db.read((tx) => new PakRepository(tx.manager).riwayat(nip));
    expect(kept).toMatchObject([
      {
        jenis: "KONVENSIONAL",
        nomor: "PAK/0001/JFK/03/2026",
        masaMulai: "2021-01",
        masaSelesai: "2021-02",
        akUtama: "0.600",
        akPenunjang: "0.000",
        akTotal: "0.600",
      },
    ]);
    expect((await jfk.start("inventarisasi", { bulan: "2021-02" })).body.detail).toContain("sudah dinilai dalam PAK");
    const next = ok(await jfk.browser.get("/api/edupak/pilihan/bulan"));
    expect(next[0].value).toBe("2021-03");
  }, 120_000);

  it("should name the position, too, when the next rank belongs to another level", async () => {
    // given III/b with 173,000; 200,000 needed for III/c, which is Ahli Muda
    const jfk = await Person.signIn(world, "jfk4");
    const superiors = {
      atasan: await Person.signIn(world, "atasan-karang-indah"),
      pejabat: await Person.signIn(world, "pejabat-karang-indah"),
    };
    await approvedMonth(jfk, superiors.atasan, "2021-02", [{ ...MANY, volume: "270" }]);
    const caseId = await sentDupak(jfk, "2021-02");
    // when
    await throughSession(jfk, caseId, superiors);
    // then
    const pak = await textOf(await jfk.pdf(caseId, "angka-kredit/pak-konvensional"));
    expect(pak).toContain("200,000");
    expect(pak).toContain("Analis Kepegawaian Ahli Muda");
    expect(pak).toContain("III/c");
  }, 120_000);

  it("should withhold the PAK while unsur utama is below 80 %, naming both shares (B-07)", async () => {
    // given a balance of 100 utama and 60 penunjang against 150 needed
    const admin = await Person.signIn(world, "admin-tirta-mulya");
    const { jfk, nip } = await newJfk(admin);
    const balance = { akSEKOLAH: 100, akPENUNJANG: 60, nomor: "PAK/0009/JFK/01/2021", tanggal: "2021-01-20" };
    const data = { ...balance, nip, masaSelesai: "2020-12", berkasPak: await admin.file("pak.pdf") };
    ok(await admin.start("pak-terakhir", data));
    const first = ok(await jfk.browser.get("/api/edupak/pilihan/atasan"))[0].value;
    const second = ok(await jfk.browser.get("/api/edupak/pilihan/pejabat"))[0].value;
    ok(await jfk.start("atasan", { atasan: first, pejabat: second }));
    const who = await superiorOf(first);
    await approvedMonth(jfk, who, "2021-02", [MANY]);
    const caseId = await sentDupak(jfk, "2021-02");
    atasan = who;
    // when
    await throughSession(jfk, caseId);
    // then
    const hapak = await textOf(await jfk.pdf(caseId, "hapak"));
    expect(hapak).toContain("160,600"); // all that was collected
    expect(hapak).toContain("Unsur penunjang sebesar 30,000 melebihi 20%");
    expect(hapak).toContain("Unsur utama masih kurang 19,400");
    expect((await admin.start("pak-terakhir", data)).body.detail).toContain("sudah dipakai");
  }, 120_000);

  /** The month that the demo has begun. */
  const januaryOf = async (jfk: Person): Promise<string> => {
    const { items } = ok(await jfk.browser.get("/api/cases?app=edupak&type=inventarisasi"));
    const [january] = items;
    expect((await jfk.rows(january.id)).every(({ files }) => files.length === 1)).toBe(true);
    return january.id;
  };

  const superiorOf = async (userId: string): Promise<Person> => {
    for (const username of ["atasan-jfk", "atasan-jfk2"]) {
      const person = await Person.signIn(world, username);
      const { user } = ok(await person.browser.get("/api/session"));
      if (user.userId === userId) return person;
    }
    throw new Error(`Expected a superior '${userId}', but there is none`);
  };

  /** The JFK without an account gets one and activates it. */
  const newJfk = async (admin: Person): Promise<{ jfk: Person; nip: string }> => {
    const nip = await world.alur.services.db.read(async ({ manager }) => {
      const [row] = await manager.query<{ nip: string }[]>(
        "SELECT nip FROM kepegawaian_pegawai WHERE id = 'pegawai-jfk5'",
      );
      return row?.nip ?? "";
    });
    const { caseId } = ok(await admin.start("akun", { tindakan: "BUAT", nip, jenis: "JFK" }));
    const { facts } = ok(await admin.browser.get(`/api/cases/${caseId}`));
    const code = facts.find(({ label }: { label: { id: string } }) => label.id.startsWith("Kode aktivasi")).value;
    const password = "Gunung-Biru-77-Pagi";
    const browser = world.browser();
    await browser.get("/api/session");
    ok(await browser.post("/api/activation", { username: `${nip}jft`, code, password }));
    const jfk = await Person.signIn({ url: world.url, passwords: new Map([[`${nip}jft`, password]]) }, `${nip}jft`);
    await jfk.do(caseId, "ConfirmData", { keputusan: "SESUAI" });
    expect(await openMonthRefused(jfk)).toContain("PAK terakhir Anda belum diisi");
    return { jfk, nip };
  };

  const openMonthRefused = async (jfk: Person): Promise<string> => {
    await expect(openMonth(jfk, "2021-02", [])).rejects.toThrow(/409/);
    return (await jfk.start("inventarisasi", { bulan: "2021-02" })).body.detail;
  };
});
