import type { Golongan } from "../../domain/golongan.js";
import type { Jenjang } from "../../domain/jenjang.js";
import type { AlasanKenaikan } from "../../domain/kenaikan.js";
import type { Predikat } from "../../domain/predikat.js";
import type { DasarHukum } from "../../domain/rujukan.js";

/** POST /api/angka-kredit/hitung as its page sees it. Credit is text with a dot and three decimals, months are `2024-01`. */
export { GOLONGAN, type Golongan, pangkat } from "../../domain/golongan.js";
export { JENJANG, type Jenjang, namaJenjang } from "../../domain/jenjang.js";
export { namaPredikat, PREDIKAT, type Predikat } from "../../domain/predikat.js";
export type { AlasanKenaikan } from "../../domain/kenaikan.js";
export type { DasarHukum } from "../../domain/rujukan.js";

export interface HasilKonversi {
  readonly baris: readonly {
    readonly jenjang: Jenjang;
    readonly tahun: number;
    readonly bulanMulai: number;
    readonly bulanSelesai: number;
    readonly bulan: number;
    readonly predikat: Predikat;
    readonly persentase: number;
    readonly koefisien: string;
    readonly angkaKredit: string;
  }[];
  readonly akun: readonly {
    readonly jenjang: Jenjang;
    readonly angkaKredit: string;
    readonly status: "DITUTUP" | "BERJALAN";
  }[];
  readonly jumlah: string;
}

/** A requirement and how far it is met; all null where there is none. */
export interface AmbangTertulis {
  readonly minimal: string | null;
  readonly kelebihan: string | null;
  readonly kekurangan: string | null;
  readonly terpenuhi: boolean;
}

export interface HasilPak {
  readonly jumlah: string;
  readonly pangkat: AmbangTertulis;
  readonly jenjang: AmbangTertulis;
  readonly kesimpulan: "DAPAT" | "TIDAK_DAPAT";
}

export interface HasilCapaian {
  readonly kebutuhan: string;
  readonly bulan: number;
  readonly selesai: string;
  readonly angkaKredit: string;
}

export interface HasilCapaianBulanan {
  readonly kebutuhan: string;
  readonly akDasar: string;
  readonly bulanan: readonly { readonly bulan: string; readonly angkaKredit: string }[];
}

export interface PutusanTertulis {
  readonly dapat: boolean;
  readonly alasan: readonly AlasanKenaikan[];
  readonly tmtPalingCepat?: string;
}

export interface HasilKenaikan {
  readonly urutan: readonly ("KJ" | "KP")[];
  readonly kj: PutusanTertulis;
  readonly kp: PutusanTertulis;
  readonly setelah: { readonly jenjang: Jenjang; readonly golongan: Golongan; readonly angkaKredit: string };
}

export interface HasilIntegrasi {
  readonly akIntegrasi: string;
  readonly rentang: readonly [string, string];
  readonly status: "DITERIMA" | "PERLU_TELAAH";
}

/** Results by the name of their calculation. */
export interface HasilMenurutNama {
  readonly konversi: HasilKonversi;
  readonly pak: HasilPak;
  readonly capaian: HasilCapaian;
  readonly "capaian-bulanan": HasilCapaianBulanan;
  readonly kenaikan: HasilKenaikan;
  readonly integrasi: HasilIntegrasi;
}

/** An answer of one of the calculations that the page asks for. */
export type JawabanHalaman = {
  readonly [Nama in keyof HasilMenurutNama]:
    | {
        readonly perhitungan: Nama;
        readonly hasil: HasilMenurutNama[Nama];
        readonly dasarHukum: readonly DasarHukum[];
        readonly penjelasan: readonly string[];
        /** In English, one for each of `penjelasan`; only for `?bahasa=en`. */
        readonly penjelasanEn?: readonly string[];
      }
    | {
        readonly perhitungan: Nama;
        readonly galat: { readonly kode: string; readonly pesan: string; readonly bidang?: string };
      };
}[keyof HasilMenurutNama];
