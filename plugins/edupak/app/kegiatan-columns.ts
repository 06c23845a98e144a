import { type Localised, type SheetColumn, sheetColumn as read } from "../../../src/plugin-api/index.js";
import { PILIHAN_PENULIS } from "../../penilaian/plugin.js";

const label = (id: string, en: string): Localised => ({ id, en });

/** A task of another level goes by a written assignment. The words stand alone in a list of activities. */
export const SURAT_PERINTAH: NonNullable<SheetColumn["choices"]> = [
  { value: "YA", label: label("Dengan surat perintah", "With a written assignment") },
  { value: "TIDAK", label: label("Tanpa surat perintah", "Without a written assignment") },
];

/** Columns of an inventarisasi; 1 to 9 of the printed form. Source: domain note 3.4. */
export const kegiatanColumns = (editable: boolean): readonly SheetColumn[] => {
  const write = (
    key: string,
    text: Localised,
    kind: SheetColumn["kind"],
    required: boolean,
    more: Partial<SheetColumn> = {},
  ) => read(key, text, kind, { editable, required: editable && required, ...more });
  return [
    write("kode", label("Kode kegiatan", "Activity code"), "search", true, { summary: true, headings: ["Kode"] }),
    read("butir", label("Butir kegiatan", "Activity"), "text"),
    write("uraian", label("Uraian kegiatan", "Description"), "longtext", false, {
      summary: true,
      help: label("Kosong: memakai uraian butir kegiatan", "Empty: the wording of the activity is used"),
    }),
    write("tanggalMulai", label("Tanggal mulai", "From"), "date", true, { headings: ["Tanggal"] }),
    write("tanggalSelesai", label("Tanggal selesai", "To"), "date", false),
    read("satuan", label("Satuan hasil", "Unit"), "text"),
    write("volume", label("Jumlah volume", "Volume"), "decimal", true, {
      unitIn: "satuan",
      headings: ["Jumlah Volume Kegiatan", "Volume"],
    }),
    write("jam", label("Jam diklat", "Hours of training"), "integer", false, {
      help: label("Hanya untuk diklat", "For training only"),
    }),
    write("penulis", label("Peran penulis", "Role of author"), "choice", false, {
      choices: PILIHAN_PENULIS,
      help: label("Hanya untuk karya tulis dengan beberapa penulis", "Only for works of several authors"),
    }),
    write("suratPerintah", label("Surat perintah", "Written assignment"), "choice", false, {
      choices: SURAT_PERINTAH,
      help: label("Untuk butir satu jenjang di atas atau di bawah", "For activities one level above or below"),
    }),
    read("akSatuan", label("Angka kredit", "Credit"), "decimal", { scale: 3 }),
    read("jumlahAk", label("Jumlah AK", "Total credit"), "decimal", { scale: 3, summary: true }),
    write("keterangan", label("Keterangan", "Remark"), "text", false, { headings: ["Keterangan/Bukti fisik"] }),
    read("bukti", label("Bukti fisik", "Evidence"), "files", { editable }),
  ];
};
