import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner, Table } from "typeorm";
import { type AccessRules, type Actor, composeAbility, type Conditions } from "../../../src/identity/index.js";
import { type Database, portableColumns, positional } from "../../../src/platform/db/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";

@Entity("try_thing")
class Thing {
  @PrimaryColumn("int")
  id!: number;
  @Column("varchar", { length: 10, nullable: true })
  owner!: string | null;
  @Column("varchar", { length: 10, nullable: true })
  agency!: string | null;
  @Column("int", { nullable: true })
  level!: number | null;
  @Column("boolean")
  open!: boolean;
}

class CreateThings1764000001991 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const c = portableColumns(runner);
    const columns = [
      c.int("id", { isPrimary: true }),
      c.varchar("owner", { length: "10", isNullable: true }),
      c.varchar("agency", { length: "10", isNullable: true }),
      c.int("level", { isNullable: true }),
      c.boolean("open"),
    ];
    await runner.createTable(new Table({ name: "try_thing", columns }));
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("try_thing");
  }
}

const actor: Actor = {
  userId: "u1",
  username: "budi",
  displayName: "Budi",
  personId: null,
  role: null,
  roles: [],
  language: "id",
};

const columns: Readonly<Record<string, string>> = {
  owner: "t.owner",
  "scopes.agency": "t.agency",
  level: "t.level",
  open: "t.open",
};
const column = (field: string): string => {
  const name = columns[field];
  if (name === undefined) throw new Error(`Expected a known field, but it is '${field}'`);
  return name;
};

const names = fc.constantFrom("a", "b", "c");
const nullable = <T>(values: fc.Arbitrary<T>) => fc.oneof(values, fc.constant(null));
const condition = <T extends string | number>(values: fc.Arbitrary<T>) =>
  fc.oneof(
    nullable(values),
    fc.array(values, { maxLength: 3 }).map(($in) => ({ $in })),
    nullable(values).map(($ne) => ({ $ne })),
  );
const conditions: fc.Arbitrary<Conditions | undefined> = fc.option(
  fc.record(
    {
      owner: condition(names),
      "scopes.agency": condition(names),
      level: condition(fc.integer({ min: 0, max: 2 })),
      open: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  { nil: undefined, freq: 5 },
);
const rule = fc.record({ inverted: fc.boolean(), verb: fc.constantFrom("read", "score"), conditions });

const things = fc.array(
  fc.record({
    owner: nullable(names),
    agency: nullable(names),
    level: nullable(fc.integer({ min: 0, max: 2 })),
    open: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

describe.each(databaseKinds)("rules as SQL on %s", (kind) => {
  let db: Database;
  beforeEach(async () => {
    db = await openTestDatabase(kind, { entities: [Thing], migrations: [CreateThings1764000001991] });
  });
  afterEach(() => db.close());

  const store = (rows: readonly Omit<Thing, "id">[]): Promise<void> =>
    db.transaction(async ({ manager }) => {
      await manager.query("DELETE FROM try_thing");
      await manager.insert(
        Thing,
        rows.map((row, id) => ({ id, ...row })),
      );
    });

  const select = (sql: string, parameters: Readonly<Record<string, unknown>>): Promise<number[]> =>
    db.read(async ({ manager }) => {
      const query = positional(`SELECT t.id AS id FROM try_thing t WHERE ${sql} ORDER BY t.id`, parameters);
      const rows = await manager.query<{ id: number }[]>(query.sql, [...query.values]);
      return rows.map(({ id }) => id);
    });

  it("should find exactly the rows on which the rules say yes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rule, { maxLength: 5 }), things, async (rules, rows) => {
        // given
        const access: AccessRules = (_actor, { can, cannot }) => {
          for (const one of rules) (one.inverted ? cannot : can)(one.verb, "Thing", one.conditions);
        };
        const ability = composeAbility(actor, [access]);
        await store(rows);
        // when
        const { sql, parameters } = ability.toSql("read", "Thing", column);
        const found = await select(sql, parameters);
        // then
        const expected = rows.flatMap(({ owner, agency, level, open }, id) =>
          ability.can("read", Object.freeze({ kind: "Thing", owner, scopes: { agency }, level, open })) ? [id] : [],
        );
        expect(found).toEqual(expected);
      }),
      { numRuns: kind === "sqlite" ? 200 : 60 },
    );
  });
});

describe("composeAbility", () => {
  it("should give the reason of the rule that refuses", () => {
    const reason = { id: "bukan milik sendiri", en: "not one's own" };
    const ability = composeAbility(actor, [
      (_actor, { cannot }) => cannot("score", "Thing", { owner: "u1" }).because(reason),
      (_actor, { can }) => void can("score", "Thing"),
    ]);
    const own = { kind: "Thing", owner: "u1" };
    expect(ability.cannot("score", own)).toBe(true);
    expect(ability.reason("score", own)).toEqual(reason);
    expect(ability.reason("score", { kind: "Thing", owner: "u2" } as { kind: string })).toBeUndefined();
  });

  it("should allow nothing that no rule names", () => {
    const ability = composeAbility(actor, []);
    expect(ability.can("read", "Thing")).toBe(false);
    expect(ability.toSql("read", "Thing", column)).toEqual({ sql: "1 = 0", parameters: {} });
  });

  it.each(["owner; DROP TABLE try_thing", "", "t.owner)--"])("should refuse the field name '%s'", (field) => {
    const ability = composeAbility(actor, [(_actor, { can }) => void can("read", "Thing", { [field]: "x" })]);
    expect(() => ability.toSql("read", "Thing", (name) => name)).toThrow("Expected the name of a field");
  });
});
