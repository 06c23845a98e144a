import { AppError, readSheet, type SpreadsheetProblem } from "../../../../src/plugin-api/index.js";
import {
  type BarisTertulis,
  JUDUL_KOLOM,
  KOLOM_KONVERSI,
  type KolomKonversi,
  type MasalahBaris,
} from "../../domain/baris-konversi.js";
import { BARIS_TERBANYAK, KOLOM_UNGGAHAN } from "./kolom-unggahan.js";

const CODES = new Set<string>(["SPREADSHEET_UNREADABLE", "SPREADSHEET_HEADINGS", "TOO_LARGE"]);

/** Rows of an upload as written; or why it is no table of grades, as a sentence. */
export const bacaUnggahan = async (
  source: AsyncIterable<Uint8Array>,
): Promise<{ readonly baris: readonly BarisTertulis[] } | { readonly pesan: string }> => {
  const baris: BarisTertulis[] = [];
  try {
    for await (const { row, values, problems } of readSheet(source, {
      columns: KOLOM_UNGGAHAN,
      maxRows: BARIS_TERBANYAK,
    })) {
      const masalah = problems.map(masalahSel);
      const isi = Object.fromEntries(
        KOLOM_KONVERSI.map((kolom) => [kolom, (values[kolom] ?? nilaiRusak(masalah, kolom)).trim()]),
      ) as Record<KolomKonversi, string>;
      baris.push({ baris: row, isi, masalah });
    }
  } catch (error) {
    if (error instanceof AppError && CODES.has(error.code)) return { pesan: alasanTolak(error) };
    throw error;
  }
  return baris.length === 0 ? { pesan: "Lembar kerja tidak berisi satu baris pun di bawah judul kolom" } : { baris };
};

/** Why a file is no table of grades: each fault of its headings, or the one sentence. */
const alasanTolak = ({ message, details: { detail, errors = [] } }: AppError): string =>
  detail?.id ?? (errors.length === 0 ? message : errors.map((each) => each.message.id).join("; "));

/** What stands in a cell that could not be taken, so that the list of problems shows it. */
const nilaiRusak = (masalah: readonly MasalahBaris[], kolom: KolomKonversi): string =>
  masalah.find((each) => each.kolom === kolom)?.nilai ?? "";

const masalahSel = ({ column, heading, value, expected }: SpreadsheetProblem): MasalahBaris => {
  const wanted = heading.trim().toLowerCase();
  const key = KOLOM_UNGGAHAN.find(({ headings }) => headings.some((each) => each.toLowerCase() === wanted))?.key;
  const kolom = KOLOM_KONVERSI.find((each) => each === key) ?? null;
  return {
    judul: kolom === null ? `${heading} (kolom ${column})`.trim() : JUDUL_KOLOM[kolom],
    kolom,
    nilai: value,
    harap: expected,
  };
};
