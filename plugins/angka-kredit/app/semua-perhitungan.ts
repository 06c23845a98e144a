import type { Perhitungan } from "./perhitungan.js";
import { hitungAkumulasiKonvensional } from "./perhitungan/akumulasi-konvensional.js";
import { hitungButir } from "./perhitungan/butir.js";
import { hitungCapaian } from "./perhitungan/capaian.js";
import { hitungCapaian2022 } from "./perhitungan/capaian-2022.js";
import { hitungCapaianBulanan } from "./perhitungan/capaian-bulanan.js";
import { hitungIntegrasi } from "./perhitungan/integrasi.js";
import { hitungKenaikan } from "./perhitungan/kenaikan.js";
import { hitungKomposisi } from "./perhitungan/komposisi.js";
import { hitungKonversi } from "./perhitungan/konversi.js";
import { hitungPak } from "./perhitungan/pak.js";
import { hitungPendidikan } from "./perhitungan/pendidikan.js";
import { hitungPerpindahan } from "./perhitungan/perpindahan.js";
import { hitungTabulasi } from "./perhitungan/tabulasi.js";

/** The calculations of the credit rules themselves. */
export const PERHITUNGAN: readonly Perhitungan[] = [
  hitungKonversi,
  hitungCapaian,
  hitungCapaianBulanan,
  hitungPak,
  hitungKenaikan,
  hitungPendidikan,
  hitungPerpindahan,
  hitungIntegrasi,
  hitungCapaian2022,
  hitungButir,
  hitungKomposisi,
  hitungAkumulasiKonvensional,
  hitungTabulasi,
];
