import { z } from "zod";
import { definePerhitungan, type Dunia, tidakSah } from "../../angka-kredit/plugin.js";
import { batasDari, JENIS_KELULUSAN, JENIS_KUALIFIKASI, minimalDari } from "../domain/acuan-pelatihan.js";
import { kelulusan, type SebabTidakLulus } from "../domain/kelulusan.js";
import { type BatasKualifikasi, kualifikasi, type Kualifikasi } from "../domain/kualifikasi.js";
import { bacaNilai, tulisNilai } from "../domain/nilai.js";

/** `"90.005"` in hundredths, rounded half up. */
const Nilai = z.string().transform((text, context): number => {
  const read = bacaNilai(text);
  if (read !== undefined) return read;
  context.issues.push({ code: "custom", input: text, message: 'nilai 0 sampai 100 dengan titik, misalnya "87.50"' });
  return z.NEVER;
});

const batas = ({ rujukan, hariIni }: Dunia): BatasKualifikasi => batasDari(rujukan.semua(JENIS_KUALIFIKASI, hariIni));

const KALIMAT: Readonly<Record<Kualifikasi, string>> = {
  SANGAT_MEMUASKAN: "sangat memuaskan",
  MEMUASKAN: "memuaskan",
  BAIK: "baik",
  KURANG_BAIK: "kurang baik",
  TIDAK_MEMENUHI_KUALIFIKASI: "tidak memenuhi kualifikasi",
};

const koma = (nilai: number): string => tulisNilai(nilai).replace(".", ",");

/** The band of a score. Domain note 1.6. */
export const hitungNilaiPelatihan = definePerhitungan({
  perhitungan: "nilai-pelatihan",
  masukan: z.strictObject({ nilai: Nilai }),
  hitung({ nilai }, dunia) {
    const band = kualifikasi(nilai, batas(dunia));
    return {
      hasil: { nilai: tulisNilai(nilai), kualifikasi: band },
      penjelasan: [`Nilai dibulatkan ke dua desimal ${koma(nilai)}: ${KALIMAT[band]}.`],
    };
  },
});

const Nama = z.string().min(1).max(200);

/** Passed or orientasi; nothing is averaged. Domain note 1.6. */
export const hitungKelulusanPelatihan = definePerhitungan({
  perhitungan: "kelulusan-pelatihan",
  masukan: z.strictObject({
    disiplin: z.boolean(),
    penugasan: z.array(z.strictObject({ mataPelatihan: Nama, nilai: Nilai })).max(200),
    praktikMengajar: z.array(z.strictObject({ aspek: Nama, nilai: Nilai })).max(200),
  }),
  hitung({ disiplin, penugasan, praktikMengajar }, dunia) {
    // Without discipline the substance is not assessed; with it, nothing assessed is no pass.
    for (const [bidang, rows] of [["penugasan", penugasan] as const, ["praktikMengajar", praktikMengajar] as const]) {
      if (disiplin && rows.length === 0) return tidakSah(bidang, `${bidang}: paling sedikit 1 nilai`);
    }
    const bands = batas(dunia);
    const lowest = minimalDari(dunia.rujukan.semua(JENIS_KELULUSAN, dunia.hariIni));
    const minimal = kualifikasi(lowest, bands);
    const done = kelulusan(
      {
        disiplin,
        penugasan: penugasan.map(({ mataPelatihan, nilai }) => ({ nama: mataPelatihan, nilai })),
        praktikMengajar: praktikMengajar.map(({ aspek, nilai }) => ({ nama: aspek, nilai })),
      },
      { batas: bands, minimal },
    );
    return {
      hasil: {
        lulus: done.lulus,
        tindakLanjut: done.tindakLanjut,
        alasan: done.sebab.map((sebab) => alasan(sebab, minimal)),
      },
      penjelasan: [
        done.lulus
          ? `Setiap mata pelatihan dan setiap aspek praktik mengajar paling rendah ${KALIMAT[minimal]}: lulus dan diberi STTPP.`
          : "Belum lulus: mengikuti program orientasi sampai atasan langsung menjamin.",
      ],
    };
  },
});

const alasan = (sebab: SebabTidakLulus, minimal: Kualifikasi): string => {
  if (sebab.jenis === "DISIPLIN") return "Kedisiplinan tidak terpenuhi, substansi tidak dinilai";
  const what = sebab.jenis === "MATA_PELATIHAN" ? "Mata pelatihan" : "Praktik mengajar, aspek";
  return `${what} ${sebab.nama}: ${koma(sebab.nilai)} (${KALIMAT[sebab.kualifikasi]}), paling rendah ${KALIMAT[minimal]}`;
};
