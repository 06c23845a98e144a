import { rezimUntuk } from "../../angka-kredit/plugin.js";
import { type Masalah, masalah } from "./masalah.js";

/** A period assessed, and the days on which DUPAK of it may be sent. ISO dates; all days inclusive. */
export interface JadwalPeriode {
  readonly masaMulai: string;
  readonly masaSelesai: string;
  readonly buka: string;
  readonly tutup: string;
}

export interface Periode extends JadwalPeriode {
  readonly id: string;
  readonly nama: string;
  /** Case file in which the Admin Pusat keeps it. */
  readonly caseId: string | null;
  /** Day on which it was closed, early or after its last day; null until then. */
  readonly ditutupPada: string | null;
}

export const sedangBuka = (
  { buka, tutup, ditutupPada }: Pick<Periode, "buka" | "tutup" | "ditutupPada">,
  hariIni: string,
): boolean => ditutupPada === null && buka <= hariIni && hariIni <= tutup;

/** Last day on which one of it could be sent. */
export const hariTerakhir = ({ tutup, ditutupPada }: Pick<Periode, "tutup" | "ditutupPada">): string =>
  ditutupPada !== null && ditutupPada < tutup ? ditutupPada : tutup;

/**
 * What speaks against a schedule. `lain` are the other periods.
 * Source: domain note 2.2 (the regime goes by the period assessed), 2.4 (one PAK follows the other).
 */
export const periksaJadwal = (jadwal: JadwalPeriode, lain: readonly Periode[], hariIni: string): readonly Masalah[] => {
  const { masaMulai, masaSelesai, buka, tutup } = jadwal;
  const faults: Masalah[] = [];
  if (masaSelesai < masaMulai)
    faults.push(masalah("masaSelesai", "Masa penilaian selesai sebelum mulai", "The period ends before it starts"));
  else if (rezimUntuk(masaSelesai) !== "KONVENSIONAL") {
    faults.push(
      masalah(
        "masaSelesai",
        "Masa penilaian sejak 2023 memakai konversi predikat kinerja (PermenPANRB 1/2023), bukan DUPAK",
        "Periods from 2023 use the conversion of performance predicates (PermenPANRB 1/2023), not DUPAK",
      ),
    );
  }
  const clash = lain.find((each) => masaMulai <= each.masaSelesai && each.masaMulai <= masaSelesai);
  if (clash !== undefined) {
    faults.push(
      masalah(
        "masaMulai",
        `Masa penilaian bertumpang tindih dengan ${clash.nama}`,
        `The period overlaps with ${clash.nama}`,
      ),
    );
  }
  if (tutup < buka)
    faults.push(masalah("tutup", "Pengiriman ditutup sebelum dibuka", "Sending closes before it opens"));
  else if (tutup < hariIni)
    faults.push(masalah("tutup", `Hari penutupan ${tutup} sudah lewat`, `The last day ${tutup} has passed`));
  return faults;
};
