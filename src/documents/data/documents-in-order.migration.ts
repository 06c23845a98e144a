import { type MigrationInterface, type QueryRunner, TableIndex } from "typeorm";

const NAME = "ix_printed_document_case";

/** Documents of a case file are paged in the order of issue: a page reads its own rows only. */
export class DocumentsInOrder1764001000001 implements MigrationInterface {
  readonly name = "DocumentsInOrder1764001000001";

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("printed_document", NAME);
    await runner.createIndex(
      "printed_document",
      new TableIndex({ name: NAME, columnNames: ["case_id", "issued_at", "id"] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("printed_document", NAME);
    await runner.createIndex("printed_document", new TableIndex({ name: NAME, columnNames: ["case_id"] }));
  }
}
