import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoPeople, KepegawaianRepository, plugin as kepegawaian } from "../../../plugins/kepegawaian/plugin.js";
import { type EntityClass, type MigrationClass, openDatabase } from "../../../src/platform/db/index.js";
import { databaseKinds, freshMariadb } from "../../support/database.js";

const entities = (kepegawaian.entities ?? []) as EntityClass[];
const migrations = (kepegawaian.migrations ?? []) as MigrationClass[];
const before = migrations.filter(({ name }) => !name.startsWith("CreateSapk"));

describe.each(databaseKinds)("names that become longer on %s", (kind) => {
  const folder = mkdtempSync(join(tmpdir(), "alur-wider-"));
  let url = `sqlite:${join(folder, "alur.db")}`;
  let drop = (): Promise<void> => Promise.resolve();
  beforeAll(async () => {
    if (kind === "sqlite") return;
    const schema = await freshMariadb();
    url = schema.url;
    drop = () => schema.drop();
  });
  afterAll(async () => {
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("should keep the people and units that are there", async () => {
    const [person] = demoPeople();
    if (person === undefined) throw new Error("Expected demo people");
    const old = await openDatabase({ url, entities, migrations: before });
    await old.transaction(async ({ manager }) => {
      const people = new KepegawaianRepository(manager);
      await people.saveUnitKerja({ id: "u1", instansiId: person.instansiId, nama: "BPSDM" });
      await people.savePegawai(person);
    });
    await old.close();
    const db = await openDatabase({ url, entities, migrations });
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
  }, 60_000);
});
