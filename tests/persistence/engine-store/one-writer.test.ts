import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createConnection } from "mysql2/promise";
import { openMariadbEngineStore, openSqliteEngineStore } from "../../../src/engine-store/index.js";
import { databaseKinds, freshMariadb, type FreshMariadb } from "../../support/database.js";
import { batch, sampleRow, upserts } from "./sample-rows.js";

/** Suites of databases that `DB` leaves out are not there at all. */
const describeOn = (kind: "sqlite" | "mariadb", suite: () => void): void => {
  if (databaseKinds.includes(kind)) describe(`one writer on ${kind}`, suite);
};

describeOn("sqlite", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "engine-store-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("should refuse a second engine on the same file until the first has closed", async () => {
    const file = join(folder, "deep", "engine.db");
    const first = openSqliteEngineStore({ file });
    await first.commit(batch(1, upserts("job", sampleRow("job"))));

    expect(() => openSqliteEngineStore({ file })).toThrow(
      /Expected to be the only engine on '.*engine\.db', but another process has it open/u,
    );

    await first.close();
    const second = openSqliteEngineStore({ file });
    expect(second.select({ table: "job" })).toEqual([sampleRow("job")]);
    await second.close();
  });

  it("should name the file that cannot be opened", () => {
    expect(() => openSqliteEngineStore({ file: join(folder) })).toThrow(
      new RegExp(`Expected to open the database '${folder}', but`, "u"),
    );
  });
});

describeOn("mariadb", () => {
  let schema: FreshMariadb;
  beforeEach(async () => {
    schema = await freshMariadb();
  });
  afterEach(() => schema.drop());

  const killWriter = async () => {
    const connection = await createConnection(schema.url);
    const name = new URL(schema.url).pathname.slice(1);
    const [rows] = await connection.query("SELECT IS_USED_LOCK(?) AS id", [`engine.${name}`]);
    await connection.query(`KILL ${String((rows as [{ id: number }])[0].id)}`);
    await connection.end();
  };

  it("should refuse a second engine while the first is there", async () => {
    const first = await openMariadbEngineStore({ url: schema.url });

    await expect(openMariadbEngineStore({ url: schema.url })).rejects.toThrow(
      /Expected to be the only engine on database/u,
    );

    await first.close();
    await (await openMariadbEngineStore({ url: schema.url })).close();
  });

  it("should go on after its connection was cut", async () => {
    const store = await openMariadbEngineStore({ url: schema.url });
    await store.commit(batch(1));
    await killWriter();

    await store.commit(batch(2)).catch(() => store.commit(batch(2)));

    expect(await store.head()).toMatchObject({ position: 2 });
    await store.close();
  });

  it("should fence a writer that was replaced", async () => {
    const old = await openMariadbEngineStore({ url: schema.url });
    await killWriter();
    const successor = await openMariadbEngineStore({ url: schema.url });
    await successor.commit(batch(1));

    await expect(
      old.commit(batch(1, upserts("job", sampleRow("job")))).catch(() => old.commit(batch(2))),
    ).rejects.toThrow();

    expect(await successor.select({ table: "job" })).toEqual([]);
    await successor.close();
    await expect(old.commit(batch(2))).rejects.toThrow(/another one has taken over/u);
    await old.close();
  });

  it("should not let a writer that was replaced remove entries of the log", async () => {
    const old = await openMariadbEngineStore({ url: schema.url });
    for (const position of [1, 2, 3]) await old.commit(batch(position));
    expect(await old.removeLog(1, 10)).toBe(1);
    expect(await old.removeLog(1, 10)).toBe(0);
    await killWriter();
    const successor = await openMariadbEngineStore({ url: schema.url });

    await expect(old.removeLog(2, 10)).rejects.toThrow(/another one has taken over/u);

    expect(await successor.readLog(0, 10)).toHaveLength(2);
    expect(await successor.removeLog(2, 10)).toBe(1);
    await successor.close();
    await old.close();
  });

  it("should name what is wrong with a URL", async () => {
    await expect(openMariadbEngineStore({ url: "http://x" })).rejects.toThrow("Expected a database URL like mysql://");
    await expect(openMariadbEngineStore({ url: "mysql://root@127.0.0.1:1/x" })).rejects.toThrow(
      "Expected the database to answer, but",
    );
  });
});
