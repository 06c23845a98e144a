import {
  adalahUtama,
  type Ak,
  ak,
  type AturanKonvensional,
  jumlahAk,
  namaUnsur,
  NOL,
  tabulasi,
  tulisAk,
  tulisVolume,
  UNSUR,
  type Unsur,
} from "../../angka-kredit/plugin.js";
import { nilaiKebutuhan, tigaKolom } from "../../penilaian/plugin.js";
import type { Dupak, PerUnsur } from "./dupak.js";
import type { Tim } from "./penilaian.js";
import type { BarisHitung } from "./rincian.js";

/** What stands for a row in the end; rows without a score count as nothing. */
export const ditetapkan = ({ row }: BarisHitung): Ak => row.nilaiTpp ?? NOL;

/** Sum by unsur of what `amount` says of each row. */
export const jumlahPerUnsur = (rows: readonly BarisHitung[], amount: (row: BarisHitung) => Ak): PerUnsur => {
  const of = (unsur: Unsur): Ak => jumlahAk(rows.filter(({ butir }) => butir.unsur === unsur).map(amount));
  return { P: of("P"), T: of("T"), E: of("E"), PP: of("PP"), PN: of("PN") };
};

const total = (amounts: PerUnsur, unsur: readonly Unsur[] = UNSUR): Ak => jumlahAk(unsur.map((each) => amounts[each]));
const UTAMA = UNSUR.filter(adalahUtama);
const PENUNJANG = UNSUR.filter((unsur) => !adalahUtama(unsur));

/** Amounts of the HPAK. Source: domain note 3.6; requirement and composition 2.4. */
export const hasilPenilaian = (
  dupak: Pick<Dupak, "lama" | "perorangan">,
  rows: readonly BarisHitung[],
  aturan: AturanKonvensional,
) => {
  const { lama } = dupak;
  const baru = jumlahPerUnsur(rows, ditetapkan);
  const kelompok = [
    { judul: "Unsur Utama", unsur: UTAMA },
    { judul: "Unsur Penunjang", unsur: PENUNJANG },
  ].map(({ judul, unsur }) => ({
    judul,
    baris: unsur.map((each) => ({ uraian: namaUnsur(each), ...tigaKolom(lama[each], baru[each]) })),
    jumlah: tigaKolom(total(lama, unsur), total(baru, unsur)),
  }));
  const jumlah = tigaKolom(total(lama), total(baru));
  const sesudah = gabung(lama, baru);
  const penilaian = nilaiKebutuhan(
    dupak.perorangan.golongan,
    { utama: total(sesudah, UTAMA), penunjang: total(sesudah, PENUNJANG) },
    aturan,
  );
  const { kebutuhan, memenuhi } = penilaian;
  const { tujuan, penunjang, utama } = penilaian.catatan;
  // Who is short in all is told so; the share of utama matters only to those who are not.
  const catatan = [...tujuan, ...penunjang, ...(kebutuhan?.kekurangan === null ? utama : [])];
  return { kelompok, jumlah, kebutuhan, memenuhi, catatan, sesudah, baru: total(baru) };
};

const gabung = (lama: PerUnsur, baru: PerUnsur): PerUnsur => ({
  P: ak(lama.P + baru.P),
  T: ak(lama.T + baru.T),
  E: ak(lama.E + baru.E),
  PP: ak(lama.PP + baru.PP),
  PN: ak(lama.PN + baru.PN),
});

/** Rows and totals of the tabulasi. Source: domain note 3.6. */
export const isiTabulasi = (rows: readonly BarisHitung[], adaTpi: boolean) => {
  const kelompok = UNSUR.map((unsur) => ({
    judul: namaUnsur(unsur),
    rows: rows.filter(({ butir }) => butir.unsur === unsur),
  }))
    .filter((group) => group.rows.length > 0)
    .map((group) => ({
      judul: group.judul,
      baris: group.rows.map((row) => barisTabulasi(row, adaTpi)),
      jumlah: jumlahKolom(group.rows, adaTpi),
    }));
  return { kelompok, jumlah: jumlahKolom(rows, adaTpi) };
};

const barisTabulasi = (row: BarisHitung, adaTpi: boolean) => ({
  kode: row.butir.kode,
  uraian: row.butir.uraian,
  satuan: row.butir.satuan,
  volume: tulisVolume(row.row.volume),
  ...jumlahKolom([row], adaTpi),
});

const jumlahKolom = (rows: readonly BarisHitung[], adaTpi: boolean) => {
  const usul = jumlahAk(rows.map(({ hitung }) => hitung.angkaKredit));
  const tpp = jumlahAk(rows.map(ditetapkan));
  return {
    usul: tulisAk(usul),
    tpi: adaTpi ? tulisAk(jumlahAk(rows.map(({ row }) => row.nilaiTpi ?? NOL))) : null,
    tpp: tulisAk(tpp),
    selisih: tulisAk(ak(tpp - usul)),
  };
};

/** Rows that were reduced or refused, with the reasons of each team that changed them. Source: domain note 3.6. */
export const isiPenjelasan = (rows: readonly BarisHitung[]) => {
  const compared = tabulasi(rows.map((row) => ({ usul: row.hitung.angkaKredit, tpp: ditetapkan(row) })));
  const baris = rows.flatMap((row, index) => {
    const result = compared.baris[index];
    if (result?.perluPenjelasan !== true) return [];
    return [
      {
        kode: row.butir.kode,
        uraian: row.row.uraian,
        usul: tulisAk(row.hitung.angkaKredit),
        ditetapkan: tulisAk(result.ditetapkan),
        selisih: tulisAk(result.selisih),
        alasan: alasanTiapTim(row),
        saran: null,
      },
    ];
  });
  const sum = (key: "usul" | "ditetapkan" | "selisih"): string =>
    tulisAk(ak(baris.reduce((value, row) => value + Math.round(Number(row[key]) * 1000), 0)));
  return {
    baris,
    jumlah: { usul: sum("usul"), ditetapkan: sum("ditetapkan"), selisih: sum("selisih") },
    jumlahDitetapkan: tulisAk(compared.jumlah),
  };
};

/** Both teams may have changed one row: each says why, in the order of the scoring. */
const alasanTiapTim = ({ row, hitung }: BarisHitung): readonly { readonly oleh: Tim; readonly teks: string }[] => {
  const { nilaiTpi, nilaiTpp, keteranganTpi, keteranganTpp } = row;
  const byTpi = nilaiTpi !== null && nilaiTpi !== hitung.angkaKredit;
  const byTpp = nilaiTpi === null || nilaiTpp !== nilaiTpi;
  return [
    ...(byTpi ? [{ oleh: "TPI", teks: keteranganTpi ?? "" } as const] : []),
    ...(byTpp ? [{ oleh: "TPP", teks: keteranganTpp ?? "" } as const] : []),
  ];
};
