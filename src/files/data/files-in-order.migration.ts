import { type MigrationInterface, type QueryRunner, TableIndex } from "typeorm";

const NAME = "ix_file_place_case";

/** Files of a case file are paged in the order in which they came, and found without reading all files there are. */
export class FilesInOrder1764001000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("file_place", NAME);
    await runner.createIndex(
      "file_place",
      new TableIndex({ name: NAME, columnNames: ["case_id", "claimed_at", "place", "file_id"] }),
    );
    await runner.createIndex("stored_file", new TableIndex({ name: "ix_stored_file_case", columnNames: ["case_id"] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("stored_file", "ix_stored_file_case");
    await runner.dropIndex("file_place", NAME);
    await runner.createIndex("file_place", new TableIndex({ name: NAME, columnNames: ["case_id"] }));
  }
}
