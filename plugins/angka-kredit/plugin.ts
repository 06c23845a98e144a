import { definePlugin } from "../../src/plugin-api/index.js";
import { AcuanEntity } from "./data/acuan.entity.js";
import { ACUAN_AWAL } from "./data/acuan-awal.js";
import { ButirKegiatanEntity } from "./data/butir-kegiatan.entity.js";
import { butirTable } from "./data/butir-table.js";
import { CreateAcuan1764000500001 } from "./data/create-acuan-1764000500001.migration.js";
import { CreateReferenceTables1764000004001 } from "./data/create-reference-tables-1764000004001.migration.js";
import { seedReference } from "./data/seed-reference.js";

export type { BarisAcuan, StatusSumber } from "./domain/acuan.js";
export { type Ak, ak, AK_TERBESAR, bacaAk, jumlahAk, kurangAk, NOL, terkecil, tulisAk } from "./domain/ak.js";
export { type AkumulasiKonvensional, akumulasiKonvensional } from "./domain/akumulasi-konvensional.js";
export { type AngkaTertulis, bacaAngkaTertulis, type Lokal } from "./domain/angka-tertulis.js";
export type { AturanJenjang, AturanKategori } from "./domain/aturan-jenjang.js";
export { aturanKategori } from "./domain/aturan-kategori.js";
export type { AturanKonvensional } from "./domain/aturan-konvensional.js";
export { bacaBulan, bulanDari, bulanKe, hariPertama, namaBulan, tahunDari, tulisBulan } from "./domain/bulan.js";
export {
  adalahUtama,
  type ButirKegiatan,
  namaUnsur,
  type Pendidikan,
  PENDIDIKAN,
  type Unsur,
  UNSUR,
} from "./domain/butir.js";
export { butirDiklat } from "./domain/butir-diklat.js";
export { butirTunggal } from "./domain/butir-tunggal.js";
export { type Capaian, capaian } from "./domain/capaian.js";
export { type Capaian2022, capaian2022 } from "./domain/capaian-2022.js";
export { DaftarAcuan } from "./domain/daftar-acuan.js";
export {
  adalahGolongan,
  bandingGolongan,
  type Golongan,
  GOLONGAN,
  golonganBerikut,
  pangkat,
} from "./domain/golongan.js";
export { type AturanIntegrasi, type Integrasi, integrasi } from "./domain/integrasi.js";
export { JENIS_ACUAN, JENIS_JABATAN, type JenisAcuan, type JenisJabatan, UMUM } from "./domain/jenis-acuan.js";
export { type Jenjang, JENJANG, jenjangSekategori, namaJenjang, selisihJenjang } from "./domain/jenjang.js";
export { akkSatuKp, jenjangBerikut, kebutuhanKj, kebutuhanKjProporsional, kebutuhanKp } from "./domain/kebutuhan.js";
export {
  type AlasanKenaikan,
  type DataKenaikan,
  type Kenaikan,
  kenaikan,
  type Putusan,
  type SyaratKenaikan,
} from "./domain/kenaikan.js";
export { type Komposisi, komposisi } from "./domain/komposisi.js";
export {
  type AkunJenjang,
  type BarisKonversi,
  type CariTarif,
  type Konversi,
  konversi,
  type PeriodePredikat,
  periksaPeriode,
  type TarifKonversi,
} from "./domain/konversi.js";
export { type Masalah, masalah } from "./domain/masalah.js";
export {
  type AlasanBaris,
  type BarisTerhitung,
  type BarisUsul,
  nilaiBaris,
  type Penilai,
  type Penulis,
} from "./domain/nilai-baris.js";
export { type Ambang, ambang, type IsiPak, type Pak, pak } from "./domain/pak.js";
export { akPendidikan } from "./domain/pendidikan.js";
export { type Perpindahan, perpindahan } from "./domain/perpindahan.js";
export { namaPredikat, type Predikat, PREDIKAT, sekurangnya } from "./domain/predikat.js";
export { type Rezim, rezimUntuk } from "./domain/rezim.js";
export { AcuanTidakAda, type DasarHukum, Rujukan } from "./domain/rujukan.js";
export { syaratKenaikan } from "./domain/syarat-kenaikan.js";
export { type BarisTabulasi, tabulasi } from "./domain/tabulasi.js";
export { tarifKonversi } from "./domain/tarif-konversi.js";
export { bacaVolume, tulisVolume, type Volume, volume } from "./domain/volume.js";
export { ReferenceRepository } from "./data/reference.repository.js";

/** Credit rules and their effective-dated reference tables, for every other plugin. */
export const plugin = definePlugin({
  name: "angka-kredit",
  version: "1.0.0",
  api: "^1",
  entities: [ButirKegiatanEntity, AcuanEntity],
  migrations: [CreateReferenceTables1764000004001, CreateAcuan1764000500001],
  setup: () => ({ referenceTables: [butirTable], seed: (tx) => seedReference(tx.manager, ACUAN_AWAL) }),
});
