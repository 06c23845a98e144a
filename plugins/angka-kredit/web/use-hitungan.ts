import { useRef, useState } from "react";
import type { JawabanHalaman } from "../http/contract/hitung.js";
import type { Bagian } from "./bagian.js";
import type { GalatBidang } from "./formulir.js";
import type { Isian } from "./isian.js";
import { PembacaIsian } from "./pembaca-isian.js";
import { pesanGalat } from "./pesan-galat.js";
import { sebabGagal, tanyaServer } from "./tanya-server.js";

/** What is known about the inputs as they are now. */
export interface Hitungan {
  readonly sibuk: boolean;
  /** Null while nothing has been calculated, and after each change. */
  readonly jawaban: readonly JawabanHalaman[] | null;
  readonly galat: Readonly<Record<string, GalatBidang>>;
  /** A fault that belongs to no field, or the reason why no answer came. */
  readonly gagal: GalatBidang | null;
}

const KOSONG: Hitungan = { sibuk: false, jawaban: null, galat: {}, gagal: null };

const galatDari = (bagian: Bagian, jawaban: readonly JawabanHalaman[]): Readonly<Record<string, GalatBidang>> => {
  const faults: Record<string, GalatBidang> = {};
  for (const each of bagian.menghalangi?.(jawaban) ?? jawaban) {
    if (!("galat" in each)) continue;
    const { bidang = "" } = each.galat;
    faults[bagian.bidang?.(bidang) ?? bidang] ??= { pesan: pesanGalat(each.galat) };
  }
  return faults;
};

/** Asks the server about the inputs; what was asked last is what is shown. */
export function useHitungan(bagian: Bagian) {
  const [keadaan, setKeadaan] = useState<Hitungan>(KOSONG);
  const nomor = useRef(0);

  const hitung = async (isian: Isian): Promise<boolean> => {
    const mine = ++nomor.current;
    const baca = new PembacaIsian(isian);
    const permintaan = bagian.permintaan(isian, baca);
    if (Object.keys(baca.galat).length > 0) {
      const galat = Object.fromEntries(Object.entries(baca.galat).map(([nama, kunci]) => [nama, { kunci }]));
      setKeadaan({ ...KOSONG, galat, gagal: { kunci: "galat.periksa" } });
      return false;
    }
    setKeadaan({ ...KOSONG, sibuk: true });
    let next: Hitungan;
    try {
      next = keadaanDari(bagian, await tanyaServer(permintaan));
    } catch (error) {
      next = { ...KOSONG, gagal: { kunci: sebabGagal(error) } };
    }
    if (mine === nomor.current) setKeadaan(next);
    return next.jawaban !== null;
  };

  const hapus = (): void => {
    nomor.current++;
    setKeadaan(KOSONG);
  };

  return { keadaan, hitung, hapus };
}

const keadaanDari = (bagian: Bagian, jawaban: readonly JawabanHalaman[]): Hitungan => {
  const galat = galatDari(bagian, jawaban);
  if (Object.keys(galat).length === 0) return { ...KOSONG, jawaban };
  const { "": umum, ...bidang } = galat;
  return { ...KOSONG, galat: bidang, gagal: umum ?? { kunci: "galat.periksa" } };
};
