import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { AppError, type Config, prepareDataFolder } from "../../platform/index.js";
import { MANIFEST, type Manifest, ManifestSchema, TABLES } from "./manifest.js";
import { loadMariadb, requireEmptyMariadb } from "./mariadb-dump.js";
import { type TarEntry, unpackTar } from "./tar.js";

const damaged = (reason: string): AppError =>
  new AppError("DATA_FOLDER", `Expected an archive made by 'npm run backup', but ${reason}`);

const manifestOf = async ({ name, body }: TarEntry): Promise<Manifest> => {
  if (name !== MANIFEST) throw damaged(`it begins with '${name}'`);
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part);
  const parsed = ManifestSchema.safeParse(JSON.parse(Buffer.concat(parts).toString("utf8")));
  if (!parsed.success) throw damaged("its list of files cannot be read");
  return parsed.data;
};

/** What zlib calls the two ways in which a gzip file can be bad. */
const unzipFaults: Readonly<Record<string, string>> = {
  Z_DATA_ERROR: "it is no gzip file, or damaged",
  Z_BUF_ERROR: "it ends in the middle",
};

/** Writes one file and compares its hash. A name that leads out of the folder is refused. */
const extract = async (entry: TarEntry, folder: string, expected: string | undefined): Promise<void> => {
  const name = normalize(entry.name);
  if (expected === undefined || name.startsWith("..") || name.startsWith("/")) {
    throw damaged(`it holds '${entry.name}', which its list does not name`);
  }
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  const hash = createHash("sha256");
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(entry.body), watch, createWriteStream(path, { mode: 0o600 }));
  if (hash.digest("hex") !== expected) throw damaged(`'${entry.name}' in it is damaged`);
};

const unpackInto = async (file: string, folder: string): Promise<number> => {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  const feeding = pipeline(source, unzipped).catch((error: unknown) => {
    unzipped.destroy(error instanceof Error ? error : new Error("Expected a gzip file", { cause: error }));
  });
  let manifest: Manifest | undefined;
  const missing = new Set<string>();
  for await (const entry of unpackTar(unzipped)) {
    if (manifest === undefined) {
      manifest = await manifestOf(entry);
      for (const name of Object.keys(manifest.files)) missing.add(name);
      continue;
    }
    await extract(entry, folder, manifest.files[entry.name]);
    missing.delete(entry.name);
  }
  await feeding;
  if (manifest === undefined || missing.size > 0) throw damaged(`these files are missing: ${[...missing].join(", ")}`);
  return Object.keys(manifest.files).length;
};

/**
 * Brings an archive of `makeBackup` into an empty data folder (and, where databases are on a server, into an empty database).
 * @returns how many files it held.
 * @throws {AppError} DATA_FOLDER when the folder is not empty or the archive is damaged.
 */
export const restoreBackup = async (
  file: string,
  { dataDir, databaseUrl }: Pick<Config, "dataDir" | "databaseUrl">,
): Promise<number> => {
  if (!existsSync(file)) throw new AppError("DATA_FOLDER", `Expected the archive '${file}', but there is no such file`);
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new AppError("DATA_FOLDER", `Expected an empty data folder, but '${dataDir}' is not: move it away first`);
  }
  const isServer = databaseUrl.startsWith("mysql:");
  if (isServer) await requireEmptyMariadb(databaseUrl);
  prepareDataFolder(dataDir);
  const half = join(dataDir, ".restoring");
  try {
    const count = await unpackInto(file, half);
    const tables = join(half, TABLES);
    if (existsSync(tables) !== isServer) {
      const kind = isServer ? "SQLite databases" : "tables of a MariaDB server";
      throw new AppError("DATA_FOLDER", `Expected ALUR_DATABASE_URL to fit the archive, but it holds ${kind}`);
    }
    if (isServer) await loadMariadb(databaseUrl, tables);
    rmSync(tables, { recursive: true, force: true });
    for (const name of readdirSync(half)) renameSync(join(half, name), join(dataDir, name));
    return count;
  } catch (error) {
    const reason = unzipFaults[String((error as { readonly code?: unknown }).code)];
    throw reason === undefined ? error : damaged(reason);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
};
