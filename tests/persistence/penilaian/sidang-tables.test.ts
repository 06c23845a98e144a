import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { plugin as angkaKredit } from "../../../plugins/angka-kredit/plugin.js";
import * as jfk from "../../../plugins/edupak/data/sidang.entity.js";
import { plugin as edupak } from "../../../plugins/edupak/plugin.js";
import { plugin as kepegawaian } from "../../../plugins/kepegawaian/plugin.js";
import { type Sidang, SidangRepository } from "../../../plugins/penilaian/plugin.js";
import * as tpp from "../../../plugins/siwi/data/sidang.entity.js";
import { plugin as siwi } from "../../../plugins/siwi/plugin.js";
import type { Database } from "../../../src/platform/db/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";
import { pluginSchema } from "../../support/plugin-schema.js";

const schema = pluginSchema([angkaKredit, kepegawaian, siwi, edupak]);

const aSidang: Sidang = {
  id: "s1",
  caseId: "case-s1",
  tanggal: "2026-03-05",
  pukul: "09.00 WIB",
  tempat: "Ruang Rapat, Jakarta",
  dasarKeputusan: "Keputusan Nomor 000/K.1/2026",
  dasarTanggal: "2026-01-12",
  dupakCaseIds: ["case-d1", "case-d2"],
  anggota: [{ nama: "Sekar Kusumajati, S.AP.", nip: "199001012015042901", kedudukan: "Ketua", hadir: true }],
  perbedaanPendapat: ["Bukti baris 1 dinilai lemah oleh satu anggota"],
  nomor: null,
  status: "DIJADWALKAN",
};

const apps = [
  { app: "siwi", tables: { sidang: tpp.SidangEntity, putusan: tpp.PutusanSidangEntity }, periodeId: "p1" },
  { app: "edupak", tables: { sidang: jfk.SidangEntity, putusan: jfk.PutusanSidangEntity }, periodeId: undefined },
];

describe.each(databaseKinds)("tables of sessions on %s", (kind) => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase(kind, schema);
  }, 120_000);
  afterAll(() => db.close());

  it("should be made by the migrations exactly as the entities describe them", async () => {
    const { upQueries } = await db.read((tx) => tx.manager.dataSource.driver.createSchemaBuilder().log());
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it.each(apps)("should give back a session of $app as it was kept", async ({ tables, periodeId }) => {
    const sidang = { ...aSidang, ...(periodeId === undefined ? {} : { periodeId }) };
    await db.transaction((tx) => new SidangRepository(tx.manager, tables).saveSidang(sidang));
    const decided = { ...sidang, nomor: "BA/001/2026", status: "DIPUTUS" } as const;
    await db.transaction((tx) => new SidangRepository(tx.manager, tables).saveSidang(decided));
    expect(await db.read((tx) => new SidangRepository(tx.manager, tables).sidang("s1"))).toEqual(decided);
    expect(await db.read((tx) => new SidangRepository(tx.manager, tables).sidangByCase("case-s1"))).toEqual(decided);
    expect(await db.read((tx) => new SidangRepository(tx.manager, tables).sidang("s2"))).toBeUndefined();
  });

  it.each(apps)("should refuse a decision of $app that someone else has changed", async ({ tables }) => {
    const decision = { id: "k1", sidangId: "s1", dupakCaseId: "case-d1", revision: 1, catatan: null } as const;
    await db.transaction((tx) =>
      new SidangRepository(tx.manager, tables).addPutusan({ ...decision, putusan: "DITETAPKAN" }),
    );
    const change = () =>
      db.transaction((tx) =>
        new SidangRepository(tx.manager, tables).changePutusan({ ...decision, putusan: "DITUNDA", catatan: "Sakit" }),
      );
    expect(await change()).toBe(true);
    expect(await change()).toBe(false);
    expect(await db.read((tx) => new SidangRepository(tx.manager, tables).putusan("s1"))).toEqual([
      { ...decision, revision: 2, putusan: "DITUNDA", catatan: "Sakit" },
    ]);
  });
});
