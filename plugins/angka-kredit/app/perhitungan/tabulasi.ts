import { z } from "zod";
import { tulisAk } from "../../domain/ak.js";
import { tabulasi } from "../../domain/tabulasi.js";
import { bentuk } from "../bentuk-masukan.js";
import { koma } from "../kalimat.js";
import { definePerhitungan } from "../perhitungan.js";

const Masukan = z.strictObject({
  baris: z
    .array(
      z.strictObject({
        kode: z.string().min(1).max(64),
        volume: bentuk.volume,
        usul: bentuk.ak,
        tpi: bentuk.ak,
        tpp: bentuk.ak,
        keterangan: z.string().max(2000).optional(),
      }),
    )
    .min(1)
    .max(5000),
});

/** Proposal and decision row by row. Domain note 3.6. */
export const hitungTabulasi = definePerhitungan({
  perhitungan: "tabulasi",
  masukan: Masukan,
  hitung({ baris }) {
    const done = tabulasi(baris);
    const reduced = done.baris.filter(({ perluPenjelasan }) => perluPenjelasan).length;
    return {
      hasil: {
        baris: done.baris.map(({ ditetapkan, selisih, perluPenjelasan }, index) => ({
          kode: baris[index]?.kode,
          ditetapkan: tulisAk(ditetapkan),
          selisih: tulisAk(selisih),
          perluPenjelasan,
        })),
        jumlah: tulisAk(done.jumlah),
      },
      penjelasan: [
        `Ditetapkan ${koma(done.jumlah)} menurut nilai TPP; ${reduced} dari ${baris.length} butir kurang dari yang diusulkan dan perlu penjelasan.`,
      ],
    };
  },
});
