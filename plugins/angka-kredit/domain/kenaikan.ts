import { type Ak, NOL } from "./ak.js";
import type { AturanKategori } from "./aturan-jenjang.js";
import { bandingGolongan, type Golongan, golonganBerikut } from "./golongan.js";
import type { Jenjang } from "./jenjang.js";
import { akkSatuKp, aturanJenjang, jenjangBerikut, kebutuhanKj, kebutuhanKp } from "./kebutuhan.js";
import { type Predikat, sekurangnya } from "./predikat.js";
import { tambahTahun } from "./tanggal.js";

export type AlasanKenaikan =
  | "ANGKA_KREDIT"
  | "MASA_PANGKAT"
  | "MASA_JABATAN"
  | "PREDIKAT"
  | "LOWONGAN"
  | "UJI_KOMPETENSI"
  | "SUDAH_KP_TANPA_KJ"
  | "JENJANG_TERTINGGI"
  | "MELEWATI_JENJANG";

/** A decision; the earliest date is given when time in rank or position was missing. */
export interface Putusan {
  readonly dapat: boolean;
  readonly alasan: readonly AlasanKenaikan[];
  /** ISO date. */
  readonly tmtPalingCepat?: string;
}

/** What promotions ask for besides credit; effective-dated reference data. Source: domain note 2.3.6. */
export interface SyaratKenaikan {
  readonly kp: { readonly tahunPangkat: number; readonly tahunPredikat: number; readonly predikatMinimal: Predikat };
  readonly kj: { readonly tahunJabatan: number; readonly tahunPredikat: number; readonly predikatMinimal: Predikat };
  /** First day of a rank promotion period on or after a date. */
  readonly periodeKp: (tanggal: string) => string;
}

export interface DataKenaikan {
  readonly jenjang: Jenjang;
  readonly golongan: Golongan;
  /** Account of the level. */
  readonly angkaKredit: Ak;
  /** ISO dates. */
  readonly tanggal: string;
  readonly tmtPangkat: string;
  readonly tmtJabatan: string;
  readonly predikat: readonly { readonly tahun: number; readonly predikat: Predikat }[];
  readonly lowongan: boolean;
  readonly lulusUjiKompetensi: boolean;
  /** One rank promotion above the range of the level was given before. */
  readonly sudahKpTanpaKj: boolean;
}

export interface Kenaikan {
  readonly urutan: readonly ("KJ" | "KP")[];
  readonly kj: Putusan;
  readonly kp: Putusan;
  readonly setelah: { readonly jenjang: Jenjang; readonly golongan: Golongan; readonly angkaKredit: Ak };
}

/**
 * Promotion of level (KJ) and rank (KP) on a date. Both due at once: KJ first, then KP with the same credit. KJ closes the
 * account, its surplus is not carried; KP leaves the account running, so its surplus counts for the next KP of the level.
 * Enough for KJ but no vacancy: one KP above the range of the level, once.
 * Source: PermenPANRB 1/2023, Peraturan BKN 11/2022 Pasal 37 and 39; domain note 2.3.6.
 */
export const kenaikan = (data: DataKenaikan, kategori: AturanKategori, syarat: SyaratKenaikan): Kenaikan => {
  const next = jenjangBerikut(data.jenjang, kategori);
  const kj = putusanKj(data, next, kategori, syarat);
  const kp = putusanKp(data, kj, kategori, syarat);
  const jenjang = kj.dapat && next !== undefined ? next : data.jenjang;
  return {
    urutan: [...(kj.dapat ? (["KJ"] as const) : []), ...(kp.dapat ? (["KP"] as const) : [])],
    kj,
    kp,
    setelah: {
      jenjang,
      golongan: kp.dapat ? (golonganBerikut(data.golongan) ?? data.golongan) : data.golongan,
      angkaKredit: kj.dapat ? NOL : data.angkaKredit,
    },
  };
};

const cukup = (angkaKredit: Ak, kebutuhan: Ak | null): boolean => kebutuhan !== null && angkaKredit >= kebutuhan;

/**
 * The last `tahun` years, ending with the latest year that has a grade: that of the date itself when it is graded already,
 * otherwise the year before. A year without a grade proves nothing.
 */
