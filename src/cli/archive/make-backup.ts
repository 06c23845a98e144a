import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { AppError, type Config, systemClock } from "../../platform/index.js";
import { DATABASES, MANIFEST, type Manifest, TABLES } from "./manifest.js";
import { dumpMariadb } from "./mariadb-dump.js";
import { snapshotTogether } from "./sqlite-snapshot.js";
import { packTar, type TarSource } from "./tar.js";

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted()
    : [];

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest("hex");
};

const isOther = (name: string): boolean => name.endsWith(".json") && !name.startsWith(".");

type Member = { readonly name: string; readonly path: string };

/** Copies of both SQLite files, or of all tables on the server, as they were at one instant. */
const copyDatabases = async (
  { dataDir, databaseUrl }: Pick<Config, "dataDir" | "databaseUrl">,
  copies: string,
): Promise<Member[]> => {
  if (databaseUrl.startsWith("mysql:")) {
    const files = await dumpMariadb(databaseUrl, join(copies, TABLES));
    return files.map((file) => ({ name: `${TABLES}/${file}`, path: join(copies, TABLES, file) }));
  }
  const members = DATABASES.map((name) => ({ name, path: join(copies, name) })).filter(({ name }) =>
    existsSync(join(dataDir, name)),
  );
  await snapshotTogether(members.map(({ name, path }) => ({ file: join(dataDir, name), copy: path })));
  return members;
};

/** Folders of contents: uploads of the application, documents of the engine, archived entries of its record log. */
const CONTENTS = ["files", "documents", "engine-archive"];

/** A file that the archiver of the record log is still writing. */
const isHalf = (path: string): boolean => /[\\/]engine-archive[\\/](?:\.|.*\.half$)/u.test(path);

/** Uploaded files and the notes beside the databases. */
const filesOf = (dataDir: string): Member[] => [
  ...(existsSync(dataDir) ? readdirSync(dataDir) : [])
    .filter(isOther)
    .map((name) => ({ name, path: join(dataDir, name) })),
  ...CONTENTS.flatMap((folder) => filesBelow(join(dataDir, folder)))
    .filter((path) => !isHalf(path))
    .map((path) => ({ name: relative(dataDir, path).replaceAll("\\", "/"), path })),
];

const sourcesOf = async (files: readonly { readonly name: string; readonly path: string }[]): Promise<TarSource[]> => {
  const hashes: Record<string, string> = {};
  for (const { name, path } of files) hashes[name] = await sha256Of(path);
  const manifest: Manifest = { format: 1, madeAt: new Date(systemClock.now()).toISOString(), files: hashes };
  return [{ name: MANIFEST, text: `${JSON.stringify(manifest, null, 2)}\n` }, ...files];
};

/**
 * Saves databases, uploaded files and notes of a data folder in one archive, while the platform runs. The archive appears
 * whole or not at all.
 * @returns how many files it holds.
 * @throws {AppError} DATA_FOLDER when there are no databases, DATABASE_UNREACHABLE.
 */
export const makeBackup = async (config: Pick<Config, "dataDir" | "databaseUrl">, file: string): Promise<number> => {
  const target = resolve(file);
  const copies = mkdtempSync(join(dirname(target), ".alur-backup-"));
  try {
    const databases = await copyDatabases(config, copies);
    if (databases.length === 0) {
      throw new AppError(
        "DATA_FOLDER",
        `Expected databases in '${config.dataDir}', but there are none. Name the folder with --data`,
      );
    }
    const sources = await sourcesOf([...databases, ...filesOf(config.dataDir)]);
    const half = join(copies, "archive");
    await pipeline(Readable.from(packTar(sources)), createGzip(), createWriteStream(half, { mode: 0o600 }));
    renameSync(half, target);
    return sources.length - 1;
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
};
