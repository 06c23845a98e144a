import { definePlugin } from "../../src/plugin-api/index.js";

export type { AturanSidang } from "./app/aturan-sidang.js";
export { decideSidang } from "./app/decide-sidang.js";
export { type BarisBukti, buktiDitolak, lampirkanBukti, lepaskanBukti, tidakAda } from "./app/lampirkan-bukti.js";
export { NILAI_SISA, nilaiSisaAction } from "./app/nilai-sisa.js";
export { tell, toOwner, toUser } from "./app/notices.js";
export { type PeroranganDeps, peroranganDari } from "./app/perorangan-dari.js";
export type { PenerimaPengingat } from "./app/remind.js";
export { requirePenilai } from "./app/require-penilai.js";
export { sidangCase } from "./app/sidang-case.js";
export type { SidangDeps } from "./app/sidang-deps.js";
export type { SidangStore } from "./app/sidang-store.js";
export { type HariKerja, type Tenggat, tenggatHariKerja, tenggatTanggal } from "./app/tenggat.js";
export { PutusanSidangColumns } from "./data/putusan-sidang.columns.js";
export { SidangColumns } from "./data/sidang.columns.js";
export { SidangRepository } from "./data/sidang.repository.js";
export { type BarisDinilai, hitungBaris, kalimatAlasan } from "./domain/hitung-baris.js";
export { type Fault, type Isian, penulisIsian, teksIsian, volumeIsian } from "./domain/isian-baris.js";
export { nilaiKebutuhan, tigaKolom, type TigaKolom } from "./domain/kebutuhan-pangkat.js";
export { bacaNilai, type KolomNilai, pangkatCukup } from "./domain/nilai.js";
export { penulisDari, PERAN_PENULIS, type PeranPenulis, PILIHAN_PENULIS } from "./domain/peran-penulis.js";
export type { Perorangan } from "./domain/perorangan.js";
export type { AnggotaSidang, Putusan, PutusanSidang, Sidang } from "./domain/sidang.js";
export { kuorumTercapai, susunanTimSah, type TimPenilai } from "./domain/tim-penilai.js";
export { caseWorker, printWorker } from "./workers/case-workers.js";
export { remindWorker } from "./workers/remind.worker.js";
export { sidangWorkers } from "./workers/sidang-workers.js";

/** Assessment of credit proposals by a team, as every app of it does it. It owns no process: apps state their differences. */
export const plugin = definePlugin({
  name: "penilaian",
  version: "1.0.0",
  api: "^1.5",
  needs: ["angka-kredit", "kepegawaian"],
  setup: () => ({}),
});
