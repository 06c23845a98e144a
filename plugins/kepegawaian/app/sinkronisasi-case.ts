import type { CaseFact, CaseType } from "../../../src/plugin-api/index.js";
import { APP, type SapkDeps, SINKRONISASI } from "./sapk-deps.js";
import { gagalSheet, perbedaanSheet } from "./sapk-sheets.js";
import { sinkronisasiStart } from "./sinkronisasi-start.js";

const fact = (id: string, en: string, value: string): CaseFact => ({ label: { id, en }, value });
const jumlah = (count: number): string => count.toLocaleString("id-ID");

/** A synchronisation with SAPK: progress, differences, failures. */
export const sinkronisasiCase = (deps: SapkDeps): CaseType => ({
  app: APP,
  type: SINKRONISASI,
  title: { id: "Sinkronkan data pegawai dari SAPK", en: "Synchronise employees from SAPK" },
  processId: SINKRONISASI,
  statuses: {
    BERJALAN: { tone: "info", label: { id: "Berjalan", en: "Running" } },
    SELESAI: { tone: "success", label: { id: "Selesai", en: "Finished" } },
    SELESAI_SEBAGIAN: { tone: "warning", label: { id: "Selesai, sebagian gagal", en: "Finished, some failed" } },
  },
  start: sinkronisasiStart(deps),
  sheets: [perbedaanSheet(deps), gagalSheet(deps)],
  async facts(tx, { id, subjectName }) {
    const { jumlah: all, MENUNGGU, BARU, BERUBAH, TETAP, GAGAL } = await deps.store(tx).hitung(id);
    return [
      fact("Instansi", "Agency", subjectName),
      fact("Diproses", "Processed", `${jumlah(all - MENUNGGU)} dari ${jumlah(all)}`),
      fact("Baru", "New", jumlah(BARU)),
      fact("Berubah", "Changed", jumlah(BERUBAH)),
      fact("Tidak berubah", "Unchanged", jumlah(TETAP)),
      fact("Gagal", "Failed", jumlah(GAGAL)),
    ];
  },
});
