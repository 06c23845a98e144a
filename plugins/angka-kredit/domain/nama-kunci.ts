import { JENIS_JABATAN, UMUM } from "./jenis-acuan.js";
import { JENJANG, namaJenjang } from "./jenjang.js";
import { namaPredikat, PREDIKAT } from "./predikat.js";

const kata = (text: string): string => text.charAt(0) + text.slice(1).toLowerCase().replaceAll("_", " ");

const bagian = (part: string): string => {
  const jenjang = JENJANG.find((each) => each === part);
  if (jenjang !== undefined) return namaJenjang(jenjang);
  const predikat = PREDIKAT.find((each) => each === part);
  if (predikat !== undefined) return namaPredikat(predikat);
  if (part === UMUM) return "Umum";
  if (JENIS_JABATAN.some((each) => each === part)) return part === "WIDYAISWARA" ? "Widyaiswara" : "Analis Kepegawaian";
  // Words in capitals, not codes: `MEMUASKAN`, but not the rank `IV/a` or a code of figures.
  return /^[A-Z]{3,}(?:_[A-Z]+)*$/.test(part) ? kata(part) : part;
};

/** The key of a row as people read it: `AHLI_PERTAMA:IV/a` is `Ahli Pertama, IV/a`. */
export const namaKunci = (kunci: string): string => kunci.split(":").map(bagian).join(", ");

/** A source status as people read it: `Terkonfirmasi sekunder`. */
export const namaStatus = (status: string): string => kata(status);
