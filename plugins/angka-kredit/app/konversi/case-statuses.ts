import type { CaseType, Tone } from "../../../../src/plugin-api/index.js";

type Statuses = CaseType["statuses"];
const status = (tone: Tone, id: string, en: string): Statuses[string] => ({ tone, label: { id, en } });

export const KONVERSI_STATUSES = {
  DIPERIKSA: status("info", "Diperiksa pengelola kepegawaian", "Being checked"),
  DIKEMBALIKAN: status("warning", "Dikembalikan", "Returned"),
  MENUNGGU_PENETAPAN: status("info", "Menunggu penetapan", "Waiting to be determined"),
  DIPROSES: status("info", "Ditetapkan, sedang dicetak", "Determined, being printed"),
  MENUNGGU_PAK: status("info", "Konversi terbit, menunggu penetapan PAK", "Issued, waiting for the PAK"),
  DITETAPKAN: status("success", "Konversi terbit", "Conversion issued"),
  PAK_TERBIT: status("success", "Konversi dan PAK terbit", "Conversion and PAK issued"),
  DIBATALKAN: status("neutral", "Dibatalkan", "Called off"),
} as const;

export const MASSAL_STATUSES = {
  DIPERIKSA: status("info", "Lembar kerja diperiksa", "Being checked"),
  BERMASALAH: status("warning", "Ada baris bermasalah", "Rows with faults"),
  DIKEMBALIKAN: status("warning", "Dikembalikan", "Returned"),
  MENUNGGU_PENETAPAN: status("info", "Menunggu penetapan", "Waiting to be determined"),
  DIPROSES: status("info", "Sedang dikonversi dan dicetak", "Being converted and printed"),
  DIHENTIKAN: status("warning", "Dihentikan, dapat dilanjutkan", "Stopped, can be continued"),
  SELESAI: status("success", "Selesai", "Finished"),
  SELESAI_SEBAGIAN: status("warning", "Selesai, sebagian terlewat", "Finished, some left out"),
  DIBATALKAN: status("neutral", "Dibatalkan", "Called off"),
} as const;

export const NOMOR_STATUSES = { BERLAKU: status("success", "Tersimpan", "Kept") } as const;

export const SALDO_STATUSES = { DICATAT: status("success", "Tercatat", "Recorded") } as const;

export const PEMBATALAN_STATUSES = {
  DIAJUKAN: status("info", "Menunggu putusan", "Waiting for a decision"),
  DIBATALKAN: status("success", "PAK dibatalkan", "PAK cancelled"),
  DITOLAK: status("neutral", "Pembatalan ditolak", "Refused"),
} as const;
