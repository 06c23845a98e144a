import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ak, bacaVolume, plugin as angkaKredit } from "../../../plugins/angka-kredit/plugin.js";
import {
  demoPeople,
  KepegawaianRepository,
  PenomoranRepository,
  plugin as kepegawaian,
} from "../../../plugins/kepegawaian/plugin.js";
import { plugin as siwi, SiwiRepository } from "../../../plugins/siwi/plugin.js";
import { ReferenceRepository } from "../../../plugins/angka-kredit/plugin.js";
import type { Database } from "../../../src/platform/db/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";
import { pluginSchema } from "../../support/plugin-schema.js";

const tables = pluginSchema([angkaKredit, kepegawaian, siwi]);

const aDupak = (id: string) => ({
  id,
  caseId: `case-${id}`,
  periodeId: "p1",
  pemilikId: "u1",
  jalur: "TPI" as const,
  perorangan: {
    pegawaiId: "x",
    nama: "Sekar Kusumajati, S.AP.",
    nip: "199001012015042901",
    niwn: null,
    karpeg: null,
    tempatLahir: "Tirta Mulya",
    tanggalLahir: "1990-01-01",
    jenisKelamin: "P" as const,
    pendidikan: "S1 Administrasi Publik",
    pendidikanDiperhitungkan: "S1" as const,
    golongan: "III/c" as const,
    tmtGolongan: "2021-04-01",
    jabatan: "Widyaiswara Ahli Muda",
    jenjang: "AHLI_MUDA" as const,
    tmtJabatan: "2021-04-01",
    unitKerja: "BPSDM",
    instansiId: "i1",
    instansi: "Provinsi Nusa Kencana",
    kota: "Tirta Mulya",
  },
  lama: { P: ak(150_000), T: ak(0), E: ak(0), PP: ak(0), PN: ak(0) },
  lamaTerkunci: false,
  prasyarat: { skJabatan: { id: "f1", name: "sk.pdf" } },
  monevSelesai: true,
  bagianManual: false,
  catatanPengembalian: null,
  pernahDikirim: false,
  siapDinilaiTpp: true,
  pengajuanId: null,
  sidangId: null,
  hasil: null,
});

const aRow = (id: string, dupakId: string) => ({
  id,
  dupakId,
  urut: 1,
  revision: 1,
  butirId: "WIDYAISWARA:22-2014:4",
  uraian: "Bahan ajar “etika”",
  tanggalMulai: "2021-02-01",
  tanggalSelesai: "2021-02-01",
  tempat: "",
  volume: bacaVolume("4.5"),
  penulis: null,
  sumber: "ONLINE" as const,
  nilaiTpi: null,
  keteranganTpi: null,
  nilaiTpp: null,
  keteranganTpp: null,
});

