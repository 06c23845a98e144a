import {
  type AturanKonvensional,
  type BarisTerhitung,
  type ButirKegiatan,
  type Jenjang,
  namaJenjang,
  type Volume,
} from "../../angka-kredit/plugin.js";
import { tulisTanggal } from "../../kepegawaian/plugin.js";
import { type Fault, hitungBaris, type Isian, penulisIsian, teksIsian, volumeIsian } from "../../penilaian/plugin.js";
import { type DupakRow, type PeranPenulis, type Perorangan } from "./dupak.js";
import { type Masalah, masalah } from "./masalah.js";

export { type Isian, kalimatAlasan } from "../../penilaian/plugin.js";

/** What a row is judged by: the person, the period, and the activities in force in it. */
export interface Ukuran {
  readonly jenjang: Jenjang;
  readonly masaMulai: string;
  readonly masaSelesai: string;
  readonly butir: readonly ButirKegiatan[];
}

/** Checked contents of a row. */
export interface IsiBaris {
  readonly butirId: string;
  readonly uraian: string;
  readonly tanggalMulai: string;
  readonly tanggalSelesai: string;
  readonly tempat: string;
  readonly volume: Volume;
  readonly penulis: PeranPenulis | null;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;
const isDate = (value: string): boolean =>
  ISO.test(value) && new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) === value;
const safeIsDate = (value: string): boolean =>
  ISO.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) && isDate(value);

const LIMITS = { uraian: 500, tempat: 120 } as const;

/**
 * Reads what was typed into a row. Every fault is named with its column; nothing is guessed.
 * Source: domain note 1.3.1, 2.5 (tatap muka goes by the level of the widyaiswara).
 */
export const bacaIsian = (
  values: Isian,
  ukuran: Ukuran,
): { readonly isi?: IsiBaris; readonly masalah: readonly Masalah[] } => {
  const faults: Masalah[] = [];
  const fault = (kolom: string, id: string, en: string): void => void faults.push(masalah(kolom, id, en));
  const butir = bacaKode(teksIsian(values["kode"]), ukuran, fault);
  const uraian = bacaTeks("uraian", teksIsian(values["uraian"]), true, fault);
  const tempat = bacaTeks("tempat", teksIsian(values["tempat"]), false, fault);
  const { mulai, selesai } = bacaTanggal(values, ukuran, fault);
  const volume = volumeIsian(teksIsian(values["volume"]), fault);
  const penulis = penulisIsian(teksIsian(values["penulis"]), butir, fault);
  if (faults.length > 0 || butir === undefined || volume === undefined) return { masalah: faults };
  return {
    isi: { butirId: butir.id, uraian, tanggalMulai: mulai, tanggalSelesai: selesai, tempat, volume, penulis },
    masalah: [],
  };
};

const bacaKode = (kode: string, { butir, jenjang }: Ukuran, fault: Fault): ButirKegiatan | undefined => {
  if (kode === "") {
    fault("kode", "Kode kegiatan wajib dipilih", "The activity code is required");
    return undefined;
  }
  const found = butir.find((each) => each.kode === kode);
  if (found === undefined) {
    fault(
      "kode",
      `Kode kegiatan "${kode}" tidak berlaku pada masa penilaian ini`,
      `No activity "${kode}" is in force in this period`,
    );
    return undefined;
  }
  if (found.tunggal !== null && found.jenjang !== jenjang) {
    const own = butir.find((each) => each.tunggal === found.tunggal && each.jenjang === jenjang)?.kode ?? "-";
    const level = namaJenjang(jenjang);
    fault(
      "kode",
      `Kode ${kode} untuk jenjang lain; widyaiswara ${level} memakai kode ${own}`,
      `Code ${kode} is for another level; ${level} uses code ${own}`,
    );
    return undefined;
  }
  return found;
};

const bacaTeks = (kolom: keyof typeof LIMITS, value: string, required: boolean, fault: Fault): string => {
  const label = kolom === "uraian" ? "Uraian kegiatan" : "Tempat";
  if (required && value === "") fault(kolom, `${label} wajib diisi`, `${kolom} is required`);
  if (value.length > LIMITS[kolom])
    fault(kolom, `${label} paling banyak ${LIMITS[kolom]} huruf`, `At most ${LIMITS[kolom]} characters`);
  return value;
};

const bacaTanggal = (
  values: Isian,
  { masaMulai, masaSelesai }: Ukuran,
  fault: Fault,
): { mulai: string; selesai: string } => {
  const mulai = teksIsian(values["tanggalMulai"]);
  const selesai = teksIsian(values["tanggalSelesai"]) || mulai;
  for (const [kolom, value] of [
    ["tanggalMulai", mulai],
    ["tanggalSelesai", selesai],
  ] as const) {
    if (kolom === "tanggalSelesai" && value === mulai) continue;
    if (!safeIsDate(value)) fault(kolom, `Tanggal tidak sah: "${value}"`, `Not a date: "${value}"`);
    else if (value < masaMulai || value > masaSelesai) {
      fault(
        kolom,
        `Tanggal ${tulisTanggal(value)} di luar masa penilaian ${tulisTanggal(masaMulai)} s/d ${tulisTanggal(masaSelesai)}`,
        `${value} is outside the period ${masaMulai} to ${masaSelesai}`,
      );
    }
  }
  if (selesai < mulai) fault("tanggalSelesai", "Tanggal selesai sebelum tanggal mulai", "The end is before the start");
  return { mulai, selesai };
};

/** A row with what the rules make of it. */
export interface BarisHitung {
  readonly row: DupakRow;
  readonly butir: ButirKegiatan;
  readonly hitung: BarisTerhitung;
}

/** Computes all rows of one DUPAK in their order, since limits are used up over the rows. */
export const hitungRincian = (
  rows: readonly DupakRow[],
  butirById: ReadonlyMap<string, ButirKegiatan>,
  person: Pick<Perorangan, "jenjang" | "pendidikanDiperhitungkan">,
  aturan: AturanKonvensional,
): readonly BarisHitung[] => hitungBaris(rows, butirById, person, aturan);
