import { type MigrationInterface, type QueryRunner, Table } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

export class CreateFiles1764000002004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "stored_file",
        columns: [
          c.id("id", { isPrimary: true }),
          c.varchar("name"),
          c.varchar("content_type", { length: "100" }),
          c.instant("size_bytes"),
          c.varchar("sha256", { length: "64" }),
          c.varchar("uploaded_by", { length: "100" }),
          c.instant("uploaded_at"),
          c.id("case_id", { isNullable: true }),
          c.text("entries", { isNullable: true }),
          c.instant("unclaimed_at", { isNullable: true }),
        ],
        indices: [
          { name: "ix_stored_file_sha256", columnNames: ["sha256"] },
          { name: "ix_stored_file_unclaimed", columnNames: ["unclaimed_at"] },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: "file_place",
        columns: [
          c.id("file_id", { isPrimary: true }),
          c.id("case_id", { isPrimary: true }),
          c.varchar("place", { isPrimary: true, length: "191" }),
          c.instant("claimed_at"),
        ],
        indices: [{ name: "ix_file_place_case", columnNames: ["case_id"] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("file_place");
    await runner.dropTable("stored_file");
  }
}
