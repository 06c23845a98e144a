/** National number of a widyaiswara, stored as an opaque string. */
export interface NiwnTerbaca {
  readonly niwn: string;
  readonly tanggalLahir: string;
  readonly jenisKelamin: "L" | "P";
  readonly nomor: number;
  /** `FORMAT_LEGACY_17` for the short form with day and month in the second group. */
  readonly tanda: readonly string[];
}

/** How the second group is written; the source is inconsistent, hence configurable. Source: domain note 1.8.2. */
export type PolaTerbit = "YYYYMM" | "DDMMYY" | "DDMM";

const BIGGEST = 9999;

/**
 * Birth date (8), time of issue (6), sex (1), national running number (4).
 * @param input `terbit` is an ISO date. @throws {RangeError} when the running number does not fit four digits.
 */
export const susunNiwn = (
  input: {
    readonly tanggalLahir: string;
    readonly jenisKelamin: "L" | "P";
    readonly terbit: string;
    readonly nomor: number;
  },
  pola: PolaTerbit = "YYYYMM",
): string => {
  const { nomor } = input;
  if (!Number.isInteger(nomor) || nomor < 1 || nomor > BIGGEST) {
    throw new RangeError(`Expected a running number from 1 to ${BIGGEST}, but got ${nomor}`);
  }
  const [year = "", month = "", day = "01"] = input.terbit.split("-");
  const second = { YYYYMM: year + month, DDMMYY: day + month + year.slice(2), DDMM: day + month }[pola];
  return `${input.tanggalLahir.replaceAll("-", "")}${second}${input.jenisKelamin === "L" ? 1 : 2}${String(nomor).padStart(4, "0")}`;
};

/** Groups with spaces, as shown on the profile: 8-6-1-4, or 8-4-1-4 for the legacy form. */
export const tulisNiwn = (niwn: string): string =>
  `${niwn.slice(0, 8)} ${niwn.slice(8, -5)} ${niwn.slice(-5, -4)} ${niwn.slice(-4)}`;

/** Reads 19 digits, or 17 of the legacy form with a mark. @returns undefined when it is neither. */
export const bacaNiwn = (text: string): NiwnTerbaca | undefined => {
  const digits = text.replaceAll(/\s/g, "");
  const match = /^(\d{4})(\d{2})(\d{2})(\d{6}|\d{4})([12])(\d{4})$/.exec(digits);
  if (match === null || (digits.length !== 19 && digits.length !== 17)) return undefined;
  const [, year = "", month = "", day = "", group = "", sex = "", number = ""] = match;
  const tanggalLahir = `${year}-${month}-${day}`;
  const time = Date.parse(`${tanggalLahir}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== tanggalLahir || Number(number) < 1)
    return undefined;
  if (!terbitMungkin(group)) return undefined;
  return {
    niwn: digits,
    tanggalLahir,
    jenisKelamin: sex === "1" ? "L" : "P",
    nomor: Number(number),
    tanda: digits.length === 17 ? ["FORMAT_LEGACY_17"] : [],
  };
};

const bulan = (text: string): boolean => Number(text) >= 1 && Number(text) <= 12;
const hari = (text: string): boolean => Number(text) >= 1 && Number(text) <= 31;

/** The second group can be a time of issue in one of the ways it is written (`PolaTerbit`). */
const terbitMungkin = (group: string): boolean => {
  const dayFirst = hari(group.slice(0, 2)) && bulan(group.slice(2, 4));
  return dayFirst || (group.length === 6 && /^(?:19|20)/.test(group) && bulan(group.slice(4)));
};
