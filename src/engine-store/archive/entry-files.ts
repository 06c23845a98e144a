import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { LogBatch } from "../../engine/index.js";
import { writeLinesDurably } from "./durable-file.js";
import { readLines } from "./gzip-lines.js";

/** A file with entries of the record log: `entries-000000000001-000000010000.ndjson.gz`, one entry a line. */
export interface EntryFile {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

const NAME = /^entries-(\d{12})-(\d{12})\.ndjson\.gz$/u;
const digits = (position: number): string => String(position).padStart(12, "0");

/** The entry files of a folder, the oldest first. */
export function entryFiles(folder: string): readonly EntryFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const [, first, last] = NAME.exec(name) ?? [];
      return first === undefined ? [] : [{ path: join(folder, name), first: Number(first), last: Number(last) }];
    });
}

/** Writes entries of the log to a file; it is on the disk when this resolves. */
export async function writeEntryFile(
  folder: string,
  { first, last }: { readonly first: number; readonly last: number },
  entries: AsyncIterable<LogBatch>,
): Promise<EntryFile> {
  const path = join(folder, `entries-${digits(first)}-${digits(last)}.ndjson.gz`);
  await writeLinesDurably(path, linesOf(entries));
  return { path, first, last };
}

async function* linesOf(entries: AsyncIterable<LogBatch>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

/** The entries of a file, in order. @throws {Error} when the file is damaged. */
export async function* readEntryFile({ path }: EntryFile): AsyncGenerator<LogBatch> {
  for await (const line of readLines(path)) yield JSON.parse(line) as LogBatch;
}
