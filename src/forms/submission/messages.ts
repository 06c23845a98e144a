import type { Localised } from "../../platform/index.js";

/** Values that a message names. */
export interface MessageContext {
  readonly field: string;
  /** The limit that was passed, where there is one. */
  readonly limit?: string | undefined;
}

type Write = (context: MessageContext) => Localised;

const said =
  (id: (field: string, limit: string) => string, en: (field: string, limit: string) => string): Write =>
  ({ field, limit }) => ({ id: id(field, limit ?? ""), en: en(field, limit ?? "") });

/** Own texts for Form.io's error keys and for the checks of this module. */
const MESSAGES: Readonly<Record<string, Write>> = {
  required: said(
    (field) => `${field} wajib diisi`,
    (field) => `${field} is required`,
  ),
  array_nonempty: said(
    (field) => `${field} wajib diisi`,
    (field) => `${field} is required`,
  ),
  array: said(
    (field) => `${field} harus berupa daftar`,
    (field) => `${field} must be a list`,
  ),
  nonarray: said(
    (field) => `${field} hanya boleh berisi satu nilai`,
    (field) => `${field} takes one value only`,
  ),
  object: said(
    (field) => `${field} harus berupa kelompok isian`,
    (field) => `${field} must be a group of fields`,
  ),
  text: said(
    (field) => `${field} harus berupa teks`,
    (field) => `${field} must be text`,
  ),
  number: said(
    (field) => `${field} harus berupa angka, misalnya 12,5`,
    (field) => `${field} must be a number such as 12.5`,
  ),
  integer: said(
    (field) => `${field} harus berupa bilangan bulat`,
    (field) => `${field} must be a whole number`,
  ),
  decimals: said(
    (field, limit) => `${field} paling banyak ${limit} angka di belakang koma`,
    (field, limit) => `${field} takes at most ${limit} decimals`,
  ),
  flag: said(
    (field) => `${field} harus berupa ya atau tidak`,
    (field) => `${field} must be yes or no`,
  ),
  files: said(
    (field) => `${field} harus berisi berkas yang telah diunggah`,
    (field) => `${field} must hold uploaded files`,
  ),
  invalidOption: said(
    (field) => `${field} berisi pilihan yang tidak tersedia`,
    (field) => `${field} holds a choice that is not offered`,
  ),
  invalidDate: said(
    (field) => `${field} bukan tanggal yang benar`,
    (field) => `${field} is not a valid date`,
  ),
  invalidDay: said(
    (field) => `${field} bukan tanggal yang benar`,
    (field) => `${field} is not a valid date`,
  ),
  time: said(
    (field) => `${field} bukan jam yang benar, misalnya 09:30`,
    (field) => `${field} is not a valid time such as 09:30`,
  ),
  pattern: said(
    (field) => `${field} tidak sesuai dengan pola yang diminta`,
    (field) => `${field} does not have the form asked for`,
  ),
  mask: said(
    (field) => `${field} tidak sesuai dengan pola yang diminta`,
    (field) => `${field} does not have the form asked for`,
  ),
  minLength: said(
    (field, limit) => `${field} paling sedikit ${limit} karakter`,
    (field, limit) => `${field} must have at least ${limit} characters`,
  ),
  maxLength: said(
    (field, limit) => `${field} paling banyak ${limit} karakter`,
    (field, limit) => `${field} must have at most ${limit} characters`,
  ),
  minWords: said(
    (field, limit) => `${field} paling sedikit ${limit} kata`,
    (field, limit) => `${field} must have at least ${limit} words`,
  ),
  maxWords: said(
    (field, limit) => `${field} paling banyak ${limit} kata`,
    (field, limit) => `${field} must have at most ${limit} words`,
  ),
  minRows: said(
    (field, limit) => `${field} paling sedikit ${limit} baris`,
    (field, limit) => `${field} must have at least ${limit} rows`,
  ),
  maxRows: said(
    (field, limit) => `${field} paling banyak ${limit} baris`,
    (field, limit) => `${field} must have at most ${limit} rows`,
  ),
  min: said(
    (field, limit) => `${field} tidak boleh kurang dari ${limit}`,
    (field, limit) => `${field} must not be less than ${limit}`,
  ),
  max: said(
    (field, limit) => `${field} tidak boleh lebih dari ${limit}`,
    (field, limit) => `${field} must not be more than ${limit}`,
  ),
  minDate: said(
    (field, limit) => `${field} tidak boleh sebelum ${limit}`,
    (field, limit) => `${field} must not be before ${limit}`,
  ),
  maxDate: said(
    (field, limit) => `${field} tidak boleh sesudah ${limit}`,
    (field, limit) => `${field} must not be after ${limit}`,
  ),
  minYear: said(
    (field, limit) => `${field}: tahun tidak boleh sebelum ${limit}`,
    (field, limit) => `${field}: the year must not be before ${limit}`,
  ),
  maxYear: said(
    (field, limit) => `${field}: tahun tidak boleh sesudah ${limit}`,
    (field, limit) => `${field}: the year must not be after ${limit}`,
  ),
  minSelectedCount: said(
    (field, limit) => `${field}: pilih paling sedikit ${limit}`,
    (field, limit) => `${field}: choose at least ${limit}`,
  ),
  maxSelectedCount: said(
    (field, limit) => `${field}: pilih paling banyak ${limit}`,
    (field, limit) => `${field}: choose at most ${limit}`,
  ),
  invalid_email: said(
    (field) => `${field} bukan alamat surel yang benar`,
    (field) => `${field} is not a valid e-mail address`,
  ),
  invalid_url: said(
    (field) => `${field} bukan alamat web yang benar`,
    (field) => `${field} is not a valid web address`,
  ),
  custom: said(
    (field) => `${field} tidak memenuhi syarat`,
    (field) => `${field} does not meet the condition`,
  ),
  jsonLogic: said(
    (field) => `${field} tidak memenuhi syarat`,
    (field) => `${field} does not meet the condition`,
  ),
  slowScript: said(
    (field) =>
      `Perhitungan pada isian ${field} terlalu lama. Coba kirim lagi; bila tetap begitu, sampaikan kepada pemilik proses`,
    (field) =>
      `The calculation at ${field} takes too long. Send it again; if that does not help, tell the process owner`,
  ),
  script: said(
    (field) => `Perhitungan pada isian ${field} gagal. Sampaikan kepada pemilik proses`,
    (field) => `A calculation at ${field} failed. Tell the process owner`,
  ),
};

const SAME_AS: Readonly<Record<string, string>> = {
  invalid_regex: "pattern",
  invalid_date: "invalidDate",
  invalid_day: "invalidDay",
  select: "invalidOption",
  valueIsNotAvailable: "invalidOption",
  requiredDayField: "required",
  requiredMonthField: "required",
  requiredYearField: "required",
};

/**
 * Text for an error key. A form's own message (`validate.customMessage`, or what a custom check says) is no key:
 * it is shown as it stands, with `{{field}}` filled in.
 */
export function messageFor(key: string, context: MessageContext): Localised {
  const name = Object.hasOwn(SAME_AS, key) ? (SAME_AS[key] ?? key) : key;
  const write = Object.hasOwn(MESSAGES, name) ? MESSAGES[name] : undefined;
  if (write !== undefined) return write(context);
  const own = key.replaceAll(/{{\s*field\s*}}/g, context.field);
  return { id: own, en: own };
}
