import { bandingGolongan, type Golongan } from "../../angka-kredit/plugin.js";
import type { Jalur } from "./dupak.js";

const LANGSUNG_MULAI: Golongan = "IV/c";

/** IV/c and above go to TPP directly; without a team of its own the instansi only forwards. Source: domain note 1.3.5. */
export const jalurUntuk = (golongan: Golongan, punyaTpi: boolean): Jalur => {
  if (bandingGolongan(golongan, LANGSUNG_MULAI) >= 0) return "LANGSUNG_TPP";
  return punyaTpi ? "TPI" : "TANPA_TPI";
};

const NAMES: Readonly<Record<Jalur, string>> = {
  TPI: "Melalui Tim Penilai Instansi",
  TANPA_TPI: "Diteruskan instansi, dinilai Tim Penilai Pusat",
  LANGSUNG_TPP: "Langsung ke Tim Penilai Pusat (IV/c ke atas)",
};

export const namaJalur = (jalur: Jalur): string => NAMES[jalur];
