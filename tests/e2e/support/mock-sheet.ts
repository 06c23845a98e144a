import type { SheetColumn, SheetPage, SheetRow } from "../../../src/http/contract/cases.js";

const label = (id: string, en: string): { id: string; en: string } => ({ id, en });

export const columns: SheetColumn[] = [
  {
    key: "kode",
    label: label("Butir kegiatan", "Activity"),
    kind: "search",
    editable: true,
    required: true,
    help: label("Cari menurut kode atau uraian.", "Search by code or wording."),
  },
  { key: "uraian", label: label("Uraian kegiatan", "Description"), kind: "longtext", editable: true, required: false },
  { key: "tanggal", label: label("Tanggal", "Date"), kind: "date", editable: true, required: true },
  { key: "volume", label: label("Volume", "Volume"), kind: "integer", editable: true, required: true },
  { key: "bukti", label: label("Bukti fisik", "Evidence"), kind: "files", editable: true, required: false },
  {
    key: "usul",
    label: label("Nilai usul", "Proposed"),
    kind: "decimal",
    editable: false,
    required: false,
    scale: 3,
    summary: true,
  },
  {
    key: "nilaiTpi",
    label: label("Nilai TPI", "TPI score"),
    kind: "decimal",
    editable: true,
    required: false,
    scale: 3,
    summary: true,
  },
  {
    key: "alasan",
    label: label("Alasan", "Reason"),
    kind: "choice",
    editable: true,
    required: false,
    choices: [
      { value: "SESUAI", label: label("Sesuai", "As proposed") },
      { value: "TANPA_SURAT_PERINTAH", label: label("Tanpa surat perintah", "No written assignment") },
    ],
  },
];

const groups = ["I. Pendidikan", "II. Pelaksanaan tugas", "III. Pengembangan profesi", "Penunjang"];

/** Rows with and without files and notes, in four groups. */
export const someRows = (count: number): SheetRow[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `row-${n}`,
    revision: 1,
    group: groups[Math.floor((n * groups.length) / count)] ?? "",
    values: {
      kode: `I.B.${n + 1} Menyusun bahan ajar mata pelatihan ${n + 1}`,
      uraian: n % 3 === 0 ? "Pelatihan Kepemimpinan Pengawas angkatan XII di BPSDM Provinsi Nusa Kencana" : null,
      tanggal: `2026-0${1 + (n % 6)}-1${n % 10}`,
      volume: 1 + (n % 4),
      usul: `${(n % 5) + 1}.250`,
      nilaiTpi: n < 12 ? `${(n % 5) + 1}.250` : null,
      alasan: n < 12 ? "SESUAI" : null,
    },
    files:
      n % 2 === 0
        ? [
            {
              id: n % 4 === 0 ? "file-pdf" : "file-png",
              name: n % 4 === 0 ? "surat-perintah.pdf" : "foto-kegiatan.png",
              contentType: n % 4 === 0 ? "application/pdf" : "image/png",
              sizeBytes: 184_320,
            },
          ]
        : [],
    notes:
      n === 5
        ? [{ tone: "warning", text: label("Melebihi batas 12 bahan ajar setahun", "Above the limit of 12 a year") }]
        : [],
  }));

/** The sheet as the given rows make it. */
export const sheetPage = (rows: readonly SheetRow[], offset: number, limit: number, search: string): SheetPage => {
  const shown = rows.filter((row) => JSON.stringify(row.values).toLowerCase().includes(search.toLowerCase()));
  const scored = rows.filter((row) => row.values["nilaiTpi"] !== null).length;
  const sum = (key: string): string => rows.reduce((total, row) => total + Number(row.values[key] ?? 0), 0).toFixed(3);
  return {
    columns,
    rows: shown.slice(offset, offset + limit),
    total: shown.length,
    totals: [{ label: label("Jumlah", "Total"), values: { usul: sum("usul"), nilaiTpi: sum("nilaiTpi") } }],
    canAdd: true,
    canRemove: true,
    canAttach: true,
    canAttachMany: false,
    canPaste: true,
    actions:
      scored === rows.length
        ? []
        : [
            {
              id: "samakan",
              label: label("Samakan dengan usul", "As proposed"),
              withoutTask: true,
              confirm: label("Semua nilai yang kosong disamakan dengan usul.", "All empty scores become as proposed."),
            },
          ],
    progress: { done: scored, of: rows.length },
  };
};
