import type { SheetPage, SheetRow, SheetValue, StoredFile } from "../../../src/plugin-api/index.js";
import { type Ak, jumlahAk, namaUnsur, NOL, tulisAk, tulisVolume, UNSUR } from "../../angka-kredit/plugin.js";
import { type BarisHitung, kalimatAlasan } from "../domain/rincian.js";
import type { RincianRights } from "./rincian-rights.js";

type RowFile = StoredFile & { readonly place: string };

/** Place of a row's evidence among the files of the case file. */
export const tempatBukti = (rowId: string): string => `row:${rowId}`;

/** Files by row, read once for the whole sheet. */
export const buktiPerBaris = (files: readonly RowFile[]): ReadonlyMap<string, readonly RowFile[]> => {
  const byPlace = new Map<string, RowFile[]>();
  for (const file of files) byPlace.set(file.place, [...(byPlace.get(file.place) ?? []), file]);
  return byPlace;
};

const text = (amount: Ak | null): string | null => (amount === null ? null : tulisAk(amount));

/** One row as this reader sees it. */
export const viewRow = (
  { row, butir, hitung }: BarisHitung,
  bukti: ReadonlyMap<string, readonly RowFile[]>,
  rights: RincianRights,
  columns: readonly string[],
): SheetRow => {
  const files = bukti.get(tempatBukti(row.id)) ?? [];
  const all: Readonly<Record<string, SheetValue>> = {
    kode: butir.kode,
    butir: butir.uraian,
    uraian: row.uraian,
    tanggalMulai: row.tanggalMulai,
    tanggalSelesai: row.tanggalSelesai,
    tempat: row.tempat,
    volume: tulisVolume(row.volume),
    satuan: butir.satuan,
    penulis: row.penulis,
    akSatuan: tulisAk(hitung.akSatuan),
    akUsul: tulisAk(hitung.angkaKredit),
    sumber: row.sumber,
    nilaiTpi: text(row.nilaiTpi),
    keteranganTpi: row.keteranganTpi,
    nilaiTpp: text(row.nilaiTpp),
    keteranganTpp: row.keteranganTpp,
  };
  return {
    id: row.id,
    revision: row.revision,
    group: namaUnsur(butir.unsur),
    values: Object.fromEntries(Object.entries(all).filter(([key]) => columns.includes(key))),
    files: files.map(({ id, name, contentType, sizeBytes }) => ({ id, name, contentType, sizeBytes })),
    notes: notesOf({ row, butir, hitung }, files.length, rights),
    ...(rights.edit === null || row.sumber === rights.edit ? {} : { locked: BASE_COLUMNS }),
  };
};

const BASE_COLUMNS = ["kode", "uraian", "tanggalMulai", "tanggalSelesai", "tempat", "volume", "penulis", "bukti"];

const notesOf = ({ row, hitung }: BarisHitung, fileCount: number, rights: RincianRights): SheetRow["notes"] => [
  ...(hitung.alasan === null ? [] : [{ tone: "danger" as const, text: kalimatAlasan(hitung.alasan) }]),
  ...(fileCount === 0 && row.sumber === "ONLINE"
    ? [{ tone: "warning" as const, text: { id: "Belum ada bukti fisik", en: "No evidence yet" } }]
    : []),
  ...(row.sumber === "MANUAL"
    ? [{ tone: "info" as const, text: { id: "MANUAL: diajukan di atas kertas", en: "MANUAL: on paper" } }]
    : []),
  ...(rights.seesTpp && row.nilaiTpi !== null && row.nilaiTpp !== null && row.nilaiTpp !== row.nilaiTpi
    ? [{ tone: "warning" as const, text: { id: "Nilai TPI diubah oleh TPP", en: "Score changed by the central team" } }]
    : []),
];

/** Totals by unsur and over all, of the columns this reader sees. */
export const totalsOf = (rows: readonly BarisHitung[], columns: readonly string[]): SheetPage["totals"] => {
  const sums = (part: readonly BarisHitung[]): Record<string, string> => {
    const amounts: readonly (readonly [string, (row: BarisHitung) => Ak])[] = [
      ["akUsul", ({ hitung }) => hitung.angkaKredit],
      ["nilaiTpi", ({ row }) => row.nilaiTpi ?? NOL],
      ["nilaiTpp", ({ row }) => row.nilaiTpp ?? NOL],
    ];
    const seen = amounts.filter(([key]) => columns.includes(key));
    return Object.fromEntries(seen.map(([key, amount]) => [key, tulisAk(jumlahAk(part.map(amount)))]));
  };
  const groups = UNSUR.map((unsur) => ({ unsur, part: rows.filter(({ butir }) => butir.unsur === unsur) }));
  return [
    ...groups
      .filter(({ part }) => part.length > 0)
      .map(({ unsur, part }) => ({ label: { id: namaUnsur(unsur), en: namaUnsur(unsur) }, values: sums(part) })),
    { label: { id: "Jumlah", en: "Total" }, values: sums(rows) },
  ];
};
