import { bulan, hari, rentangTanggal, tanggal, tanggalAngka } from "./dates.js";
import { angka, nip, terbilang } from "./numbers.js";

/** A Handlebars helper; the last argument is Handlebars' own options object. */
export type TemplateHelper = (...args: readonly unknown[]) => unknown;

const isAbsent = (value: unknown): boolean => value === null || value === undefined || value === "";

const comparable = (value: unknown): unknown => (typeof value === "number" ? String(value) : value);

/** Helpers of every template. Their names are Indonesian: those who write templates know them so. */
export const PLATFORM_HELPERS: Readonly<Record<string, TemplateHelper>> = {
  tanggal: (value) => tanggal(value),
  tanggalAngka: (value) => tanggalAngka(value),
  hari: (value) => hari(value),
  bulan: (value) => bulan(value),
  rentangTanggal: (from, to) => rentangTanggal(from, to),
  /** `{{angka ak 3}}`. */
  angka: (value, digits) => angka(value, digits),
  nip: (value) => nip(value),
  terbilang: (value) => terbilang(value),
  /** `{{nomorUrut @index}}`: rows count from one; `{{nomorUrut @index 6}}`: from six. */
  nomorUrut: (index, first) => Number(index) + (typeof first === "number" ? first : 1),
  /** `{{huruf @index}}`: a, b, c … */
  huruf: (index) => String.fromCodePoint(97 + (Number(index) % 26)),
  eq: (a, b) => comparable(a) === comparable(b),
  /** First value that is there: `{{atau nomor "................"}}`. */
  atau: (value, otherwise) => (isAbsent(value) ? otherwise : value),
  ada: (value) => !isAbsent(value) && !(Array.isArray(value) && value.length === 0),
  besar: (value) => String(value).toLocaleUpperCase("id"),
};
