import { type MigrationInterface, type QueryRunner, TableColumn } from "typeorm";
import { portableColumns } from "../../../src/plugin-api/index.js";
import { dropSecretColumn } from "../../kepegawaian/plugin.js";

const TABLE = "siwi_permohonan_niwn";

/** One-time codes stood here as plain text. What they open stays: identity keeps their hash. */
export class DropKodeAktivasiNiwn1764002009002 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return dropSecretColumn(runner, TABLE, "kodeAktivasi");
  }

  /** The codes are gone for good. */
  async down(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.addColumn(TABLE, new TableColumn(c.varchar("kodeAktivasi", { length: "64", isNullable: true })));
  }
}
