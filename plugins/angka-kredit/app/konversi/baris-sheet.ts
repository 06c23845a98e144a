import { type Sheet, type SheetColumn, sheetColumn, type SheetRow } from "../../../../src/plugin-api/index.js";
import { namaLengkap, refuse } from "../../../kepegawaian/plugin.js";
import { tulisAk } from "../../domain/ak.js";
import { JUDUL_KOLOM } from "../../domain/baris-konversi.js";
import { namaBulan } from "../../domain/bulan.js";
import { namaJenjang } from "../../domain/jenjang.js";
import { actOnMassal, tindakanMassal } from "./hentikan-massal.js";
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

const column = (key: string, id: string, en: string, more?: Partial<SheetColumn>): SheetColumn =>
  sheetColumn(key, { id, en }, "text", more);

const COLUMNS: readonly SheetColumn[] = [
  column("nip", JUDUL_KOLOM.nip, "Employee number"),
  column("nama", JUDUL_KOLOM.nama, "Name", { summary: true }),
  column("periode", "Periode", "Period", { summary: true }),
  column("predikat", JUDUL_KOLOM.predikat, "Grade", { summary: true }),
  column("angkaKredit", "Angka kredit", "Credit", { kind: "decimal", scale: 3, summary: true }),
  column("jenjang", JUDUL_KOLOM.jenjang, "Level"),
  column("nomor", "Nomor konversi", "Number"),
  column("akumulasi", "Akumulasi", "Accumulated", { kind: "decimal", scale: 3 }),
  column("baris", "Baris", "Row", { kind: "integer" }),
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
    const known = await deps.people(tx).pegawaiByNips(rows.map(({ isi }) => isi.nip.replaceAll(/\s/g, "")));
    const names = new Map(known.map((pegawai) => [pegawai.nip, namaLengkap(pegawai)]));
    const counts = await store.hitungBaris(caseFile.id);
    const done = counts.DITETAPKAN + counts.SELESAI;
    return {
      columns: COLUMNS,
      rows: rows.map((row) => barisView(row, converted.get(row.id), names)),
      total,
      totals: [],
      canAdd: false,
      canRemove: false,
      canAttach: false,
      progress: done === 0 ? null : { done: done + counts.TERLEWAT, of: done + counts.TERLEWAT + counts.SAH },
    };
  },
  actions: (tx, at) => tindakanMassal(deps, tx, at),
  act: (tx, at, actionId) => actOnMassal(deps, tx, at, actionId),
  add: fixed,
  update: fixed,
  remove: fixed,
  attach: fixed,
  detach: fixed,
});

/** Months by their names; as they were written where they cannot be read. */
const masa = ({ isi, periode }: BarisBerkas): string => {
  const { tahun, bulanMulai, bulanSelesai } = periode ?? isi;
  const name = (bulan: number | string): string => (typeof bulan === "number" ? namaBulan(bulan) : bulan);
  const months = bulanMulai === bulanSelesai ? [bulanMulai] : [bulanMulai, bulanSelesai];
  return `${months.map(name).join(" s/d ")} ${tahun}`;
};

const barisView = (
  row: BarisBerkas,
  konversi: KonversiTetap | undefined,
  names: ReadonlyMap<string, string>,
): SheetRow => ({
  id: row.id,
  revision: 1,
  group: GROUPS[row.status],
  values: {
    baris: row.baris,
    ...row.isi,
    nama: row.isi.nama || (names.get(row.isi.nip.replaceAll(/\s/g, "")) ?? ""),
    periode: masa(row),
    jenjang: row.periode === null ? row.isi.jenjang : namaJenjang(row.periode.jenjang),
    angkaKredit: konversi === undefined ? null : tulisAk(konversi.angkaKredit),
    akumulasi: konversi === undefined ? null : tulisAk(konversi.akumulasi.jumlah),
    nomor: konversi?.nomor ?? null,
  },
  files: [],
  notes: row.masalah.map((each) => ({ tone: "danger", text: kalimatMasalah(each) })),
});
