import {
  butirDiklat,
  type ButirKegiatan,
  type Jenjang,
  namaJenjang,
  selisihJenjang,
} from "../../angka-kredit/plugin.js";
import { type Masalah, masalah, namaMasa, tanggalNyata, tulisTanggal } from "../../kepegawaian/plugin.js";
import { type Fault, type Isian, penulisIsian, teksIsian, volumeIsian } from "../../penilaian/plugin.js";
import { akhirBulan, awalBulan } from "./bulan.js";
import type { IsiKegiatan } from "./inventarisasi.js";

export type { Isian } from "../../penilaian/plugin.js";

/** What an activity is judged by: the person, the month, and every version of the activities of the position. */
export interface UkuranKegiatan {
  readonly jenjang: Jenjang;
  /** `YYYY-MM`. */
  readonly bulan: string;
  readonly butir: readonly ButirKegiatan[];
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;
const LIMITS = { uraian: 500, keterangan: 200 } as const;

/**
 * Reads what was typed of an activity. Every fault is named with its column; nothing is guessed.
 * Source: domain note 1.5.1 step 7, 2.4 (levels, written assignment), 2.6 (hours of training), 3.4 (columns).
 */
export const bacaKegiatan = (
  values: Isian,
  ukuran: UkuranKegiatan,
): { readonly isi?: IsiKegiatan; readonly masalah: readonly Masalah[] } => {
  const faults: Masalah[] = [];
  const fault: Fault = (kolom, id, en) => void faults.push(masalah(kolom, id, en));
  const { mulai, selesai } = bacaTanggal(values, ukuran.bulan, fault);
  const butir = bacaKode(teksIsian(values["kode"]), mulai, ukuran, fault);
  const uraian = bacaTeks("uraian", teksIsian(values["uraian"]), fault);
  const keterangan = bacaTeks("keterangan", teksIsian(values["keterangan"]), fault);
  const volume = volumeIsian(teksIsian(values["volume"]), fault);
  const penulis = penulisIsian(teksIsian(values["penulis"]), butir, fault);
  const suratPerintah = bacaPenugasan(teksIsian(values["suratPerintah"]), fault);
  const jam = butir === undefined ? null : bacaJam(teksIsian(values["jam"]), butir, ukuran, fault);
  if (faults.length > 0 || butir === undefined || volume === undefined) return { masalah: faults };
  const isi = { butirId: butir.id, uraian: uraian === "" ? butir.uraian : uraian, keterangan, volume, jam, penulis };
  return { isi: { ...isi, tanggalMulai: mulai, tanggalSelesai: selesai, suratPerintah }, masalah: [] };
};

const bacaTanggal = (values: Isian, bulan: string, fault: Fault): { mulai: string; selesai: string } => {
  const mulai = teksIsian(values["tanggalMulai"]);
  const selesai = teksIsian(values["tanggalSelesai"]) || mulai;
  const named = [["tanggalMulai", mulai], ...(selesai === mulai ? [] : [["tanggalSelesai", selesai]])] as const;
  for (const [kolom = "", value = ""] of named) {
    if (!ISO.test(value) || !tanggalNyata(value)) {
      fault(kolom, `Tanggal tidak sah: "${value}"`, `Not a date: "${value}"`);
    } else if (value < awalBulan(bulan) || value > akhirBulan(bulan)) {
      const month = namaMasa({ masaMulai: bulan, masaSelesai: bulan });
      fault(kolom, `Tanggal ${tulisTanggal(value)} di luar bulan ${month}`, `${value} is outside the month ${bulan}`);
    }
  }
  if (selesai < mulai) fault("tanggalSelesai", "Tanggal selesai sebelum tanggal mulai", "The end is before the start");
  return { mulai, selesai };
};

const berlaku = ({ berlakuMulai, berlakuSampai }: ButirKegiatan, tanggal: string): boolean =>
  berlakuMulai <= tanggal && (berlakuSampai === null || tanggal <= berlakuSampai);

/** Activities of the own level and one above or below, in force on a day. */
export const butirTersedia = (
  { butir, jenjang }: Pick<UkuranKegiatan, "butir" | "jenjang">,
  tanggal: string,
): readonly ButirKegiatan[] =>
  butir.filter((each) => {
    const steps = each.jenjang === null ? 0 : selisihJenjang(jenjang, each.jenjang);
    return berlaku(each, tanggal) && steps !== undefined && Math.abs(steps) <= 1;
  });

const bacaKode = (
  kode: string,
  tanggal: string,
  { butir, jenjang }: UkuranKegiatan,
  fault: Fault,
): ButirKegiatan | undefined => {
  if (kode === "") {
    fault("kode", "Kode kegiatan wajib dipilih", "The activity code is required");
    return undefined;
  }
  const known = butir.filter((each) => each.kode === kode);
  const found = known.find((each) => berlaku(each, tanggal));
  if (found === undefined) {
    const when =
      known.length === 0
        ? "tidak dikenal"
        : `tidak berlaku pada ${tanggalNyata(tanggal) ? tulisTanggal(tanggal) : tanggal}`;
    fault("kode", `Kode kegiatan "${kode}" ${when}`, `No activity "${kode}" is in force on ${tanggal}`);
    return undefined;
  }
  const steps = found.jenjang === null ? 0 : selisihJenjang(jenjang, found.jenjang);
  if (steps === undefined || Math.abs(steps) > 1) {
    const level = namaJenjang(found.jenjang ?? jenjang);
    fault(
      "kode",
      `Kode ${kode} milik jenjang ${level}, lebih dari satu jenjang dari ${namaJenjang(jenjang)}`,
      `Code ${kode} belongs to ${level}, more than one level away from ${namaJenjang(jenjang)}`,
    );
    return undefined;
  }
  return found;
};

const bacaTeks = (kolom: keyof typeof LIMITS, value: string, fault: Fault): string => {
  if (value.length > LIMITS[kolom]) {
    const label = kolom === "uraian" ? "Uraian kegiatan" : "Keterangan";
    fault(kolom, `${label} paling banyak ${LIMITS[kolom]} huruf`, `At most ${LIMITS[kolom]} characters`);
  }
  return value;
};

const bacaPenugasan = (value: string, fault: Fault): boolean => {
  if (value !== "" && value !== "YA" && value !== "TIDAK")
    fault("suratPerintah", `Isi YA atau TIDAK, tetapi tertulis "${value}"`, `Expected YA or TIDAK, but got "${value}"`);
  return value === "YA";
};

/** Hours of a training decide which activity it is; fewer than the least do not count at all. */
const bacaJam = (value: string, butir: ButirKegiatan, { butir: all }: UkuranKegiatan, fault: Fault): number | null => {
  if (butir.jamMinimal === null) return null;
  const jam = Number(value);
  if (!/^\d{1,4}$/.test(value) || jam < 1) {
    fault(
      "jam",
      `Jumlah jam diklat wajib diisi dengan bilangan bulat, tetapi tertulis "${value}"`,
      `Expected the hours of the training as a whole number, but got "${value}"`,
    );
    return null;
  }
  const siblings = all.filter(({ peraturan }) => peraturan === butir.peraturan);
  const right = butirDiklat(siblings, jam);
  if (right === undefined) {
    const least = Math.min(...siblings.flatMap(({ jamMinimal }) => jamMinimal ?? []));
    fault(
      "jam",
      `Diklat ${jam} jam tidak dinilai: paling sedikit ${least} jam`,
      `Training of ${jam} hours does not count: at least ${least}`,
    );
  } else if (right.kode !== butir.kode) {
    fault(
      "kode",
      `Diklat ${jam} jam memakai kode ${right.kode}, bukan ${butir.kode}`,
      `Training of ${jam} hours is code ${right.kode}, not ${butir.kode}`,
    );
  }
  return jam;
};
