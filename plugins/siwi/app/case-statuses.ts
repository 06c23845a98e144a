import type { CaseType, Tone } from "../../../src/plugin-api/index.js";
import type { StatusDupak } from "../domain/status-dupak.js";

type Statuses = CaseType["statuses"];
const status = (tone: Tone, id: string, en: string): Statuses[string] => ({ tone, label: { id, en } });

export const DUPAK_STATUSES: Readonly<Record<StatusDupak, Statuses[string]>> = {
  TERKUNCI_KUESIONER: status("neutral", "Menunggu kuesioner", "Waiting for the questionnaire"),
  DRAF: status("neutral", "Draf", "Draft"),
  DIKIRIM: status("info", "Di Sekretariat TPI", "With the agency's secretariat"),
  DIKEMBALIKAN: status("warning", "Dikembalikan", "Returned"),
  DITERUSKAN_TPI: status("info", "Dinilai TPI", "With the agency's assessors"),
  DINILAI_TPI: status("info", "Selesai dinilai TPI", "Scored by the agency"),
  DITERUSKAN_TANPA_TPI: status("info", "Diteruskan tanpa TPI", "Forwarded without scoring"),
  MENUNGGU_KIRIM_TPP: status("info", "Menunggu dikirim ke TPP", "Waiting to be sent to the central team"),
  DITERIMA_TPP: status("info", "Di TPP", "With the central team"),
  DIKEMBALIKAN_TPP: status("warning", "Dikembalikan TPP", "Returned by the central team"),
  DINILAI_TPP: status("info", "Selesai dinilai TPP", "Scored by the central team"),
  SIDANG: status("info", "Sidang", "In session"),
  SELESAI: status("success", "Selesai", "Finished"),
};

export const NIWN_STATUSES = {
  DIAJUKAN: status("info", "Diajukan", "Requested"),
  DIPERIKSA: status("info", "Diperiksa", "Being checked"),
  DIKEMBALIKAN: status("warning", "Dikembalikan", "Returned"),
  DITOLAK: status("danger", "Ditolak", "Refused"),
  DITERBITKAN: status("info", "Diterbitkan, menunggu aktivasi", "Issued, waiting for activation"),
  AKTIF: status("success", "Aktif", "Active"),
} as const;

export const COLLECTIVE_STATUSES = {
  DIPROSES: status("info", "Diproses", "Under way"),
  SELESAI: status("success", "Selesai", "Finished"),
} as const;

export const PRINTING_STATUSES = { BERLAKU: status("success", "Tercatat", "Recorded") } as const;

export const PROFILE_STATUSES = {
  DIBUKA: status("info", "Sedang diubah", "Being changed"),
  DISIMPAN: status("success", "Disimpan", "Saved"),
  BATAL: status("neutral", "Dibatalkan", "Cancelled"),
} as const;

export const PERIOD_STATUSES = {
  DIJADWALKAN: status("info", "Dijadwalkan", "Scheduled"),
  DIBUKA: status("success", "Dibuka", "Open"),
  DITUTUP: status("neutral", "Ditutup", "Closed"),
} as const;

export const BATCH_STATUSES = {
  DISUSUN: status("info", "Disusun", "Being prepared"),
  DIKIRIM: status("success", "Dikirim", "Sent"),
  BATAL: status("neutral", "Dibatalkan", "Cancelled"),
} as const;
