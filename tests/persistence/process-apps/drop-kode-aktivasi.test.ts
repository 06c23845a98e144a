import { describe, expect, it } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { plugin as angkaKredit } from "../../../plugins/angka-kredit/plugin.js";
import { EdupakRepository, plugin as edupak } from "../../../plugins/edupak/plugin.js";
import { plugin as kepegawaian } from "../../../plugins/kepegawaian/plugin.js";
import { plugin as siwi, SiwiRepository } from "../../../plugins/siwi/plugin.js";
import { openDatabase } from "../../../src/platform/db/index.js";
import { databaseKinds } from "../../support/database.js";
import { keptDatabase } from "../../support/kept-database.js";
import { pluginSchema } from "../../support/plugin-schema.js";

const { entities, migrations } = pluginSchema([angkaKredit, kepegawaian, siwi, edupak]);
const before = migrations.filter(({ name }) => !name.startsWith("DropKodeAktivasi"));
const CODE = "kx7p2-9qm4t-abcde-23456";

const filesWithCode = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(CODE));

describe.each(databaseKinds)("one-time codes that stood as plain text on %s", (kind) => {
  const database = keptDatabase(kind);

  it("should be gone, and everything else of the rows be kept", async () => {
    // given
    const old = await openDatabase({ url: database.url, entities, migrations: before });
    await old.transaction(async ({ manager }) => {
      for (let number = 1; number <= 500; number++) {
        await manager.query(
          `INSERT INTO edupak_akun (caseId, pegawaiId, akunId, jenis, kodeAktivasi, perbedaan)
           VALUES (?, 'p1', 'u1', 'JFK', ?, 'TMT golongan')`,
          [`c${number}`, CODE],
        );
      }
      await manager.query(
        `INSERT INTO siwi_permohonan_niwn (id, caseId, pemohonId, instansiId, nip, isian, berkasSk, kodeAktivasi)
         VALUES ('n1', 'k2', 'u2', 'i1', '199001012015042901', '{"nama":"Sekar"}', '{"id":"f1","name":"sk.pdf"}', ?)`,
        [CODE],
      );
    });
    await old.close();
    expect(filesWithCode(database.folder)).toEqual(kind === "sqlite" ? ["alur.db"] : []);
    // when
    const db = await openDatabase({ url: database.url, entities, migrations });
    // then
    try {
      const { upQueries } = await db.read((tx) => tx.manager.dataSource.driver.createSchemaBuilder().log());
      expect(upQueries.map(({ query }) => query)).toEqual([]);
      const akun = await db.read((tx) => new EdupakRepository(tx.manager).akunByCase("c1"));
      expect({ ...akun }).toEqual({
        caseId: "c1",
        pegawaiId: "p1",
        akunId: "u1",
        jenis: "JFK",
        perbedaan: "TMT golongan",
      });
      expect(await db.read((tx) => new SiwiRepository(tx.manager).permohonanByCase("k2"))).toMatchObject({
        nip: "199001012015042901",
        isian: { nama: "Sekar" },
        berkasSk: { id: "f1", name: "sk.pdf" },
      });
    } finally {
      await db.close();
    }
    // SQLite's own files hold no trace of them either
    expect(filesWithCode(database.folder)).toEqual([]);
  }, 120_000);
});
