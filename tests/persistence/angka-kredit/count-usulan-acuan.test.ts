import { describe, expect, it } from "@jest/globals";
import { plugin as angkaKredit } from "../../../plugins/angka-kredit/plugin.js";
import { PenomoranRepository, plugin as kepegawaian } from "../../../plugins/kepegawaian/plugin.js";
import { openDatabase } from "../../../src/platform/db/index.js";
import { databaseKinds } from "../../support/database.js";
import { keptDatabase } from "../../support/kept-database.js";
import { pluginSchema } from "../../support/plugin-schema.js";

const { entities, migrations } = pluginSchema([kepegawaian, angkaKredit]);
const before = migrations.filter(({ name }) => !name.startsWith("CountUsulan"));

describe.each(databaseKinds)("numbers of proposals that were counted before on %s", (kind) => {
  const database = keptDatabase(kind);

  it("should go on after the last of each year", async () => {
    // given
    const old = await openDatabase({ url: database.url, entities, migrations: before });
    await old.transaction(async ({ manager }) => {
      for (const number of ["2026-0002", "2026-0010", "2027-0011"]) {
        await manager.query(
          `INSERT INTO case_file (id, app, type, reference, title, subject_name, status, revision, opened_at, updated_at)
           VALUES (?, 'angka-kredit', 'ubah-acuan-ak', ?, 'Koefisien', 'Pengelola', 'BERLAKU', 1, 0, 0)`,
          [number, `ACUAN-AK-${number}`],
        );
      }
    });
    await old.close();
    // when
    const db = await openDatabase({ url: database.url, entities, migrations });
    const next = (year: number) =>
      db.transaction((tx) => new PenomoranRepository(tx.manager).nextNumber(`ak:ACUAN-AK:${year}`));
    // then
    try {
      expect(await next(2026)).toBe(11);
      expect(await next(2027)).toBe(12);
      expect(await next(2028)).toBe(1);
    } finally {
      await db.close();
    }
  }, 120_000);
});
