import type { ButirKegiatan } from "../domain/butir.js";
import type { DaftarAcuan } from "../domain/daftar-acuan.js";
import { AcuanTidakAda, Rujukan } from "../domain/rujukan.js";
import { type Galat, type Jawaban, TIDAK_SAH } from "./jawaban.js";
import { periksaMasukan } from "./periksa-masukan.js";
import type { Perhitungan } from "./perhitungan.js";

/** What the calculator works with: reference data at one time, and the day. */
export interface BahanHitung {
  readonly acuan: DaftarAcuan;
  readonly butir: readonly ButirKegiatan[];
  /** ISO date in western Indonesian time. */
  readonly hariIni: string;
  /** English beside each explanation. */
  readonly inggris?: boolean;
}

/** Answers requests. Two calculations of one name are a fault of the installation. */
export class Kalkulator {
  readonly #known: ReadonlyMap<string, Perhitungan>;

  constructor(perhitungan: readonly Perhitungan[]) {
    this.#known = new Map(perhitungan.map((each) => [each.perhitungan, each]));
    if (this.#known.size < perhitungan.length) {
      const names = perhitungan.map((each) => each.perhitungan).join(", ");
      throw new Error(`Expected each calculation once, but there are two of one name among ${names}`);
    }
  }

  /** One answer for one request; for a list one for each, so that a bad request does not spoil the others. */
  jawab(permintaan: unknown, bahan: BahanHitung): Jawaban | readonly Jawaban[] {
    return Array.isArray(permintaan)
      ? permintaan.map((each) => this.#satu(each, bahan))
      : this.#satu(permintaan, bahan);
  }

  #satu(permintaan: unknown, bahan: BahanHitung): Jawaban {
    if (typeof permintaan !== "object" || permintaan === null || Array.isArray(permintaan)) {
      return { perhitungan: null, galat: galat(`permintaan harus objek JSON, tetapi ${JSON.stringify(permintaan)}`) };
    }
    const { perhitungan: name, ...rest } = permintaan as Record<string, unknown>;
    const found = typeof name === "string" ? this.#known.get(name) : undefined;
    if (found === undefined) {
      const names = [...this.#known.keys()].join(", ");
      const given = name === undefined ? "tidak diisi" : JSON.stringify(name);
      const text = `perhitungan: harus salah satu dari ${names}, tetapi ${given}`;
      return { perhitungan: name ?? null, galat: galat(text, "perhitungan") };
    }
    return hitung(found, rest, bahan);
  }
}

const galat = (pesan: string, bidang?: string): Galat => ({
  kode: TIDAK_SAH,
  pesan,
  ...(bidang === undefined ? {} : { bidang }),
});

const hitung = (
  kind: Perhitungan,
  request: unknown,
  { acuan, butir, hariIni, inggris = false }: BahanHitung,
): Jawaban => {
  const { perhitungan } = kind;
  const checked = periksaMasukan(kind.masukan, request);
  if (!checked.ok) return { perhitungan, galat: checked.galat };
  const rujukan = new Rujukan(acuan);
  try {
    const done = kind.hitung(checked.masukan as never, { rujukan, butir, hariIni });
    if ("galat" in done) return { perhitungan, galat: done.galat };
    const { hasil, penjelasan = [], dasarHukum = [] } = done;
    return {
      perhitungan,
      hasil,
      dasarHukum: [...rujukan.dasarHukum(), ...dasarHukum],
      penjelasan: penjelasan.map((each) => (typeof each === "string" ? each : each.id)),
      ...(inggris ? { penjelasanEn: penjelasan.map((each) => (typeof each === "string" ? each : each.en)) } : {}),
    };
  } catch (error) {
    if (!(error instanceof AcuanTidakAda)) throw error;
    return { perhitungan, galat: acuanTidakAda(error) };
  }
};

const acuanTidakAda = ({ jenis, kunci, tanggal }: AcuanTidakAda): Galat =>
  galat(`tidak ada acuan ${jenis} untuk ${kunci} yang berlaku pada ${tanggal}`);
