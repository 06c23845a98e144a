import { UMUM } from "./jenis-acuan.js";
import type { SyaratKenaikan } from "./kenaikan.js";
import { periodeKpBerikut } from "./periode-kp.js";
import type { Rujukan } from "./rujukan.js";

/** The conditions of promotions as in force on a day. @throws {AcuanTidakAda} */
export const syaratKenaikan = (rujukan: Rujukan, tanggal: string): SyaratKenaikan => ({
  kp: rujukan.ambil("syarat-kp", UMUM, tanggal).nilai,
  kj: rujukan.ambil("syarat-kj", UMUM, tanggal).nilai,
  periodeKp: (from) => periodeKpBerikut(from, (day) => rujukan.cari("periode-kp", UMUM, day)?.nilai.bulan ?? []),
});