const predikatCukup = ({ predikat, tanggal }: DataKenaikan, tahun: number, minimal: Predikat): boolean => {
  const grades = new Map(predikat.map((each) => [each.tahun, each.predikat]));
  const year = Number(tanggal.slice(0, 4));
  const last = grades.has(year) ? year : year - 1;
  return Array.from({ length: tahun }, (_, index) => grades.get(last - index)).every(
    (grade) => grade !== undefined && sekurangnya(grade, minimal),
  );
};

const putusan = (alasan: readonly (AlasanKenaikan | false)[], tmtPalingCepat?: string): Putusan => {
  const reasons = alasan.filter((each) => each !== false);
  return {
    dapat: reasons.length === 0,
    alasan: reasons,
    ...(tmtPalingCepat === undefined ? {} : { tmtPalingCepat }),
  };
};

const putusanKj = (
  data: DataKenaikan,
  next: Jenjang | undefined,
  kategori: AturanKategori,
  { kj: { tahunJabatan, tahunPredikat, predikatMinimal } }: SyaratKenaikan,
): Putusan => {
  if (next === undefined) return putusan(["JENJANG_TERTINGGI"]);
  const earliest = tambahTahun(data.tmtJabatan, tahunJabatan);
  const tooEarly = data.tanggal < earliest;
  return putusan(
    [
      !cukup(data.angkaKredit, kebutuhanKj(data.jenjang, kategori)) && "ANGKA_KREDIT",
      tooEarly && "MASA_JABATAN",
      !predikatCukup(data, tahunPredikat, predikatMinimal) && "PREDIKAT",
      !data.lowongan && "LOWONGAN",
      !data.lulusUjiKompetensi && "UJI_KOMPETENSI",
    ],
    tooEarly ? earliest : undefined,
  );
};

const putusanKp = (
  data: DataKenaikan,
  kj: Putusan,
  kategori: AturanKategori,
  { kp: { tahunPangkat, tahunPredikat, predikatMinimal }, periodeKp }: SyaratKenaikan,
): Putusan => {
  if (akkSatuKp(data.golongan, kategori) === null) return putusan(["JENJANG_TERTINGGI"]);
  const beyond = melewatiJenjang(data, kj, kategori);
  const earliest = tambahTahun(data.tmtPangkat, tahunPangkat);
  const tooEarly = data.tanggal < earliest;
  return putusan(
    [
      kurangUntukKp(data, beyond, kategori) && "ANGKA_KREDIT",
      tooEarly && "MASA_PANGKAT",
      !predikatCukup(data, tahunPredikat, predikatMinimal) && "PREDIKAT",
      beyond,
    ],
    tooEarly ? periodeKp(earliest) : undefined,
  );
};

/** Above the range of the level no credit would help, so that missing credit is no reason there. */
const kurangUntukKp = (
  { jenjang, golongan, angkaKredit }: DataKenaikan,
  beyond: AlasanKenaikan | false,
  kategori: AturanKategori,
): boolean => {
  const { golonganTertinggi } = aturanJenjang(jenjang, kategori);
  if (beyond !== false && bandingGolongan(golongan, golonganTertinggi) > 0) return false;
  return !cukup(angkaKredit, kebutuhanKp(jenjang, golongan, kategori));
};

/** A rank above the range of the level comes with the next level, or once without it when there was no vacancy. */
const melewatiJenjang = (data: DataKenaikan, kj: Putusan, kategori: AturanKategori): AlasanKenaikan | false => {
  const { jenjang, golongan, angkaKredit, sudahKpTanpaKj } = data;
  const { golonganTertinggi } = aturanJenjang(jenjang, kategori);
  if (bandingGolongan(golongan, golonganTertinggi) < 0) return false;
  if (kj.dapat) return tetapDiLuar(data, kategori) ? "MELEWATI_JENJANG" : false;
  if (sudahKpTanpaKj) return "SUDAH_KP_TANPA_KJ";
  const withoutVacancy = kj.alasan.includes("LOWONGAN") && cukup(angkaKredit, kebutuhanKj(jenjang, kategori));
  return withoutVacancy && golongan === golonganTertinggi ? false : "MELEWATI_JENJANG";
};

/** Even the next level does not reach the next golongan. */
const tetapDiLuar = ({ jenjang, golongan }: DataKenaikan, kategori: AturanKategori): boolean => {
  const next = jenjangBerikut(jenjang, kategori);
  return next === undefined || bandingGolongan(golongan, aturanJenjang(next, kategori).golonganTertinggi) >= 0;
};
