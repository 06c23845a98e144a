import { type MigrationInterface, type QueryRunner, TableIndex } from "typeorm";

/** At most one document corrects another: of two corrections at the same time one wins. */
export class CorrectOnce1764000600001 implements MigrationInterface {
  readonly name = "CorrectOnce1764000600001";

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("printed_document", "ix_printed_document_corrects");
    await runner.createIndex(
      "printed_document",
      new TableIndex({ name: "ux_printed_document_corrects", columnNames: ["corrects"], isUnique: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("printed_document", "ux_printed_document_corrects");
    await runner.createIndex(
      "printed_document",
      new TableIndex({ name: "ix_printed_document_corrects", columnNames: ["corrects"] }),
    );
  }
}
