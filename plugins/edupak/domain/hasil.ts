import {
  type Ak,
  ak,
  akumulasiKonvensional,
  type AturanKonvensional,
  type Golongan,
  golonganBerikut,
  jumlahAk,
  komposisi,
  NOL,
  pangkat,
  tulisAk,
} from "../../angka-kredit/plugin.js";
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

export interface TigaKolom {
  readonly lama: string;
  readonly baru: string;
  readonly jumlah: string;
}
export const tigaKolom = (lama: Ak, baru: Ak): TigaKolom => ({
  lama: tulisAk(lama),
  baru: tulisAk(baru),
  jumlah: tulisAk(ak(lama + baru)),
});

const koma = (value: Ak): string => tulisAk(value).replace(".", ",");

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
  const { kebutuhan, memenuhi, catatan } = nilaiKebutuhan(dupak.perorangan.golongan, sesudah, aturan);
  const penetapan: JenisPenetapan = memenuhi ? "PAK" : "HAPAK";
  return { kelompok, jumlah, kebutuhan, memenuhi, catatan, sesudah, baru, penetapan };
};

/** Credit against the next golongan; penunjang above its share is named and does not count. Source: domain note 2.4. */
const nilaiKebutuhan = (golongan: Golongan, sesudah: PerKelompok, aturan: AturanKonvensional) => {
  const tujuan = golonganBerikut(golongan);
  const akk = tujuan === undefined ? undefined : aturan.akk[tujuan];
  if (tujuan === undefined || akk === undefined) {
    return { kebutuhan: null, memenuhi: false, catatan: ["Tidak ada pangkat setingkat lebih tinggi yang dituju."] };
  }
  const susunan = komposisi(
    { kebutuhan: akk, utama: jumlahKelompok(sesudah, UTAMA), penunjang: jumlahKelompok(sesudah, PENUNJANG) },
    aturan,
  );
  const { kelebihan, kekurangan } = akumulasiKonvensional({ lama: susunan.jumlah, baru: NOL, kebutuhan: akk });
  const most = aturan.persenPenunjangMaks;
  const catatan = [
    ...(susunan.penunjangTidakDihitung > 0
      ? [`Unsur penunjang sebesar ${koma(susunan.penunjangTidakDihitung)} melebihi ${most}% dan tidak diperhitungkan.`]
      : []),
    ...(susunan.kekuranganUtama > 0
      ? [`Unsur utama masih kurang ${koma(susunan.kekuranganUtama)} dari ${100 - most}% kebutuhan.`]
      : []),
  ];
  return {
    kebutuhan: {
      pangkatTujuan: pangkat(tujuan),
      golonganTujuan: tujuan,
      akk: tulisAk(akk),
      kelebihan: kekurangan > 0 ? null : tulisAk(kelebihan),
      kekurangan: kekurangan > 0 ? tulisAk(kekurangan) : null,
    },
    memenuhi: susunan.terpenuhi,
    catatan,
  };
};
