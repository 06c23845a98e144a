import { z } from "zod";
import { bacaNip } from "../domain/nip.js";

/** Perka BKN 22/2007 fixes the blocks; the day of the year was not readable. Domain note 1.8.1. */
const DASAR = [{ peraturan: "Perka BKN 22/2007", berlakuMulai: "2007-01-01" }];

/**
 * Reads an employee number, for the extension point `angka-kredit:perhitungan`; its shape is that of the point, so that
 * nothing of the other plugin is imported.
 */
export const hitungNip = {
  perhitungan: "nip",
  masukan: z.strictObject({ nip: z.string().max(64), jenis: z.enum(["PNS", "PPPK"]).optional() }),
  hitung({ nip, jenis }: { readonly nip: string; readonly jenis?: "PNS" | "PPPK" }, { hariIni }: { hariIni: string }) {
    const read = bacaNip(nip, hariIni, jenis);
    if (!read.ok) return { galat: { kode: read.kode, pesan: read.pesan.id, bidang: "nip" } };
    const { tanggalLahir, tmtCpns, tahun, kode, jenisKelamin, urut, peringatan } = read;
    return {
      hasil: {
        nip: read.nip,
        tanggalLahir,
        ...(tmtCpns === null ? {} : { tmtCpns }),
        ...(tahun === null ? {} : { tahun }),
        ...(kode === null ? {} : { kode }),
        jenisKelamin,
        urut,
        peringatan,
      },
      dasarHukum: DASAR,
    };
  },
};
