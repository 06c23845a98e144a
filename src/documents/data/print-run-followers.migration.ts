import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from "typeorm";
import { portableColumns } from "../../platform/db/index.js";

/** Whom a run belongs to besides the one who started it. Runs from before stay those of their starters. */
export class PrintRunFollowers1764002006001 implements MigrationInterface {
  readonly name = "PrintRunFollowers1764002006001";

  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.addColumn("print_run", new TableColumn(c.varchar("started_by_name", { default: "''" })));
    await runner.addColumn(
      "print_run",
      new TableColumn(c.varchar("follower_group", { length: "150", isNullable: true })),
    );
    await runner.createIndex(
      "print_run",
      new TableIndex({ name: "ix_print_run_group", columnNames: ["follower_group", "started_at"] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex("print_run", "ix_print_run_group");
    for (const column of ["follower_group", "started_by_name"]) await runner.dropColumn("print_run", column);
  }
}
