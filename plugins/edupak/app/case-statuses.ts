import type { CaseType, Tone } from "../../../src/plugin-api/index.js";
import type { StatusDupak } from "../domain/status-dupak.js";
import type { StatusInventarisasi } from "../domain/status-inventarisasi.js";

type Statuses = CaseType["statuses"];
const status = (tone: Tone, id: string, en: string): Statuses[string] => ({ tone, label: { id, en } });

export const INVENTARISASI_STATUSES: Readonly<Record<StatusInventarisasi, Statuses[string]>> = {
  DRAF: status("neutral", "Draf", "Draft"),
  DIAJUKAN: status("info", "Menunggu atasan langsung", "With the direct superior"),
  DISETUJUI_ATASAN: status("success", "Disetujui atasan", "Approved by the superior"),
  DIKEMBALIKAN_ATASAN: status("warning", "Dikembalikan atasan", "Returned by the superior"),
  TERKUNCI: status("neutral", "Terkunci dalam DUPAK", "Locked in a DUPAK"),
  DIBATALKAN: status("neutral", "Dibatalkan", "Called off"),
};

export const DUPAK_STATUSES: Readonly<Record<StatusDupak, Statuses[string]>> = {
  DRAF: status("neutral", "Draf", "Draft"),
  MENUNGGU_ATASAN: status("info", "Menunggu atasan langsung", "With the direct superior"),
  MENUNGGU_PEJABAT_PENGUSUL: status("info", "Menunggu pejabat pengusul", "With the proposing official"),
  DIKIRIM: status("info", "Dikirim ke Sekretariat", "Sent to the secretariat"),
  VERIFIKASI_SEKRETARIAT: status("info", "Diverifikasi Sekretariat", "Being verified"),
  DIKEMBALIKAN: status("warning", "Dikembalikan", "Returned"),
  PENILAIAN_SEMENTARA: status("info", "Penilaian sementara", "Provisional scoring"),
  SIDANG: status("info", "Sidang tim penilai", "In session"),
  RESUME: status("info", "Resume penilaian", "Resume"),
  DITETAPKAN: status("info", "Ditetapkan", "Decided"),
  DICETAK: status("success", "Dicetak", "Printed"),
  DITERIMA: status("success", "Diterima", "Received"),
  DIBATALKAN: status("neutral", "Dibatalkan", "Called off"),
};

export const AKUN_STATUSES = {
  DIBUAT: status("info", "Menunggu pemeriksaan data", "Waiting for the check of data"),
  PERBEDAAN: status("warning", "Ada perbedaan data", "Data differ"),
  AKTIF: status("success", "Aktif", "Active"),
  DIUBAH: status("success", "Dicatat", "Recorded"),
} as const;

export const RECORD_STATUSES = { DICATAT: status("success", "Tercatat", "Recorded") } as const;

export const REKAP_STATUSES = {
  DISUSUN: status("info", "Sedang disusun", "Being made"),
  SELESAI: status("success", "Selesai", "Ready"),
} as const;

export const PRINTING_STATUSES = { BERLAKU: status("success", "Tercatat", "Recorded") } as const;
