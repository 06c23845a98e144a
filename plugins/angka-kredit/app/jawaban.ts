import type { DasarHukum } from "../domain/rujukan.js";

/** Why a request is not answered; `bidang` is the path of the field, such as `periode[1].bulanMulai`. */
export interface Galat {
  readonly kode: string;
  readonly pesan: string;
  readonly bidang?: string;
}

/** A sentence in Indonesian, as documents quote it, and in English. */
export interface Kalimat {
  readonly id: string;
  readonly en: string;
}

/** What a calculation gives: its result, sentences that an official can quote, and what else it rests on. */
export interface Hasil {
  readonly hasil: Readonly<Record<string, unknown>>;
  readonly penjelasan?: readonly (string | Kalimat)[];
  /** Besides the reference rows that were read. */
  readonly dasarHukum?: readonly DasarHukum[];
}

export interface Gagal {
  readonly galat: Galat;
}

/** Answer to one request. */
export type Jawaban =
  | {
      readonly perhitungan: unknown;
      readonly hasil: Readonly<Record<string, unknown>>;
      readonly dasarHukum: readonly DasarHukum[];
      readonly penjelasan: readonly string[];
      /** The same sentences in English, one for each, where they were asked for; a sentence without English stays as it is. */
      readonly penjelasanEn?: readonly string[];
    }
  | { readonly perhitungan: unknown; readonly galat: Galat };

export const TIDAK_SAH = "MASUKAN_TIDAK_SAH";

/** A field that is not as it should be. */
export const tidakSah = (bidang: string, pesan: string): Gagal => ({ galat: { kode: TIDAK_SAH, pesan, bidang } });
