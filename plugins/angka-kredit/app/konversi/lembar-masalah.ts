import { type UnitOfWork, type WrittenColumn, XLSX_CONTENT_TYPE } from "../../../../src/plugin-api/index.js";
import { JUDUL_KOLOM, KOLOM_KONVERSI } from "../../domain/baris-konversi.js";
import { kalimatMasalah } from "./kalimat-masalah.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { BarisBerkas } from "./konversi-store.js";
import { lembarKerja } from "./lembar-kerja.js";

/** Original columns, so that the table can be repaired in place and uploaded again, and the faults beside them. */
const COLUMNS: readonly WrittenColumn[] = [
  ...KOLOM_KONVERSI.map((key): WrittenColumn => ({ key, heading: JUDUL_KOLOM[key], kind: "text" })),
  { key: "baris", heading: "Baris Asal", kind: "integer" },
  { key: "masalah", heading: "Masalah", kind: "text", width: 90 },
];
const MOST_CHARACTERS = 32_000; // a cell of xlsx ends at 32,767

/** Rows with their faults as xlsx, kept with the case file. @returns the file's id. */
export const simpanLembarMasalah = async (
  deps: KonversiDeps,
  caseId: string,
  rows: readonly BarisBerkas[],
): Promise<string> => {
  const bytes = await lembarKerja(COLUMNS, barisLembar(rows), "Perbaikan");
  const store = (tx: UnitOfWork) =>
    deps.files.store(tx, {
      name: "perbaikan-konversi.xlsx",
      contentType: XLSX_CONTENT_TYPE,
      bytes,
      caseId,
      place: "masalah",
      userId: "system:periksa-unggahan-konversi",
    });
  return (await deps.db.transaction(store)).id;
};

async function* barisLembar(rows: readonly BarisBerkas[]) {
  for (const { baris, isi, masalah } of rows) {
    const faults = masalah.map((each) => kalimatMasalah(each).id).join("; ");
    yield await Promise.resolve({ ...isi, baris, masalah: faults.slice(0, MOST_CHARACTERS) });
  }
}
