import { z } from "zod";
import { ak, AK_TERBESAR, jumlahAk, tulisAk } from "../../domain/ak.js";
import { berlakuPada } from "../../domain/acuan.js";
import { aturanBaris } from "../../domain/aturan-konvensional.js";
import type { ButirKegiatan } from "../../domain/butir.js";
import { butirTunggal } from "../../domain/butir-tunggal.js";
import { JENIS_JABATAN, UMUM } from "../../domain/jenis-acuan.js";
import type { Jenjang } from "../../domain/jenjang.js";
import { type AlasanBaris, type BarisTerhitung, type BarisUsul, nilaiBaris } from "../../domain/nilai-baris.js";
import { HARI_TERAKHIR_KONVENSIONAL } from "../../domain/rezim.js";
import { volume } from "../../domain/volume.js";
import { bentuk } from "../bentuk-masukan.js";
import { type Gagal, tidakSah } from "../jawaban.js";
import { koma } from "../kalimat.js";
import { definePerhitungan, type Dunia } from "../perhitungan.js";

const Baris = z.strictObject({
  kode: z.string().min(1).max(64).optional(),
  jenisJabatan: z.enum(JENIS_JABATAN).optional(),
  ak: bentuk.ak.optional(),
  jenjangButir: bentuk.jenjang.optional(),
  volume: bentuk.volume,
  suratPerintah: z.boolean().optional(),
  maksimum: bentuk.volume.optional(),
  penulis: z
    .strictObject({ jumlah: z.int().min(1).max(100), peran: z.enum(["UTAMA", "PEMBANTU", "TIDAK_DITENTUKAN"]) })
    .optional(),
});
type Baris = z.infer<typeof Baris>;

/** Conventional rows: volume × credit × percent. Domain note 2.4 to 2.6. */
export const hitungButir = definePerhitungan({
  perhitungan: "butir",
  masukan: z.strictObject({ jenjang: bentuk.jenjang, baris: z.array(Baris).min(1).max(5000) }),
  hitung({ jenjang, baris }, dunia) {
    const rows: BarisUsul[] = [];
    for (const [index, row] of baris.entries()) {
      const usul = barisUsul(row, `baris[${index}]`, jenjang, dunia);
      if ("galat" in usul) return usul;
      rows.push(usul);
    }
    const aturan = aturanBaris(dunia.rujukan, UMUM, HARI_TERAKHIR_KONVENSIONAL);
    const done = nilaiBaris(rows, { jenjang, pendidikanDiperhitungkan: null }, aturan);
    const tooMuch = done.findIndex(({ angkaKredit }) => angkaKredit > AK_TERBESAR);
    if (tooMuch >= 0) return tidakWajar(`baris[${tooMuch}].volume`, done[tooMuch]);
    const jumlah = jumlahAk(done.map(({ angkaKredit }) => angkaKredit));
    return {
      hasil: { baris: done.map(tulisBaris), jumlah: tulisAk(jumlah) },
      penjelasan: [...done.map(kalimatBaris), `Jumlah ${koma(jumlah)}: setiap baris dibulatkan ke tiga desimal.`],
    };
  },
});

/** No decision on credit reaches this: the volume was mistyped. Source: domain note 3.1. */
const tidakWajar = (bidang: string, row: BarisTerhitung | undefined): Gagal => ({
  galat: {
    kode: "ANGKA_TIDAK_WAJAR",
    pesan: `${bidang}: ${row === undefined ? "" : kalimatBaris(row)} Satu baris paling besar ${koma(ak(AK_TERBESAR))}; periksa volumenya`,
    bidang,
  },
});

const tertimbang = (value: number) => volume(Math.round(value * 100));

/** What a row says itself goes before what the table says of its code. */
const barisUsul = (row: Baris, path: string, jenjang: Jenjang, dunia: Dunia): BarisUsul | Gagal => {
  const found = row.kode === undefined ? undefined : butirDari(row.kode, row, jenjang, dunia);
  if (row.kode === undefined && row.ak === undefined) {
    return tidakSah(`${path}.kode`, `${path}.kode: isi kode butir atau ak`);
  }
  if (found === undefined && row.ak === undefined) {
    return tidakSah(`${path}.kode`, `${path}.kode: tidak ada butir ${JSON.stringify(row.kode)} dalam acuan`);
  }
  if (found !== undefined && row.ak !== undefined && found.ak !== row.ak) {
    return tidakSah(
      `${path}.ak`,
      `${path}.ak: angka kredit butir ${found.kode} adalah ${tulisAk(found.ak)}, tetapi "${tulisAk(row.ak)}"`,
    );
  }
  const satuan = found?.ak ?? row.ak;
  if (satuan === undefined) throw new RangeError("Expected the credit of a checked row, but there is none");
  const maksimum = row.maksimum === undefined ? (found?.maksimum ?? null) : tertimbang(row.maksimum);
  return {
    butir: {
      // Rows without a code use up one limit when they are alike.
      kode: row.kode ?? `${satuan}|${row.jenjangButir ?? ""}|${maksimum ?? ""}`,
      ak: satuan,
      jenjang: row.jenjangButir ?? found?.jenjang ?? null,
      tunggal: found?.tunggal ?? null,
      maksimum,
      pendidikan: found?.pendidikan ?? null,
      berbagiPenulis: row.penulis !== undefined,
    },
    volume: tertimbang(row.volume),
    suratPerintah: row.suratPerintah ?? false,
    penulis: row.penulis ?? null,
  };
};

const butirDari = (
  kode: string,
  { jenisJabatan }: Baris,
  jenjang: Jenjang,
  { butir, rujukan }: Dunia,
): ButirKegiatan | undefined => {
  const inForce = butir.filter(
    (each) =>
      berlakuPada(each, HARI_TERAKHIR_KONVENSIONAL) &&
      (jenisJabatan === undefined || each.jenisJabatan === jenisJabatan),
  );
  const named = inForce.find((each) => each.kode === kode);
  if (named === undefined) return undefined;
  const found = butirTunggal(
    named,
    jenjang,
    inForce.filter((each) => each.jenisJabatan === named.jenisJabatan),
  );
  rujukan.catat(found);
  return found;
};

const tulisBaris = ({ akSatuan, persentase, angkaKredit, volumeDihitung, alasan }: BarisTerhitung) => ({
  akSatuan: tulisAk(akSatuan),
  persentase,
  angkaKredit: tulisAk(angkaKredit),
  volumeDihitung: volumeDihitung / 100,
  ...(alasan === null ? {} : { alasan }),
});

const KALIMAT: Readonly<Record<AlasanBaris, string>> = {
  TANPA_SURAT_PERINTAH: "butir jenjang lain tanpa surat perintah tidak dinilai",
  JENJANG_TERLALU_JAUH: "butir dua jenjang atau lebih dari jenjang sendiri tidak dinilai",
  MELEBIHI_BATAS: "melebihi batas paling banyak butir ini",
  PENULIS_TERLALU_BANYAK: "penulis pembantu paling banyak tiga orang",
  IJAZAH_SUDAH_DIPERHITUNGKAN: "ijazah setingkat atau lebih tinggi sudah diperhitungkan",
};

const kalimatBaris = ({ akSatuan, persentase, angkaKredit, volumeDihitung, alasan }: BarisTerhitung): string => {
  const volumeText = String(volumeDihitung / 100).replace(".", ",");
  const reason = alasan === null ? "" : ` (${KALIMAT[alasan]})`;
  return `${volumeText} × ${koma(akSatuan)} × ${String(persentase).replace(".", ",")}% = ${koma(angkaKredit)}${reason}.`;
};
