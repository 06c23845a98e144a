import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { KonversiRepository } from "../../../plugins/angka-kredit/plugin.js";
import { KepegawaianRepository, tanggalWib } from "../../../plugins/kepegawaian/plugin.js";
import { databaseKinds } from "../../support/database.js";
import { Office, ok, Person } from "./journey.js";

const POLA = { dokumen: "ak-konversi", sumber: "Keputusan Bupati 12 Tahun 2026" };

describe.each(databaseKinds)("numbers of conversions on %s", (kind) => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open(kind);
  }, 120_000);
  afterAll(() => office.close());

  it("should follow the pattern that a keeper puts in force", async () => {
    const keeper = await Person.signIn(office.world, "acuan-ak1");
    const berlakuMulai = tanggalWib(office.world.clock.now());
    const [year, month] = berlakuMulai.split("-");
    const without = await keeper.start("acuan-cetak", { ...POLA, berlakuMulai, pola: "KONV/{nomor:4}" });
    expect(without.body.errors).toMatchObject([{ path: "data.pola" }]);
    expect((await office.penilai.start("acuan-cetak", { ...POLA, berlakuMulai, pola: "{nomor}/{tahun}" })).status).toBe(
      404,
    );
    // when
    const pola = "KONV/{nomor:4}/DINKES/{bulan}/{tahun}";
    const { caseId } = ok(await keeper.start("acuan-cetak", { ...POLA, berlakuMulai, pola }));
    // then
    expect(await keeper.caseStatus(caseId)).toBe("BERLAKU");
    const nomor = await office.converted(office.entry("perawat4", 2024, "BAIK"));
    expect(nomor).toBe(`KONV/0001/DINKES/${month}/${year}`);
  }, 120_000);

  it("should be told apart where another agency has given the same one", async () => {
    // given the first conversion and PAK of this office, and papers of another agency with the same numbers
    for (const tahun of [2023, 2024]) await office.converted(office.entry("perawat1", tahun, "SANGAT_BAIK"));
    const caseId = await office.convert(office.entry("perawat1", 2025, "SANGAT_BAIK"));
    await office.penilai.do(caseId, "DeterminePak", { keputusan: "TERBITKAN" });
    await office.penilai.becomes(caseId, "PAK_TERBIT");
    const nip = office.nip("perawat1");
    const { db } = office.world.alur.services;
    const nomor = await db.transaction(async (tx) => {
      const store = new KonversiRepository(tx.manager);
      const [pak] = await store.pakBerlaku([nip]);
      const [stranger] = await new KepegawaianRepository(tx.manager).pejabatFungsional("instansi-nusa-kencana", null);
      if (pak === undefined || stranger === undefined) throw new Error("Expected papers");
      // first in every order that a database may read in
      await tx.manager.query("UPDATE ak_pak_konversi SET pegawaiId = ?, nip = ? WHERE id = ?", [
        stranger.id,
        stranger.nip,
        pak.id,
      ]);
      await store.addPak({ ...pak, id: `z${pak.id}`.slice(0, 26) }, []);
      return pak.nomor;
    });
    // when
    const asked = ok(await office.admin.start("pembatalan-pak", { nomor, alasan: "Predikat keliru dibaca." })).caseId;
    await office.penilai.do(asked, "DecideCancellation", { keputusan: "BATALKAN", alasan: "Predikat keliru dibaca." });
    // then the own one is cancelled, the other stands
    const left = await db.read((tx) => new KonversiRepository(tx.manager).pakByNomor(nomor));
    expect(left.map((each) => [each.nip === nip, each.batal !== null])).toEqual(
      expect.arrayContaining([
        [true, true],
        [false, false],
      ]),
    );
  }, 120_000);
});
