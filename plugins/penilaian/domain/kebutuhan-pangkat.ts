import {
  type Ak,
  ak,
  akumulasiKonvensional,
  type AturanKonvensional,
  type Golongan,
  golonganBerikut,
  komposisi,
  NOL,
  pangkat,
  tulisAk,
} from "../../angka-kredit/plugin.js";

/** Columns of a result as documents print them: before, new, both; with a dot. */
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

/** What the next golongan asks and what is above or missing, written out; one of the last two is null. */
export interface Kebutuhan {
  readonly pangkatTujuan: string;
  readonly golonganTujuan: Golongan;
  readonly akk: string;
  readonly kelebihan: string | null;
  readonly kekurangan: string | null;
}

/** Credit against the next golongan. Remarks are apart, since papers differ in when they name them. */
export interface PenilaianPangkat {
  /** Null when there is no higher golongan. */
  readonly kebutuhan: Kebutuhan | null;
  readonly memenuhi: boolean;
  readonly catatan: {
    readonly tujuan: readonly string[];
    /** Penunjang above its share, which does not count. */
    readonly penunjang: readonly string[];
    /** Utama below its share. */
    readonly utama: readonly string[];
  };
}

const koma = (value: Ak): string => tulisAk(value).replace(".", ",");

/** Whether credit is enough for the next golongan; penunjang above its share does not count. Source: domain note 2.4. */
export const nilaiKebutuhan = (
  golongan: Golongan,
  sesudah: { readonly utama: Ak; readonly penunjang: Ak },
  aturan: AturanKonvensional,
): PenilaianPangkat => {
  const tujuan = golonganBerikut(golongan);
  const akk = tujuan === undefined ? undefined : aturan.akk[tujuan];
  if (tujuan === undefined || akk === undefined) {
    const none = "Tidak ada pangkat setingkat lebih tinggi yang dituju.";
    return { kebutuhan: null, memenuhi: false, catatan: { tujuan: [none], penunjang: [], utama: [] } };
  }
  const susunan = komposisi({ kebutuhan: akk, ...sesudah }, aturan);
  const { penunjangTidakDihitung: lebih, kekuranganUtama: kurang } = susunan;
  const { kelebihan, kekurangan } = akumulasiKonvensional({ lama: susunan.jumlah, baru: NOL, kebutuhan: akk });
  const most = aturan.persenPenunjangMaks;
  return {
    kebutuhan: {
      pangkatTujuan: pangkat(tujuan),
      golonganTujuan: tujuan,
      akk: tulisAk(akk),
      kelebihan: kekurangan > 0 ? null : tulisAk(kelebihan),
      kekurangan: kekurangan > 0 ? tulisAk(kekurangan) : null,
    },
    memenuhi: susunan.terpenuhi,
    catatan: {
      tujuan: [],
      penunjang:
        lebih > 0 ? [`Unsur penunjang sebesar ${koma(lebih)} melebihi ${most}% dan tidak diperhitungkan.`] : [],
      utama: kurang > 0 ? [`Unsur utama masih kurang ${koma(kurang)} dari ${100 - most}% kebutuhan.`] : [],
    },
  };
};
