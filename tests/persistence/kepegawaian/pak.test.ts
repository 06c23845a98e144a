import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  batalkanPak,
  catatPak,
  type PakBaru,
  PakRepository,
  plugin as kepegawaian,
} from "../../../plugins/kepegawaian/plugin.js";
import type { Database, EntityClass, MigrationClass } from "../../../src/platform/db/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";

const tables = {
  entities: (kepegawaian.entities ?? []) as EntityClass[],
  migrations: (kepegawaian.migrations ?? []) as MigrationClass[],
};

const aPak = (more: Partial<PakBaru> = {}): PakBaru => ({
  nip: "199001012015042901",
  jenis: "KONVENSIONAL",
  nomor: "PAK/1/2021",
  tanggal: "2021-07-15",
  masaMulai: "2021-01",
  masaSelesai: "2021-06",
  akUtama: "20.833",
  akPenunjang: "1.167",
  akTotal: "22.000",
  documentId: "document-1",
  sumber: "ALUR",
  ...more,
});

describe.each(databaseKinds)("decisions on credit on %s", (kind) => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase(kind, tables);
  }, 120_000);
  afterAll(() => db.close());

  const record = (more: Partial<PakBaru> = {}): Promise<string> => db.transaction((tx) => catatPak(tx, aPak(more)));
  const pak = (id: string) => db.read((tx) => new PakRepository(tx.manager).pak(id));

  it("should record a decision once, also when a job runs twice", async () => {
    const nip = "199001012015042902";
    const id = await record({ nip });
    expect(await record({ nip })).toBe(id);
    expect(await pak(id)).toEqual({ ...aPak({ nip }), id, pertama: false, siasnId: null, terunggah: [], batal: null });
    await expect(record({ nip, akUtama: "20.000", akTotal: "21.167" })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("should refuse a period that overlaps another decision, naming it", async () => {
    await record();
    const refused = record({ nomor: "PAK/2/2021", masaMulai: "2021-06", masaSelesai: "2021-12" });
    await expect(refused).rejects.toMatchObject({
      code: "CONFLICT",
      details: {
        detail: { id: "Masa 2021-06 s/d 2021-12 bertumpuk dengan PAK nomor PAK/1/2021 (2021-01 s/d 2021-06)" },
      },
    });
    await record({ nomor: "PAK/3/2021", masaMulai: "2021-07", masaSelesai: "2021-12" });
    // the integration sums up the periods, hence stands beside them
    await record({ nomor: "INT/1", jenis: "INTEGRASI", masaMulai: "2021-01", masaSelesai: "2022-12" });
    await expect(
      record({ nomor: "INT/2", jenis: "INTEGRASI", masaMulai: "2022-12", masaSelesai: "2022-12" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const periods = await db.read((tx) => new PakRepository(tx.manager).riwayat(aPak().nip));
    expect(periods.map(({ nomor }) => nomor)).toEqual(["PAK/1/2021", "INT/1", "PAK/3/2021"]);
  });

  it("should let only one of two decisions at the same time have a month", async () => {
    const nip = "199001012015042903";
    const outcomes = await Promise.allSettled(
      ["A", "B", "C", "D"].map((nomor) => record({ nip, nomor, masaMulai: "2021-03", masaSelesai: "2021-03" })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "CONFLICT" });
    }
    const all = await db.read((tx) => new PakRepository(tx.manager).riwayat(nip));
    expect(all).toHaveLength(1);
  });

  it("should free the period of a cancelled decision and keep the decision", async () => {
    const nip = "199001012015042904";
    const id = await record({ nip });
    const batal = { pakId: id, tanggal: "2021-08-01", alasan: "Salah orang" };
    await db.transaction((tx) => batalkanPak(tx, batal));
    expect((await pak(id))?.batal).toEqual({ pada: "2021-08-01", alasan: "Salah orang" });
    await expect(db.transaction((tx) => batalkanPak(tx, batal))).rejects.toMatchObject({ code: "INVALID_STATE" });
    await expect(record({ nip })).rejects.toMatchObject({ code: "CONFLICT" }); // its number is used up
    expect(await record({ nip, nomor: "PAK/4/2021" })).not.toBe(id);
    await expect(db.transaction((tx) => batalkanPak(tx, { ...batal, pakId: "none" }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it.each([
    ["masaSelesai", { masaSelesai: "2021-13" }],
    ["masaSelesai", { masaSelesai: "2020-12" }],
    ["tanggal", { tanggal: "2020-02-31" }],
    ["akUtama", { akUtama: "287500.000" }],
    ["akUtama", { akUtama: "20,833" }],
    ["akTotal", { akTotal: "22.001" }],
    ["nomor", { nomor: " " }],
  ])("should name '%s' of %j", async (path, wrong) => {
    const nip = "199001012015042905";
    await expect(record({ nip, ...wrong })).rejects.toMatchObject({
      code: "BAD_INPUT",
      details: { errors: [{ path }] },
    });
    expect(await db.read((tx) => new PakRepository(tx.manager).riwayat(nip))).toEqual([]);
  });
});
