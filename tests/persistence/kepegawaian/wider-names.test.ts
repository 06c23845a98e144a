import { describe, expect, it } from "@jest/globals";
import { demoPeople, KepegawaianRepository, plugin as kepegawaian } from "../../../plugins/kepegawaian/plugin.js";
import { type EntityClass, type MigrationClass, openDatabase } from "../../../src/platform/db/index.js";
import { databaseKinds } from "../../support/database.js";
import { keptDatabase } from "../../support/kept-database.js";

const entities = (kepegawaian.entities ?? []) as EntityClass[];
const migrations = (kepegawaian.migrations ?? []) as MigrationClass[];
const before = migrations.filter(({ name }) => !name.startsWith("CreateSapk"));

describe.each(databaseKinds)("names that become longer on %s", (kind) => {
  const database = keptDatabase(kind);

  it("should keep the people and units that are there", async () => {
    const [person] = demoPeople();
    if (person === undefined) throw new Error("Expected demo people");
    const old = await openDatabase({ url: database.url, entities, migrations: before });
    await old.transaction(async ({ manager }) => {
      const people = new KepegawaianRepository(manager);
      await people.saveUnitKerja({ id: "u1", instansiId: person.instansiId, nama: "BPSDM" });
      await people.savePegawai(person);
    });
    await old.close();
    const db = await openDatabase({ url: database.url, entities, migrations });
    const long = "Kepala Bidang ".repeat(14).trim();
    try {
      const read = () => db.read((tx) => new KepegawaianRepository(tx.manager).pegawaiByNip(person.nip));
      expect(await read()).toEqual(person);
      expect(await db.read((tx) => new KepegawaianRepository(tx.manager).unitKerja("u1"))).toMatchObject({
        nama: "BPSDM",
      });
      await db.transaction((tx) => new KepegawaianRepository(tx.manager).savePegawai({ ...person, jabatan: long }));
      expect((await read())?.jabatan).toBe(long);
    } finally {
      await db.close();
    }
  }, 120_000);
});
