import {
  type Sheet,
  type SheetColumn,
  sheetColumn,
  type SheetPage,
  type SheetRow,
  type SheetValue,
} from "../../../src/plugin-api/index.js";
import { KETERANGAN_BIDANG, saranPerbaikan } from "../domain/data-sapk.js";
import type { SebabPerbedaan } from "../domain/perbedaan.js";
import { refuse } from "./refusals.js";
import type { SapkDeps } from "./sapk-deps.js";

const SEBAB: Readonly<Record<SebabPerbedaan, { readonly id: string; readonly en: string }>> = {
  DATA_AWAL: { id: "Data awal, diisi tangan sebelum tarikan pertama", en: "Entered by hand before the first pull" },
  PEMBARUAN: { id: "Pembaruan dari SAPK", en: "Newer in SAPK" },
  USANG: { id: "Perubahan lokal menjadi USANG; SAPK yang berlaku", en: "The local change is out of date; SAPK holds" },
};

const column = (key: string, id: string, en: string, more?: Partial<SheetColumn>): SheetColumn =>
  sheetColumn(key, { id, en }, "text", more);

const row = (id: string, group: string, values: Readonly<Record<string, SheetValue>>): SheetRow => ({
  id,
  revision: 1,
  group,
  values,
  files: [],
  notes: [],
});

const fixed = (): Promise<never> =>
  Promise.reject(
    refuse(
      "Data ini berasal dari SAPK dan tidak dapat diubah di sini. Perbaiki di SAPK, menu Peremajaan Data.",
      "These data come from SAPK and cannot be changed here. Correct them in SAPK.",
    ),
  );

const readOnly = (parts: Pick<Sheet, "id" | "title" | "page">): Sheet => ({
  ...parts,
  add: fixed,
  update: fixed,
  remove: fixed,
  attach: fixed,
  detach: fixed,
});

const pageOf = (columns: readonly SheetColumn[], rows: readonly SheetRow[], total: number): SheetPage => ({
  columns,
  rows,
  total,
  totals: [],
  canAdd: false,
  canRemove: false,
  canAttach: false,
  progress: null,
});

/** "Data lokal vs SAPK": what differed, what holds now, and where a wrong value is put right. Source: domain note 1.5.4. */
export const perbedaanSheet = (deps: Pick<SapkDeps, "store">): Sheet =>
  readOnly({
    id: "perbedaan",
    title: { id: "Data lokal vs SAPK", en: "Local data vs SAPK" },
    async page(tx, { caseFile }, page) {
      const { rows, total } = await deps.store(tx).perbedaan(caseFile.id, page);
      return pageOf(
        [
          column("bidang", "Data", "Field", { summary: true }),
          column("lokal", "Lokal", "Local", { summary: true }),
          column("sumber", "SAPK (berlaku)", "SAPK (holds)", { summary: true }),
          column("sebab", "Sebab", "Cause"),
          column("saran", "Bila SAPK keliru", "If SAPK is wrong", { kind: "longtext" }),
        ],
        rows.map((one) =>
          row(one.id, `${one.nama} (${one.nip})`, {
            bidang: KETERANGAN_BIDANG[one.bidang].id,
            lokal: one.lokal,
            sumber: one.sumber,
            sebab: SEBAB[one.sebab].id,
            saran: `Bila SAPK keliru: ${saranPerbaikan(one.bidang).id}`,
          }),
        ),
        total,
      );
    },
  });

/** People whose data could not be taken, with the reason. */
export const gagalSheet = (deps: Pick<SapkDeps, "store">): Sheet =>
  readOnly({
    id: "gagal",
    title: { id: "Gagal ditarik", en: "Not taken" },
    async page(tx, { caseFile }, page) {
      const { rows, total } = await deps.store(tx).gagal(caseFile.id, page);
      return pageOf(
        [
          column("nip", "NIP", "Employee number", { summary: true }),
          column("alasan", "Alasan", "Reason", { kind: "longtext", summary: true }),
          column("percobaan", "Percobaan", "Attempts", { kind: "integer" }),
        ],
        rows.map(({ nip, alasan, percobaan, sementara }) =>
          row(nip, sementara ? "Sementara, ditarik lagi berikutnya" : "Perlu diperbaiki", { nip, alasan, percobaan }),
        ),
        total,
      );
    },
  });
