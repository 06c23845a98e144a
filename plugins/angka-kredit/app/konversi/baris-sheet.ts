import type { Sheet, SheetColumn, SheetRow } from "../../../../src/plugin-api/index.js";
import { refuse } from "../../../kepegawaian/plugin.js";
import { tulisAk } from "../../domain/ak.js";
import { JUDUL_KOLOM, KOLOM_KONVERSI } from "../../domain/baris-konversi.js";
import { kalimatMasalah } from "./kalimat-masalah.js";
import type { KonversiDeps } from "./konversi-deps.js";
import type { BarisBerkas, KonversiTetap, StatusBaris } from "./konversi-store.js";

const GROUPS: Readonly<Record<StatusBaris, string>> = {
  BERMASALAH: "Bermasalah",
  TERLEWAT: "Terlewat, bulannya sudah ditetapkan di tempat lain",
  SAH: "Tanpa masalah",
  DITETAPKAN: "Ditetapkan",
  SELESAI: "Ditetapkan",
};

const EN: Readonly<Record<keyof typeof JUDUL_KOLOM, string>> = {
  nip: "Employee number",
  nama: "Name",
  tahun: "Year",
  bulanMulai: "From month",
  bulanSelesai: "To month",
  predikat: "Grade",
  jenjang: "Level",
};
const SUMMARY = new Set<string>(["nip", "nama", "predikat"]);

const column = (key: string, id: string, en: string, more: Partial<SheetColumn> = {}): SheetColumn => ({
  key,
  label: { id, en },
  kind: "text",
  editable: false,
  required: false,
  ...more,
});

const COLUMNS: readonly SheetColumn[] = [
  column("baris", "Baris", "Row", { kind: "integer" }),
  ...KOLOM_KONVERSI.map((key) => column(key, JUDUL_KOLOM[key], EN[key], { summary: SUMMARY.has(key) })),
  column("angkaKredit", "Angka kredit", "Credit", { kind: "decimal", scale: 3, summary: true }),
  column("akumulasi", "Akumulasi", "Accumulated", { kind: "decimal", scale: 3 }),
  column("nomor", "Nomor konversi", "Number"),
];

const fixed = (): Promise<never> =>
  Promise.reject(
    refuse(
      "Baris berasal dari lembar kerja; perbaiki di sana, lalu unggah ulang",
      "Rows come from the spreadsheet; repair them there and upload it again",
    ),
  );

/** Rows of an upload with their faults, and what they were converted to. */
export const barisSheet = (deps: KonversiDeps): Sheet => ({
  id: "baris",
  title: { id: "Baris predikat", en: "Rows" },
  async page(tx, { caseFile }, page) {
    const store = deps.store(tx);
    const { rows, total } = await store.halamanBaris(caseFile.id, page);
    const converted = new Map(
      (await store.konversiByBaris(rows.map(({ id }) => id))).map((each) => [each.barisId, each]),
    );
    const counts = await store.hitungBaris(caseFile.id);
    const done = counts.DITETAPKAN + counts.SELESAI;
    return {
      columns: COLUMNS,
      rows: rows.map((row) => barisView(row, converted.get(row.id))),
      total,
      totals: [],
      canAdd: false,
      canRemove: false,
      canAttach: false,
      progress: done === 0 ? null : { done: done + counts.TERLEWAT, of: done + counts.TERLEWAT + counts.SAH },
    };
  },
  add: fixed,
  update: fixed,
  remove: fixed,
  attach: fixed,
  detach: fixed,
});

const barisView = (
  { id, baris, isi, masalah, status }: BarisBerkas,
  konversi: KonversiTetap | undefined,
): SheetRow => ({
  id,
  revision: 1,
  group: GROUPS[status],
  values: {
    baris,
    ...isi,
    angkaKredit: konversi === undefined ? null : tulisAk(konversi.angkaKredit),
    akumulasi: konversi === undefined ? null : tulisAk(konversi.akumulasi.jumlah),
    nomor: konversi?.nomor ?? null,
  },
  files: [],
  notes: masalah.map((each) => ({ tone: "danger", text: kalimatMasalah(each) })),
});
