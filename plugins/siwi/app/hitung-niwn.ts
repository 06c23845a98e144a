import { z } from "zod";
import { bentuk, definePerhitungan, tidakSah, tulisBulan } from "../../angka-kredit/plugin.js";
import { bacaNiwn, susunNiwn } from "../domain/niwn.js";

/** Makes a NIWN: birth date, month of issue, sex, national running number. Domain note 1.8.2. */
export const hitungNiwn = definePerhitungan({
  perhitungan: "niwn",
  masukan: z.strictObject({
    tanggalLahir: bentuk.tanggal,
    jenisKelamin: z.enum(["L", "P"]),
    terbit: bentuk.tahunBulan,
    nomor: z.int().min(1).max(9999),
  }),
  hitung({ tanggalLahir, jenisKelamin, terbit, nomor }) {
    const bulan = tulisBulan(terbit);
    if (bulan <= tanggalLahir.slice(0, 7)) {
      return tidakSah("terbit", `terbit: harus sesudah tanggal lahir ${tanggalLahir}, tetapi ${bulan}`);
    }
    return { hasil: { niwn: susunNiwn({ tanggalLahir, jenisKelamin, terbit: `${bulan}-01`, nomor }) } };
  },
});

/** Reads a NIWN, also the legacy form of 17 digits. Domain note 1.8.2. */
export const hitungNiwnBaca = definePerhitungan({
  perhitungan: "niwn-baca",
  masukan: z.strictObject({ niwn: z.string().max(64) }),
  hitung({ niwn }) {
    const read = bacaNiwn(niwn);
    if (read === undefined) {
      return tidakSah(
        "niwn",
        `niwn: harus 19 angka (8 tanggal lahir, 6 tahun dan bulan terbit, 1 jenis kelamin, 4 nomor) atau 17 angka bentuk lama, tetapi ${JSON.stringify(niwn)}`,
      );
    }
    return { hasil: { ...read } };
  },
});
