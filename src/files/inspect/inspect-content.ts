import { fileTypeFromFile } from "file-type";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "../../platform/index.js";
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

const unsupported = (name: string, found: string): AppError =>
  new AppError(
    "UNSUPPORTED_TYPE",
    `Expected a PDF, Word or Excel document, image, zip or rar, but '${name}' is ${found}`,
    {
      detail: {
        id: `Berkas '${name}' berisi ${found}. Yang diterima: PDF, Word (docx, doc), Excel (xlsx), PNG, JPEG, TIFF, ZIP, dan RAR`,
        en: `The file '${name}' contains ${found}. Accepted are PDF, Word (docx, doc), Excel (xlsx), PNG, JPEG, TIFF, ZIP and RAR`,
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
      throw unsupported(name, "a Word document with macros");
    case "other":
      throw unsupported(name, "application/x-cfb");
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
  if (type === undefined) throw unsupported(name, hasExecutableStart(head) ? "a program or script" : "an unknown type");
  if (type.mime === "application/pdf") await inspectPdf(file);
  if (PLAIN.has(type.mime)) return { contentType: type.mime, entries: null };
  if (type.mime === "application/x-cfb") return ofCompound(path, name);
  const at = { path, name, depth: 1, budget: new Budget(sizeBytes) };
  if (type.ext === "rar") {
    return { contentType: "application/vnd.rar", entries: await inspectRar(at) };
  }
  if (!OFFICE.has(type.mime) && type.ext !== "zip") throw unsupported(name, type.mime);
  const entries = await withScratch((scratch) => inspectZip({ ...at, scratch }));
  return OFFICE.has(type.mime)
    ? { contentType: type.mime, entries: null }
    : { contentType: "application/zip", entries };
};
