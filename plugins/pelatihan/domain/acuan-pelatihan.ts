import { ak, type BarisAcuan, bacaAk, type SumbanganAcuan, UMUM } from "../../angka-kredit/plugin.js";
import { type BatasKualifikasi, KUALIFIKASI, type Kualifikasi } from "./kualifikasi.js";

/** Kinds of reference data of the training rules, kept with those of the credit rules. */
export const JENIS_KUALIFIKASI = "kualifikasi-pelatihan";
export const JENIS_KELULUSAN = "kelulusan-pelatihan";

const LAN_13_2019 = {
  peraturan: "Peraturan LAN 13/2019",
  status: "TERKONFIRMASI",
  berlakuMulai: "2019-06-21",
  berlakuSampai: null,
} as const;

const band = (kunci: Kualifikasi, dari: string): BarisAcuan => ({
  id: `${JENIS_KUALIFIKASI}:${kunci}:${LAN_13_2019.berlakuMulai}`,
  jenis: JENIS_KUALIFIKASI,
  kunci,
  nilai: { dari },
  pasal: "Pasal 15 ayat (1)",
  ...LAN_13_2019,
});

/** Source: Peraturan LAN 13/2019 Pasal 15; domain note 1.6. */
export const ACUAN_PELATIHAN: SumbanganAcuan = {
  jenis: {
    [JENIS_KUALIFIKASI]: {
      judul: "Kualifikasi nilai pelatihan",
      title: "Bands of training scores",
      kunci: KUALIFIKASI,
      bidang: { dari: { tipe: "AK", label: "Nilai paling rendah" } },
    },
    [JENIS_KELULUSAN]: {
      judul: "Nilai paling rendah untuk lulus pelatihan",
      title: "Lowest score to pass a training",
      kunci: [UMUM],
      bidang: { minimal: { tipe: "AK", label: "Nilai paling rendah" } },
    },
  },
  baris: [
    band("SANGAT_MEMUASKAN", "90.010"),
    band("MEMUASKAN", "80.010"),
    band("BAIK", "70.010"),
    band("KURANG_BAIK", "60.010"),
    band("TIDAK_MEMENUHI_KUALIFIKASI", "0.000"),
    {
      id: `${JENIS_KELULUSAN}:${UMUM}:${LAN_13_2019.berlakuMulai}`,
      jenis: JENIS_KELULUSAN,
      kunci: UMUM,
      nilai: { minimal: "70.010" },
      pasal: "Pasal 15 ayat (2)",
      ...LAN_13_2019,
    },
  ],
};

/** A score of a row, in hundredths. */
const nilai = (text: unknown): number => {
  const value = typeof text === "string" ? bacaAk(text) : ak(0);
  return Math.round(value / 10);
};

/** Bands from the rows in force. */
export const batasDari = (rows: readonly BarisAcuan[]): BatasKualifikasi =>
  rows.flatMap((row) => {
    const found = KUALIFIKASI.find((each) => each === row.kunci);
    return found === undefined ? [] : [{ kualifikasi: found, dari: nilai(row.nilai["dari"]) }];
  });

/** The lowest score that passes, in hundredths. */
export const minimalDari = (rows: readonly BarisAcuan[]): number => nilai(rows[0]?.nilai["minimal"]);