describe.each(databaseKinds)("tables of the SIWI plugins on %s", (kind) => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase(kind, tables);
  }, 120_000);
  afterAll(() => db.close());

  it("should be made by the migrations exactly as the entities describe them", async () => {
    const { upQueries } = await db.read((tx) => tx.manager.dataSource.driver.createSchemaBuilder().log());
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it("should give back a DUPAK as it was kept", async () => {
    const dupak = aDupak("d1");
    await db.transaction((tx) => new SiwiRepository(tx.manager).saveDupak(dupak));
    await db.transaction((tx) => new SiwiRepository(tx.manager).saveDupak({ ...dupak, pernahDikirim: true }));
    // saving what is the same again must not make a second one
    await db.transaction((tx) => new SiwiRepository(tx.manager).saveDupak({ ...dupak, pernahDikirim: true }));
    const all = await db.read((tx) => new SiwiRepository(tx.manager).dupakOf("u1"));
    expect(all).toEqual([{ ...dupak, pernahDikirim: true }]);
  });

  it("should keep one DUPAK for each person and period", async () => {
    const second = db.transaction((tx) => new SiwiRepository(tx.manager).saveDupak(aDupak("d2")));
    await expect(second).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("should refuse a row that someone else has changed", async () => {
    const row = aRow("r1", "d1");
    await db.transaction((tx) => new SiwiRepository(tx.manager).addRow(row));
    const change = (revision: number) =>
      db.transaction((tx) =>
        new SiwiRepository(tx.manager).changeRow({ ...row, revision }, { nilaiTpi: ak(600), keteranganTpi: "satu" }),
      );
    expect(await change(1)).toBe(true);
    expect(await change(1)).toBe(false);
    const [kept] = await db.read((tx) => new SiwiRepository(tx.manager).rows("d1"));
    expect(kept).toEqual({ ...row, revision: 2, nilaiTpi: 600, keteranganTpi: "satu" });
  });

  it("should never give a number twice, also to transactions at the same time", async () => {
    const next = () => db.transaction((tx) => new PenomoranRepository(tx.manager).nextNumber("niwn"));
    const numbers = await Promise.all(Array.from({ length: 20 }, next));
    expect(new Set(numbers).size).toBe(20);
    expect(Math.max(...numbers)).toBe(20);
    await db.transaction((tx) => new PenomoranRepository(tx.manager).raiseNumber("niwn", 9000));
    expect(await next()).toBe(9001);
  });

  it("should keep the number that a document has taken", async () => {
    let made = 0;
    const take = () =>
      db.transaction((tx) =>
        new PenomoranRepository(tx.manager).officialNumber("hpak:case-1", () => Promise.resolve(`HPAK/${++made}`)),
      );
    expect([await take(), await take()]).toEqual(["HPAK/1", "HPAK/1"]);
  });

  it("should know one NIWN for each person only", async () => {
    const niwn = {
      niwn: "1990010120260329001",
      nip: "199001012015042901",
      nomor: 9001,
      tanda: [],
      nonaktif: null,
      terbit: "2026-03-02",
    };
    const add = (number: string) =>
      db.transaction((tx) => new SiwiRepository(tx.manager).addNiwn({ ...niwn, niwn: number }));
    await add(niwn.niwn);
    await expect(add("1990010120260329002")).rejects.toThrow();
    expect(await db.read((tx) => new SiwiRepository(tx.manager).niwnByNip(niwn.nip))).toEqual(niwn);
  });

  it("should seed reference data once, with source and status", async () => {
    const parts = await angkaKredit.setup({ contributions: () => [], settingsOf: () => ({}) } as unknown as Parameters<
      typeof angkaKredit.setup
    >[0]);
    for (let time = 0; time < 2; time++) await db.transaction(async (tx) => parts.seed?.(tx));
    const butir = await db.read((tx) => new ReferenceRepository(tx.manager).butir("WIDYAISWARA", "2021-06-30"));
    expect(butir).toHaveLength(57);
    expect(butir.map(({ kode }) => kode)).toEqual(Array.from({ length: 57 }, (_, index) => String(index + 1)));
    expect(butir.every(({ status, peraturan }) => status === "TERKONFIRMASI_SEKUNDER" && peraturan !== "")).toBe(true);
    expect(await db.read((tx) => new ReferenceRepository(tx.manager).butir("WIDYAISWARA", "2010-01-01"))).toEqual([]);
    const rules = await db.read((tx) =>
      new ReferenceRepository(tx.manager).aturanKonvensional("WIDYAISWARA", "2021-06-30"),
    );
    expect(rules.akk["III/d"]).toBe(300_000);
    await expect(
      db.read((tx) => new ReferenceRepository(tx.manager).aturanKonvensional("WIDYAISWARA", "2010-01-01")),
    ).rejects.toThrow("in force on 2010-01-01");
  });

  it("should keep people and holidays", async () => {
    const parts = await kepegawaian.setup({} as Parameters<typeof kepegawaian.setup>[0]);
    for (let time = 0; time < 2; time++) await db.transaction(async (tx) => parts.seed?.(tx));
    const [person] = demoPeople();
    if (person === undefined) throw new Error("Expected demo people");
    await db.transaction((tx) => new KepegawaianRepository(tx.manager).savePegawai(person));
    expect(await db.read((tx) => new KepegawaianRepository(tx.manager).pegawaiByNip(person.nip))).toEqual(person);
    const holidays = await db.read((tx) => new KepegawaianRepository(tx.manager).hariLibur());
    expect(holidays).toContain("2026-12-24");
    expect(new Set(holidays).size).toBe(holidays.length);
  });
});
