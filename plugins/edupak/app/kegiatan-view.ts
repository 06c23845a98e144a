import type { SheetPage, SheetRow, SheetValue, StoredFile } from "../../../src/plugin-api/index.js";
import { type Ak, jumlahAk, tulisAk, tulisVolume, UNSUR } from "../../angka-kredit/plugin.js";
import { type KegiatanTerhitung, kalimatAlasan } from "../domain/hitung-kegiatan.js";
import { namaSubUnsur } from "../domain/kelompok-pak.js";

type RowFile = StoredFile & { readonly place: string };

/** Place of a row's evidence among the files of the case file. */
export const tempatBukti = (rowId: string): string => `row:${rowId}`;

/** Files by row, read once for the whole sheet. */
export const buktiPerBaris = (files: readonly RowFile[]): ReadonlyMap<string, readonly RowFile[]> => {
  const byPlace = new Map<string, RowFile[]>();
  for (const file of files) byPlace.set(file.place, [...(byPlace.get(file.place) ?? []), file]);
  return byPlace;
};

/** The wording of the JFK; null where it is that of the activity, which stands beside it. */
export const uraianSendiri = (
  { uraian }: Pick<KegiatanTerhitung["kegiatan"], "uraian">,
  butir: Pick<KegiatanTerhitung["butir"], "uraian">,
): string | null => (uraian === butir.uraian ? null : uraian);

/** What every sheet shows of an activity. */
export const valuesOf = ({ kegiatan, butir, hitung }: KegiatanTerhitung): Readonly<Record<string, SheetValue>> => ({
  kode: butir.kode,
  butir: butir.uraian,
  uraian: uraianSendiri(kegiatan, butir),
  tanggalMulai: kegiatan.tanggalMulai,
  tanggalSelesai: kegiatan.tanggalSelesai,
  satuan: butir.satuan,
  volume: tulisVolume(kegiatan.volume),
  jam: kegiatan.jam,
  penulis: kegiatan.penulis,
  suratPerintah: kegiatan.suratPerintah ? "YA" : null,
  akSatuan: tulisAk(hitung.akSatuan),
  jumlahAk: tulisAk(hitung.angkaKredit),
  keterangan: kegiatan.keterangan,
});

/** One activity as its sheet shows it. */
export const viewKegiatan = (
  row: KegiatanTerhitung,
  bukti: ReadonlyMap<string, readonly RowFile[]>,
  more: Readonly<Record<string, SheetValue>> = {},
): SheetRow => {
  const files = bukti.get(tempatBukti(row.kegiatan.id)) ?? [];
  return {
    id: row.kegiatan.id,
    revision: row.kegiatan.revision,
    group: namaSubUnsur(row.butir.unsur),
    values: { ...valuesOf(row), ...more },
    files: files.map(({ id, name, contentType, sizeBytes }) => ({ id, name, contentType, sizeBytes })),
    notes: notesOf(row, files.length),
  };
};

const notesOf = ({ hitung }: KegiatanTerhitung, fileCount: number): SheetRow["notes"] => [
  ...(hitung.alasan === null ? [] : [{ tone: "danger" as const, text: kalimatAlasan(hitung.alasan) }]),
  ...(hitung.alasan === null && hitung.persentase !== 100
    ? [
        {
          tone: "info" as const,
          text: {
            id: `Dihitung ${String(hitung.persentase).replace(".", ",")}%`,
            en: `Counted at ${hitung.persentase}%`,
          },
        },
      ]
    : []),
  ...(fileCount === 0
    ? [{ tone: "warning" as const, text: { id: "Belum ada bukti fisik", en: "No evidence yet" } }]
    : []),
];

/** Named in a sentence at most; of 200 rows nobody reads all. */
const NAMED = 5;

/** Activities as a refusal names them: the first ones, and how many more there are. */
export const sebutKegiatan = (rows: readonly KegiatanTerhitung[]): { readonly id: string; readonly en: string } => {
  const names = rows
    .slice(0, NAMED)
    .map(({ kegiatan, butir }) => `kode ${butir.kode} (${kegiatan.uraian})`)
    .join(", ");
  const more = rows.length - NAMED;
  return more > 0
    ? { id: `${names}, dan ${more} lainnya`, en: `${names}, and ${more} more` }
    : { id: names, en: names };
};

/** As a form prints them: by unsur, within it as entered. */
export const byUnsur = (rows: readonly KegiatanTerhitung[]): readonly KegiatanTerhitung[] =>
  rows.toSorted((a, b) => UNSUR.indexOf(a.butir.unsur) - UNSUR.indexOf(b.butir.unsur));

/** Totals by sub-unsur and over all of the named amounts. */
export const totalsOf = (
  rows: readonly KegiatanTerhitung[],
  amounts: Readonly<Record<string, (row: KegiatanTerhitung) => Ak>>,
): SheetPage["totals"] => {
  const sums = (part: readonly KegiatanTerhitung[]): Record<string, string> =>
    Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, tulisAk(jumlahAk(part.map(amount)))]));
  const groups = UNSUR.map((unsur) => ({ unsur, part: rows.filter(({ butir }) => butir.unsur === unsur) }));
  return [
    ...groups
      .filter(({ part }) => part.length > 0)
      .map(({ unsur, part }) => ({
        label: { id: namaSubUnsur(unsur), en: namaSubUnsur(unsur) },
        values: sums(part),
      })),
    { label: { id: "Jumlah", en: "Total" }, values: sums(rows) },
  ];
};
