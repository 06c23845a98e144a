import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RebuiltTables, TableName, TableRows } from "../../engine/index.js";
import { AppError } from "../../platform/index.js";
import { layoutOf, TABLE_LAYOUTS } from "../schema/table-layout.js";
import type { StoreSnapshot } from "./archivable-store.js";
import { syncToDisk, writeLinesDurably } from "./durable-file.js";
import { readLines } from "./gzip-lines.js";

/** A copy of all tables: the folder `base-<position>` with one file of rows per table and `base.json`, which has their hashes. */
export interface BaseCopy {
  readonly folder: string;
  readonly position: number;
}

interface Manifest {
  readonly position: number;
  readonly tables: readonly { readonly table: TableName; readonly rows: number; readonly sha256: string }[];
}

const NAME = /^base-(\d{12})$/u;
const MANIFEST = "base.json";
const ROWS_AT_ONCE = 500;
const fileOf = (table: TableName): string => `${table}.ndjson.gz`;

/** The bases of a folder, the oldest first. */
export function baseCopies(folder: string): readonly BaseCopy[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const position = NAME.exec(name)?.[1];
      return position === undefined ? [] : [{ folder: join(folder, name), position: Number(position) }];
    });
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest("hex");
}

/** Copies a snapshot, a few rows at a time; the folder appears whole and on the disk, or not at all. */
export async function writeBase(
  folder: string,
  snapshot: StoreSnapshot,
  pause: () => Promise<void>,
): Promise<BaseCopy> {
  const name = `base-${String(snapshot.position).padStart(12, "0")}`;
  const half = join(folder, `.${name}`);
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  const tables: Manifest["tables"][number][] = [];
  for (const table of TABLE_LAYOUTS.keys()) {
    const counted = { rows: 0 };
    const path = join(half, fileOf(table));
    await writeLinesDurably(path, linesOf(snapshot, table, pause, counted));
    tables.push({ table, rows: counted.rows, sha256: await sha256Of(path) });
    await pause();
  }
  const manifest: Manifest = { position: snapshot.position, tables };
  await writeFile(join(half, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  await syncToDisk(half);
  await rename(half, join(folder, name));
  await syncToDisk(folder);
  return { folder: join(folder, name), position: snapshot.position };
}

async function* linesOf(
  snapshot: StoreSnapshot,
  table: TableName,
  pause: () => Promise<void>,
  counted: { rows: number },
): AsyncGenerator<string> {
  const key = layoutOf(table).primaryKey.name;
  for (let after: string | undefined; ;) {
    const rows = await snapshot.rows(table, after, ROWS_AT_ONCE);
    for (const row of rows) yield `${JSON.stringify(row)}\n`;
    counted.rows += rows.length;
    if (rows.length < ROWS_AT_ONCE) return;
    after = (rows.at(-1) as unknown as Readonly<Record<string, string>>)[key];
    await pause();
  }
}

/** @throws {AppError} UNAVAILABLE when a file of the base is not what its hash says. */
export async function checkBase({ folder }: BaseCopy): Promise<void> {
  for (const { table, sha256 } of manifestOf(folder).tables) {
    const path = join(folder, fileOf(table));
    if (!existsSync(path) || (await sha256Of(path)) !== sha256)
      throw new AppError("UNAVAILABLE", `Expected '${path}' to be as it was written, but it is damaged or gone`);
  }
}

/** All rows of a base, as `rebuildTables` takes them. @throws {AppError} UNAVAILABLE when a file is damaged. */
export async function readBase(base: BaseCopy): Promise<RebuiltTables> {
  await checkBase(base);
  const tables = new Map<TableName, readonly TableRows[TableName][]>();
  for (const { table } of manifestOf(base.folder).tables) {
    const rows: TableRows[TableName][] = [];
    for await (const line of readLines(join(base.folder, fileOf(table))))
      rows.push(JSON.parse(line) as TableRows[TableName]);
    tables.set(table, rows);
  }
  return tables;
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")) as Manifest;
