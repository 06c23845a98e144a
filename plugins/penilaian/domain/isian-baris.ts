import { bacaVolume, type ButirKegiatan, type Volume } from "../../angka-kredit/plugin.js";
import { PERAN_PENULIS, type PeranPenulis } from "./peran-penulis.js";

/** What was typed into a row, by column. */
export type Isian = Readonly<Record<string, string | number | null>>;

/** Names a fault of a column, in both languages. */
export type Fault = (kolom: string, id: string, en: string) => void;

/** Text of a cell, trimmed; empty when there is none. */
export const teksIsian = (value: Isian[string] | undefined): string =>
  value === null || value === undefined ? "" : String(value).trim();

/** A volume as typed, comma or dot; undefined after a fault. */
export const volumeIsian = (value: string, fault: Fault): Volume | undefined => {
  try {
    return bacaVolume(value.replace(",", "."));
  } catch {
    fault(
      "volume",
      `Volume harus lebih dari 0 sampai 999999,99, paling banyak dua desimal, tetapi tertulis "${value.replace(".", ",")}"`,
      `Expected a volume above 0 and up to 999999.99 with at most two decimals, but got "${value}"`,
    );
    return undefined;
  }
};

/** Place among the authors; null for an activity that authors do not share. */
export const penulisIsian = (
  value: string,
  butir: Pick<ButirKegiatan, "berbagiPenulis"> | undefined,
  fault: Fault,
): PeranPenulis | null => {
  if (value === "" || butir?.berbagiPenulis === false) return null;
  const found = PERAN_PENULIS.find((each) => each === value);
  if (found === undefined)
    fault("penulis", `Peran penulis "${value}" tidak dikenal`, `Unknown role of author "${value}"`);
  return found ?? null;
};
