import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { AppError, type Config, systemClock } from "../../platform/index.js";
import { DATABASES, MANIFEST, type Manifest } from "./manifest.js";
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

/** What goes in: copies of the databases, uploaded files, and the notes beside them. */
const collect = (dataDir: string, copies: string): { readonly name: string; readonly path: string }[] => [
  ...DATABASES.map((name) => ({ name, path: join(copies, name) })).filter(({ path }) => existsSync(path)),
  ...readdirSync(dataDir)
    .filter(isOther)
    .map((name) => ({ name, path: join(dataDir, name) })),
  ...filesBelow(join(dataDir, "files")).map((path) => ({ name: relative(dataDir, path).replaceAll("\\", "/"), path })),
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
 * @throws {AppError} BAD_CONFIG when the databases are on a server, DATA_FOLDER when there are none.
 */
export const makeBackup = async (
  { dataDir, databaseUrl }: Pick<Config, "dataDir" | "databaseUrl">,
  file: string,
): Promise<number> => {
  if (!databaseUrl.startsWith("sqlite:")) {
    throw new AppError(
      "BAD_CONFIG",
      "Expected the databases in the data folder, but ALUR_DATABASE_URL names a server: save it with mariadb-dump --single-transaction, and the folder 'files' beside it",
    );
  }
  const present = DATABASES.filter((name) => existsSync(join(dataDir, name)));
  if (present.length === 0) {
    throw new AppError(
      "DATA_FOLDER",
      `Expected databases in '${dataDir}', but there are none. Name the folder with --data`,
    );
  }
  const target = resolve(file);
  const copies = mkdtempSync(join(dirname(target), ".alur-backup-"));
  try {
    await snapshotTogether(present.map((name) => ({ file: join(dataDir, name), copy: join(copies, name) })));
    const sources = await sourcesOf(collect(dataDir, copies));
    const half = join(copies, "archive");
    await pipeline(Readable.from(packTar(sources)), createGzip(), createWriteStream(half, { mode: 0o600 }));
    renameSync(half, target);
    return sources.length - 1;
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
};
