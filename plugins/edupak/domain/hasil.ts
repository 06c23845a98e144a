import { type Ak, type AturanKonvensional, jumlahAk, NOL } from "../../angka-kredit/plugin.js";
import { nilaiKebutuhan, tigaKolom } from "../../penilaian/plugin.js";
import type { Dupak, JenisPenetapan } from "./dupak.js";
import type { KegiatanTerhitung } from "./hitung-kegiatan.js";
import {
  jumlahKelompok,
  kelompokDari,
  KELOMPOK_PAK,
  type KelompokPak,
  namaKelompok,
  PENUNJANG,
  type PerKelompok,
  tambahKelompok,
  UTAMA,
} from "./kelompok-pak.js";

/** What stands for a row in the end; rows without a score count as nothing. */
export const ditetapkan = ({ kegiatan }: KegiatanTerhitung): Ak => kegiatan.nilai ?? NOL;
/** What the rules make of a row. */
export const diusulkan = ({ hitung }: KegiatanTerhitung): Ak => hitung.angkaKredit;

/** Sum by row of a PAK of what `amount` says of each activity. */
export const perKelompok = (
  rows: readonly KegiatanTerhitung[],
  amount: (row: KegiatanTerhitung) => Ak,
): PerKelompok => {
  const of = (kelompok: KelompokPak): Ak =>
    jumlahAk(rows.filter(({ butir }) => kelompokDari(butir) === kelompok).map(amount));
  return Object.fromEntries(KELOMPOK_PAK.map((each) => [each, of(each)])) as PerKelompok;
};

/** Amounts of a PAK or HAPAK, and which of them it is. Source: domain note 3.5, 3.6; composition 2.4. */
export const hasilPenilaian = (
  dupak: Pick<Dupak, "lama" | "perorangan">,
  rows: readonly KegiatanTerhitung[],
  aturan: AturanKonvensional,
) => {
  const { lama } = dupak;
  const baru = perKelompok(rows, ditetapkan);
  const sesudah = tambahKelompok(lama, baru);
  const kelompok = [
    { judul: "Unsur Utama", isi: UTAMA },
    { judul: "Unsur Penunjang", isi: PENUNJANG },
  ].map(({ judul, isi }) => ({
    judul,
    baris: isi.map((each) => ({ uraian: namaKelompok(each), ...tigaKolom(lama[each], baru[each]) })),
    jumlah: tigaKolom(jumlahKelompok(lama, isi), jumlahKelompok(baru, isi)),
  }));
  const jumlah = tigaKolom(jumlahKelompok(lama), jumlahKelompok(baru));
  const penilaian = nilaiKebutuhan(
    dupak.perorangan.golongan,
    { utama: jumlahKelompok(sesudah, UTAMA), penunjang: jumlahKelompok(sesudah, PENUNJANG) },
    aturan,
  );
  const { kebutuhan, memenuhi } = penilaian;
  const catatan = Object.values(penilaian.catatan).flat();
  const penetapan: JenisPenetapan = memenuhi ? "PAK" : "HAPAK";
  return { kelompok, jumlah, kebutuhan, memenuhi, catatan, sesudah, baru, penetapan };
};
