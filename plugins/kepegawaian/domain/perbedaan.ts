import { BIDANG_SAPK, type BidangSapk } from "./data-sapk.js";

/**
 * Why local and source differed: the first pull found data entered by hand (`DATA_AWAL`); SAPK has newer data (`PEMBARUAN`);
 * someone changed the local copy since the last pull, which is out of date now (`USANG`). The source wins every time.
 * Source: domain note 4.2.
 */
export type SebabPerbedaan = "DATA_AWAL" | "PEMBARUAN" | "USANG";

export interface Perbedaan {
  readonly bidang: keyof BidangSapk;
  readonly lokal: string | null;
  readonly sumber: string | null;
  readonly sebab: SebabPerbedaan;
}

const teks = (value: string | boolean | null): string | null =>
  typeof value === "boolean" ? (value ? "Aktif" : "Tidak aktif") : value;

/** Texts that differ only by case or spaces are the same unit, the same name. */
const sama = (a: string | boolean | null, b: string | boolean | null): boolean =>
  a === b || (typeof a === "string" && typeof b === "string" && rapi(a) === rapi(b));

const rapi = (text: string): string => text.trim().replaceAll(/\s+/g, " ").toLowerCase();

/** Fields in which the local copy differs from the source. @param terakhir what the last pull brought; undefined at the first. */
export const bandingkan = (
  lokal: BidangSapk,
  sumber: BidangSapk,
  terakhir: BidangSapk | undefined,
): readonly Perbedaan[] =>
  BIDANG_SAPK.filter((bidang) => !sama(lokal[bidang], sumber[bidang])).map((bidang) => ({
    bidang,
    lokal: teks(lokal[bidang]),
    sumber: teks(sumber[bidang]),
    sebab: terakhir === undefined ? "DATA_AWAL" : sama(lokal[bidang], terakhir[bidang]) ? "PEMBARUAN" : "USANG",
  }));
