import type { BarisAcuan } from "../domain/acuan.js";
import type { UraianJenis } from "../domain/jenis-acuan.js";
import type { Perhitungan } from "./perhitungan.js";

/** Extension point for calculations of other plugins; values of the shape `Perhitungan`. */
export const TITIK_PERHITUNGAN = "angka-kredit:perhitungan";
/** Extension point for kinds of reference data that other plugins keep here; values of the shape `SumbanganAcuan`. */
export const TITIK_ACUAN = "angka-kredit:acuan";

/** Kinds of reference data of another plugin with the rows that every installation needs. */
export interface SumbanganAcuan {
  readonly jenis: Readonly<Record<string, UraianJenis>>;
  readonly baris: readonly BarisAcuan[];
}

const adalahPerhitungan = (value: unknown): value is Perhitungan => {
  const { perhitungan, masukan, hitung } = (value ?? {}) as Partial<Record<keyof Perhitungan, unknown>>;
  return (
    typeof perhitungan === "string" &&
    typeof hitung === "function" &&
    typeof (masukan as { safeParse?: unknown } | undefined)?.safeParse === "function"
  );
};

const adalahAcuan = (value: unknown): value is SumbanganAcuan => {
  const { jenis, baris } = (value ?? {}) as Partial<Record<keyof SumbanganAcuan, unknown>>;
  return typeof jenis === "object" && jenis !== null && Array.isArray(baris);
};

/** @throws {Error} naming the point when a plugin added something else. */
export const sumbanganPerhitungan = (values: readonly unknown[]): readonly Perhitungan[] =>
  values.map((value) => {
    if (adalahPerhitungan(value)) return value;
    throw new Error(
      `Expected { perhitungan, masukan, hitung } at '${TITIK_PERHITUNGAN}', but got ${JSON.stringify(value)}`,
    );
  });

/** @throws {Error} naming the point when a plugin added something else. */
export const sumbanganAcuan = (values: readonly unknown[]): readonly SumbanganAcuan[] =>
  values.map((value) => {
    if (adalahAcuan(value)) return value;
    throw new Error(`Expected { jenis, baris } at '${TITIK_ACUAN}', but got ${JSON.stringify(value)}`);
  });
