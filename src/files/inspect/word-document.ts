import { open, type FileHandle } from "node:fs/promises";

/** Sectors of the directory that are looked at: 64 hold hundreds of names. */
const MOST_SECTORS = 64;
const END_OF_CHAIN = 0xfffffff8; // this and above are no sectors

const sectorAt = async (file: FileHandle, sector: number, size: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, (sector + 1) * size);
  return buffer.subarray(0, bytesRead);
};

/** The sector after `sector`, by the allocation table whose parts the header names. */
const nextSector = async (file: FileHandle, header: Buffer, sector: number, size: number): Promise<number> => {
  const perSector = size / 4;
  const part = Math.floor(sector / perSector);
  if (part >= 109) return END_OF_CHAIN; // beyond what the header itself lists
  const table = await sectorAt(file, header.readUInt32LE(76 + 4 * part), size);
  const offset = (sector % perSector) * 4;
  return offset + 4 <= table.length ? table.readUInt32LE(offset) : END_OF_CHAIN;
};

/** Names of the streams in a compound file (MS-CFB 2.6), as many as the directory's first sectors hold. */
const streamNames = async (file: FileHandle): Promise<ReadonlySet<string>> => {
  const { buffer: header, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
  const names = new Set<string>();
  if (bytesRead < 512) return names;
  const size = 2 ** header.readUInt16LE(30);
  if (size !== 512 && size !== 4_096) return names;
  let sector = header.readUInt32LE(48);
  for (let count = 0; count < MOST_SECTORS && sector < END_OF_CHAIN; count++) {
    const directory = await sectorAt(file, sector, size);
    for (let at = 0; at + 128 <= directory.length; at += 128) {
      const length = Math.min(directory.readUInt16LE(at + 64), 64);
      if (length > 2) names.add(directory.toString("utf16le", at, at + length - 2));
    }
    sector = await nextSector(file, header, sector, size);
  }
  return names;
};

/** What an old office file (compound file) is: Word 97–2003, one with macros or a password, or something else. */
export const compoundKind = async (path: string): Promise<"word" | "macros" | "encrypted" | "other"> => {
  const file = await open(path, "r");
  try {
    const names = await streamNames(file);
    if (names.has("EncryptedPackage")) return "encrypted"; // a .docx behind a password
    if (!names.has("WordDocument")) return "other";
    return names.has("Macros") || names.has("_VBA_PROJECT") ? "macros" : "word";
  } finally {
    await file.close();
  }
};
