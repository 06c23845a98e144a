import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner, Table } from "typeorm";
import {
  type Database,
  instantColumn,
  isUniqueViolation,
  jsonColumn,
  openDatabase,
  portableColumns,
  positional,
} from "../../../src/platform/db/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";

@Entity("try_note")
class Note {
  @PrimaryColumn("varchar", { length: 36 })
  id!: string;
  @Column(instantColumn)
  at!: number;
  @Column("text")
  body!: string;
  @Column({ ...jsonColumn, nullable: true })
  facts!: object | null;
}

class CreateNotes1764000001990 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    await runner.createTable(
      new Table({
        name: "try_note",
        columns: [
          c.id("id", { isPrimary: true }),
          c.instant("at"),
          c.text("body"),
          c.text("facts", { isNullable: true }),
        ],
      }),
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("try_note");
  }
}

class FailsHalfWay1764000001991 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("INSERT INTO try_note (id, at, body) VALUES ('half', 1, '')");
    await runner.query("ALTER TABLE no_such_table ADD COLUMN x int");
  }
  async down(): Promise<void> {}
}

const tables = { entities: [Note], migrations: [CreateNotes1764000001990] };
const note = (id: string, more: Partial<Note> = {}): Note => ({
  id,
  at: 1_764_000_000_123,
  body: "",
  facts: null,
  ...more,
});
const countOf = (db: Database): Promise<number> => db.read((tx) => tx.manager.count(Note));

describe.each(databaseKinds)("openDatabase on %s", (kind) => {
  let db: Database;
  beforeEach(async () => {
    db = await openTestDatabase(kind, tables);
  });
  afterEach(() => db.close());

  it("should keep exactly the transactions that succeed when twenty run at once and one fails", async () => {
    // when
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        db.transaction(async (tx) => {
          await tx.manager.insert(Note, note(`n${i}`));
          await new Promise((resolve) => setImmediate(resolve));
          if (i === 7) throw new Error("seven");
        }),
      ),
    );
    // then
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await countOf(db)).toBe(19);
  });

  it("should give numbers, long text and JSON back as they were", async () => {
    // given
    const long = "ü".repeat(100_000);
    // when
    await db.transaction((tx) =>
      tx.manager.insert(Note, note("a", { body: long, facts: { n: 1, list: [true, null] } })),
    );
    // then
    const row = await db.read((tx) => tx.manager.findOneByOrFail(Note, { id: "a" }));
    expect(row).toEqual(note("a", { body: long, facts: { n: 1, list: [true, null] } }));
  });

  it("should run work after the commit only when there was one", async () => {
    // given
    const ran: string[] = [];
    // when
    await db.transaction(async (tx) => {
      tx.afterCommit(async () => void ran.push(`kept, sees ${await countOf(db)}`));
      await tx.manager.insert(Note, note("a"));
    });
    await db
      .transaction(async (tx) => {
        tx.afterCommit(() => void ran.push("lost"));
        throw new Error("rolled back");
      })
      .catch(() => undefined);
    // then
    expect(ran).toEqual(["kept, sees 1"]);
  });

  it("should let both of two transactions through that wait for each other", async () => {
    // given
    await db.transaction((tx) => tx.manager.insert(Note, [note("a", { at: 0 }), note("b", { at: 0 })]));
    const both = new Map<string, () => void>();
    const meet = (who: string): Promise<void> =>
      kind === "sqlite"
        ? Promise.resolve() // one after the other: there is nobody to meet
        : new Promise((resolve) => {
            both.set(who, resolve);
            if (both.size === 2) for (const go of both.values()) go();
          });
    const ran: string[] = [];
    const raise = (first: string, second: string): Promise<void> =>
      db.transaction(async (tx) => {
        tx.afterCommit(() => void ran.push(first));
        await tx.manager.increment(Note, { id: first }, "at", 1);
        await meet(first);
        await tx.manager.increment(Note, { id: second }, "at", 1);
      });
    // when
    await Promise.all([raise("a", "b"), raise("b", "a")]);
    // then
    const rows = await db.read((tx) => tx.manager.find(Note, { order: { id: "ASC" } }));
    expect(rows.map(({ at }) => at)).toEqual([2, 2]);
    expect(ran.toSorted()).toEqual(["a", "b"]);
  });

  it("should refuse a unit of work inside another instead of waiting for itself", async () => {
    await expect(db.transaction(() => countOf(db))).rejects.toThrow("inside another");
  });

  it("should recognise a row that is there already", async () => {
    // given
    await db.transaction((tx) => tx.manager.insert(Note, note("a")));
    // when
    const failure: unknown = await db.transaction((tx) => tx.manager.insert(Note, note("a"))).catch((e: unknown) => e);
    // then
    expect(isUniqueViolation(failure)).toBe(true);
    expect(isUniqueViolation(new Error("other"))).toBe(false);
  });

  it("should run raw SQL with named parameters", async () => {
    // given
    await db.transaction((tx) => tx.manager.insert(Note, note("a", { at: 5 })));
    const { sql, values } = positional("SELECT id FROM try_note WHERE id IN (:ids) AND at < :at", {
      ids: ["a", "b"],
      at: 6,
    });
    // then
    expect(await db.read((tx) => tx.manager.query(sql, [...values]))).toEqual([{ id: "a" }]);
  });
});

describe("openDatabase on a SQLite file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "alur-db-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("should commit durably and enforce foreign keys", async () => {
    const db = await openDatabase({ url: `sqlite:${join(folder, "a.db")}`, ...tables });
    const pragma = (name: string) => db.read((tx) => tx.manager.query(`PRAGMA ${name}`));
    expect(await pragma("journal_mode")).toEqual([{ journal_mode: "wal" }]);
    expect(await pragma("synchronous")).toEqual([{ synchronous: 2 }]);
    expect(await pragma("foreign_keys")).toEqual([{ foreign_keys: 1 }]);
    await db.close();
  });

  it("should name the failing migration's reason and keep nothing of it", async () => {
    // given
    const url = `sqlite:${join(folder, "a.db")}`;
    // when
    const failing = openDatabase({ url, ...tables, migrations: [...tables.migrations, FailsHalfWay1764000001991] });
    // then
    await expect(failing).rejects.toMatchObject({
      code: "MIGRATION_FAILED",
      message: expect.stringContaining("no_such_table"),
    });
    const db = await openDatabase({ url, ...tables });
    expect(await countOf(db)).toBe(0);
    await db.close();
  });

  it("should say which file cannot be opened", async () => {
    await expect(openDatabase({ url: `sqlite:${folder}`, ...tables })).rejects.toMatchObject({
      code: "DATABASE_UNREACHABLE",
      message: expect.stringContaining(folder),
    });
  });
});

describe("openDatabase on an address where nothing answers", () => {
  it("should name host and database without the password", async () => {
    const failing = openDatabase({ url: "mysql://alur:geheim@127.0.0.1:1/alur", ...tables });
    await expect(failing).rejects.toMatchObject({
      code: "DATABASE_UNREACHABLE",
      message: expect.stringMatching(/'alur' at 127\.0\.0\.1:1 (?!.*geheim)/u),
    });
  });
});
