import {
  adalahUtama,
  type Ak,
  ak,
  type ButirKegiatan,
  jumlahAk,
  namaUnsur,
  NOL,
  type Unsur,
} from "../../angka-kredit/plugin.js";

/** Rows of a PAK: four of the unsur utama, then penunjang. Source: domain note 3.5. */
export const KELOMPOK_PAK = ["SEKOLAH", "DIKLAT", "TUGAS_POKOK", "PENGEMBANGAN_PROFESI", "PENUNJANG"] as const;
export type KelompokPak = (typeof KELOMPOK_PAK)[number];

const NAMES: Readonly<Record<KelompokPak, string>> = {
  SEKOLAH: "Pendidikan sekolah",
  DIKLAT: "Pendidikan dan pelatihan",
  TUGAS_POKOK: "Tugas pokok",
  PENGEMBANGAN_PROFESI: "Pengembangan profesi",
  PENUNJANG: "Penunjang tugas Analis Kepegawaian",
};
export const namaKelompok = (kelompok: KelompokPak): string => NAMES[kelompok];

/** Credit by row of a PAK. */
export type PerKelompok = Readonly<Record<KelompokPak, Ak>>;
export const KOSONG: PerKelompok = {
  SEKOLAH: NOL,
  DIKLAT: NOL,
  TUGAS_POKOK: NOL,
  PENGEMBANGAN_PROFESI: NOL,
  PENUNJANG: NOL,
};

/** Row of a PAK into which an activity counts. A degree is school, every other pendidikan is training. */
export const kelompokDari = ({ unsur, pendidikan }: Pick<ButirKegiatan, "unsur" | "pendidikan">): KelompokPak => {
  if (unsur === "P") return pendidikan === null ? "DIKLAT" : "SEKOLAH";
  if (unsur === "PP") return "PENGEMBANGAN_PROFESI";
  return adalahUtama(unsur) ? "TUGAS_POKOK" : "PENUNJANG";
};

export const UTAMA: readonly KelompokPak[] = KELOMPOK_PAK.filter((each) => each !== "PENUNJANG");
export const PENUNJANG: readonly KelompokPak[] = ["PENUNJANG"];

export const jumlahKelompok = (amounts: PerKelompok, which: readonly KelompokPak[] = KELOMPOK_PAK): Ak =>
  jumlahAk(which.map((each) => amounts[each]));

export const tambahKelompok = (a: PerKelompok, b: PerKelompok): PerKelompok => ({
  SEKOLAH: ak(a.SEKOLAH + b.SEKOLAH),
  DIKLAT: ak(a.DIKLAT + b.DIKLAT),
  TUGAS_POKOK: ak(a.TUGAS_POKOK + b.TUGAS_POKOK),
  PENGEMBANGAN_PROFESI: ak(a.PENGEMBANGAN_PROFESI + b.PENGEMBANGAN_PROFESI),
  PENUNJANG: ak(a.PENUNJANG + b.PENUNJANG),
});

/** Sub-unsur under which a DUPAK and a sheet group the activities of this position. Source: domain note 2.6. */
export const namaSubUnsur = (unsur: Unsur): string => namaUnsur(unsur, "ANALIS_KEPEGAWAIAN");

/** Unsur of an SPMK: one paper for each. Source: domain note 3.3. */
export const UNSUR_SPMK = ["PENDIDIKAN", "TUGAS_POKOK", "PENGEMBANGAN_PROFESI", "PENUNJANG"] as const;
export type UnsurSpmk = (typeof UNSUR_SPMK)[number];
export const namaUnsurSpmk: Readonly<Record<UnsurSpmk, string>> = {
  PENDIDIKAN: "Pendidikan",
  TUGAS_POKOK: "Tugas Pokok",
  PENGEMBANGAN_PROFESI: "Pengembangan Profesi",
  PENUNJANG: "Penunjang",
};
export const unsurSpmkDari = (butir: Pick<ButirKegiatan, "unsur" | "pendidikan">): UnsurSpmk => {
  const kelompok = kelompokDari(butir);
  return kelompok === "SEKOLAH" || kelompok === "DIKLAT" ? "PENDIDIKAN" : kelompok;
};
