import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { AppError } from "../../platform/index.js";
import { damagedWorkbook, tooLarge, unreadable } from "./unreadable.js";

/** Parts of a workbook with a few sheets number some dozens. */
const MOST_ENTRIES = 2_000;
/** Text that one part may unpack to: 50,000 rows of 20 columns make some 60 MB. */
const MOST_PART_BYTES = 400_000_000;

/** The parts (entries) of an xlsx, unpacked as they are read and counted against a limit. */
export interface WorkbookPackage {
  has(path: string): boolean;
  /**
   * The text of a part, in pieces; nothing when there is no such part.
   * @throws {AppError} SPREADSHEET_UNREADABLE, TOO_LARGE
   */
  read(path: string): AsyncIterable<string>;
}

const isEncryptedWorkbook = (bytes: Buffer): boolean =>
  bytes.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex"));

const entriesOf = async (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= MOST_ENTRIES) {
      throw tooLarge(
        `it has more than ${MOST_ENTRIES} parts`,
        "Berkas Excel berisi terlalu banyak bagian. Salin tabelnya ke buku kerja baru, lalu unggah buku kerja itu",
        "The workbook has too many parts. Copy the table to a new workbook and upload that one",
      );
    }
    entries.set(entry.fileName, entry);
  }
  return entries;
};

async function* readPart(zip: ZipFile, entry: Entry): AsyncIterable<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      bytes += (chunk as Buffer).length;
      if (bytes > MOST_PART_BYTES) {
        throw tooLarge(
          `'${entry.fileName}' unpacks to more than ${MOST_PART_BYTES} bytes`,
          "Isi berkas Excel jauh lebih besar daripada berkasnya. Bagilah tabel menjadi beberapa berkas",
          "The workbook unpacks to far more than its own size. Split the table into several files",
        );
      }
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw damagedWorkbook(`part '${entry.fileName}' cannot be read`, error);
  }
}

/**
 * Opens an xlsx.
 * @throws {AppError} SPREADSHEET_UNREADABLE when it is another kind of file, protected by a password, or damaged.
 */
export const openWorkbookPackage = async (bytes: Buffer): Promise<WorkbookPackage> => {
  if (isEncryptedWorkbook(bytes)) {
    throw unreadable(
      "it is protected by a password or of the old format .xls",
      "Berkas dilindungi kata sandi atau berformat lama (.xls). Buka dengan Excel atau LibreOffice, simpan sebagai .xlsx tanpa kata sandi, lalu unggah lagi",
      "The file is protected by a password or of the old format (.xls). Save it as .xlsx without a password and upload it again",
    );
  }
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    const entries = await entriesOf(zip);
    if (entries.has("content.xml")) {
      throw unreadable(
        "it is an OpenDocument spreadsheet",
        "Berkas berformat OpenDocument (.ods). Simpan sebagai .xlsx, lalu unggah lagi",
        "The file is an OpenDocument spreadsheet (.ods). Save it as .xlsx and upload it again",
      );
    }
    return {
      has: (path) => entries.has(path),
      async *read(path) {
        const entry = entries.get(path);
        if (entry !== undefined) yield* readPart(zip, entry);
      },
    };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw damagedWorkbook("the archive cannot be opened", error);
  }
};
