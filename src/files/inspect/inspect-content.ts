import { fileTypeFromFile } from "file-type";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError, type Localised } from "../../platform/index.js";
import { type ArchiveEntry, Budget } from "./budget.js";
import { hasExecutableStart } from "./executable.js";
import { inspectRar } from "./inspect-rar.js";
import { inspectZip } from "./inspect-zip.js";
import { inspectPdf } from "./inspect-pdf.js";
import { passwordNeeded } from "./refusal.js";
import { compoundKind } from "./word-document.js";

/** What a file is, by its content. */
export interface Inspected {
  readonly contentType: string;
  readonly entries: readonly ArchiveEntry[] | null;
}

/** Office files that are zips; their kinds with macros have other types. */
const OFFICE = new Set([
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
]);
const PLAIN = new Set(["application/pdf", "image/png", "image/jpeg", "image/tiff"]);

/** What a refused file is, in words that people use. */
const kinds = {
  program: { id: "program atau skrip", en: "a program or script" },
  macros: { id: "dokumen Word dengan makro", en: "a Word document with macros" },
  oldOffice: {
    id: "dokumen Office lama (xls, ppt) atau sejenisnya",
    en: "an old Office document (xls, ppt) or the like",
  },
  unknown: { id: "teks atau jenis yang tidak dikenali", en: "a text or of an unknown type" },
  video: { id: "video", en: "a video" },
  audio: { id: "rekaman suara", en: "a sound recording" },
  image: { id: "gambar dari jenis yang tidak diterima", en: "an image of a type that is not accepted" },
  other: { id: "jenis yang tidak diterima", en: "of a type that is not accepted" },
} as const satisfies Readonly<Record<string, Localised>>;

const kindOf = (mime: string): Localised => {
  const family = mime.slice(0, mime.indexOf("/"));
  return family === "video" || family === "audio" || family === "image" ? kinds[family] : kinds.other;
};

/** Forms accept less than the platform does, so the refusal says what the file is; what is accepted stands at the field. */
const unsupported = (name: string, type: string, found: Localised): AppError =>
  new AppError(
    "UNSUPPORTED_TYPE",
    `Expected a PDF, Word or Excel document, image, zip or rar, but '${name}' is ${type}`,
    {
      detail: {
        id: `Isi berkas '${name}' adalah ${found.id}. Unggah dokumen, gambar, atau arsip yang diminta`,
        en: `The file '${name}' is ${found.en}. Upload the document, image or archive that is asked for`,
      },
    },
  );

const ofCompound = async (path: string, name: string): Promise<Inspected> => {
  switch (await compoundKind(path)) {
    case "word":
      return { contentType: "application/msword", entries: null };
    case "encrypted":
      throw passwordNeeded(name);
    case "macros":
      throw unsupported(name, "a Word document with macros", kinds.macros);
    case "other":
      throw unsupported(name, "application/x-cfb", kinds.oldOffice);
  }
};

/** Runs `look` with a folder for nested archives, removed afterwards. */
const withScratch = async <T>(look: (scratch: () => string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "alur-archive-"));
  try {
    return await look(() => join(folder, randomUUID()));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/**
 * Finds out what an upload is by looking into it; its name and what the browser says of it do not count.
 * @throws {AppError} UNSUPPORTED_TYPE naming what was found, FILE_ENCRYPTED, or one of the ARCHIVE_ codes.
 */
export const inspectContent = async (file: {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly head: Buffer;
}): Promise<Inspected> => {
  const { path, name, sizeBytes, head } = file;
  const type = await fileTypeFromFile(path);
  if (hasExecutableStart(head)) throw unsupported(name, "a program or script", kinds.program);
  if (type === undefined) throw unsupported(name, "an unknown type", kinds.unknown);
  if (type.mime === "application/pdf") await inspectPdf(file);
  if (PLAIN.has(type.mime)) return { contentType: type.mime, entries: null };
  if (type.mime === "application/x-cfb") return ofCompound(path, name);
  const at = { path, name, depth: 1, budget: new Budget(sizeBytes) };
  if (type.ext === "rar") {
    return { contentType: "application/vnd.rar", entries: await inspectRar(at) };
  }
  if (!OFFICE.has(type.mime) && type.ext !== "zip") throw unsupported(name, type.mime, kindOf(type.mime));
  const entries = await withScratch((scratch) => inspectZip({ ...at, scratch }));
  return OFFICE.has(type.mime)
    ? { contentType: type.mime, entries: null }
    : { contentType: "application/zip", entries };
};
