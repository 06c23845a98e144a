import { hariPertama } from "./bulan.js";
import type { CariTarif, TarifKonversi } from "./konversi.js";
import type { Rujukan } from "./rujukan.js";

/** The rates of conversion by month, from the reference data in force then. @throws {AcuanTidakAda} when asked for a month without rates. */
export const tarifKonversi = (rujukan: Rujukan): CariTarif => {
  const known = new Map<string, TarifKonversi>();
  return (jenjang, predikat, bulan) => {
    const key = `${jenjang}:${predikat}:${bulan}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const koefisien = rujukan.ambil("koefisien", jenjang, hariPertama(bulan));
    const persen = rujukan.ambil("predikat", predikat, hariPertama(bulan));
    const tarif: TarifKonversi = {
      versi: `${koefisien.baris.id}|${persen.baris.id}`,
      koefisien: koefisien.nilai.koefisien,
      persentase: persen.nilai.persen,
    };
    known.set(key, tarif);
    return tarif;
  };
};
