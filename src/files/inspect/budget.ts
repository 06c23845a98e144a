import { bomb } from "./refusal.js";

/** An entry of an archive; folders are not entries. */
export interface ArchiveEntry {
  readonly name: string;
  readonly sizeBytes: number;
}

/** Entries of an archive and of the archives in it. */
const MOST_ENTRIES = 5_000;
/** Bytes that all of it may unpack to. */
const MOST_BYTES = 1_073_741_824;
/** Scans and office files shrink 2 to 20 times; text 100 times at most. */
const MOST_RATIO = 200;
/** Below this size a high ratio harms nobody. */
const RATIO_COUNTS_FROM_BYTES = 20_000_000;
/** An archive in an archive in an archive is the deepest that is looked into. */
const MOST_DEPTH = 3;

/** What one upload may unpack to, over all archives nested in it. */
export class Budget {
  #entries = 0;
  #bytes = 0;

  constructor(private readonly archiveBytes: number) {}

  /** @throws {AppError} ARCHIVE_BOMB */
  addEntry(): void {
    this.#entries += 1;
    if (this.#entries > MOST_ENTRIES) {
      throw bomb(
        `it has more than ${MOST_ENTRIES} entries`,
        `Arsip berisi lebih dari ${MOST_ENTRIES} berkas. Bagilah menjadi beberapa arsip`,
        `The archive has more than ${MOST_ENTRIES} files. Split it into several`,
      );
    }
  }

  /** @throws {AppError} ARCHIVE_BOMB */
  addBytes(count: number): void {
    this.#bytes += count;
    const isTooMuch =
      this.#bytes > MOST_BYTES ||
      (this.#bytes > RATIO_COUNTS_FROM_BYTES && this.#bytes > this.archiveBytes * MOST_RATIO);
    if (isTooMuch) {
      throw bomb(
        `it unpacks to more than ${this.#bytes} bytes out of ${this.archiveBytes}`,
        "Isi arsip jauh lebih besar daripada arsipnya (bom arsip). Arsip seperti ini tidak diterima",
        "The archive unpacks to far more than its own size (an archive bomb). Such archives are not accepted",
      );
    }
  }

  /** @throws {AppError} ARCHIVE_BOMB */
  checkDepth(depth: number): void {
    if (depth > MOST_DEPTH) {
      throw bomb(
        `archives are nested more than ${MOST_DEPTH} deep`,
        `Arsip bersarang lebih dari ${MOST_DEPTH} tingkat. Ratakan isinya`,
        `Archives are nested more than ${MOST_DEPTH} deep. Flatten them`,
      );
    }
  }
}
