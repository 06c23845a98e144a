import { definePlugin, type PluginContext, type UnitOfWork } from "../../src/plugin-api/index.js";
import {
  AcuanCetakRepository,
  batalkanPak,
  catatPak,
  kinerjaSiasn,
  KepegawaianRepository,
  PakRepository,
  PenomoranRepository,
} from "../kepegawaian/plugin.js";
import { angkaKreditAccess } from "./access.js";
import { PENGELOLA } from "./app/acuan-deps.js";
import { Kalkulator } from "./app/kalkulator.js";
import { sumberCetak } from "./app/konversi/arsip-berkas.js";
import { cariPegawai } from "./app/konversi/cari-pegawai.js";
import { caseTypes } from "./app/konversi/case-types.js";
import { cetakKonversi } from "./app/konversi/cetak-konversi.js";
import { seedDemoKonversi } from "./app/konversi/demo-data.js";
import type { KonversiDeps } from "./app/konversi/konversi-deps.js";
import { konversikan } from "./app/konversi/konversikan.js";
import { lembarPredikat } from "./app/konversi/lembar-predikat.js";
import { nilaiCapaian } from "./app/konversi/nilai-capaian.js";
import { periksaUnggahan } from "./app/konversi/periksa-unggahan.js";
import { rekapKonversi } from "./app/konversi/rekap-konversi.js";
import { seedPenomoran } from "./app/konversi/seed-penomoran.js";
import { taskHandlers } from "./app/konversi/task-handlers.js";
import { tarikPredikat } from "./app/konversi/tarik-predikat.js";
import { terbitkanPak } from "./app/konversi/terbitkan-pak.js";
import { tutupKonversi } from "./app/konversi/tutup-konversi.js";
import { perbaikiAcuan } from "./app/perbaiki-acuan.js";
import { perintahHitung } from "./app/perintah-hitung.js";
import { PERHITUNGAN } from "./app/semua-perhitungan.js";
import { setujuiAcuan } from "./app/setujui-acuan.js";
import {
  sumbanganAcuan,
  type SumbanganAcuan,
  sumbanganPerhitungan,
  TITIK_ACUAN,
  TITIK_PERHITUNGAN,
} from "./app/sumbangan.js";
import { ubahAcuanCase } from "./app/ubah-acuan-case.js";
import { AcuanEntity } from "./data/acuan.entity.js";
import { AcuanStoreRepository } from "./data/acuan-store.repository.js";
import { ACUAN_AWAL } from "./data/acuan-awal.js";
import { acuanTable } from "./data/acuan-table.js";
import { BUTIR_AWAL } from "./data/butir-awal.js";
import { ButirKegiatanEntity } from "./data/butir-kegiatan.entity.js";
import { butirTable } from "./data/butir-table.js";
import { CountUsulanAcuan1764002005001 } from "./data/count-usulan-acuan-1764002005001.migration.js";
import { CreateAcuan1764000500001 } from "./data/create-acuan-1764000500001.migration.js";
import { CreateReferenceTables1764000004001 } from "./data/create-reference-tables-1764000004001.migration.js";
import { CreateUsulanAcuan1764000500002 } from "./data/create-usulan-acuan-1764000500002.migration.js";
import { konversiEntities, konversiMigrations } from "./data/konversi-tables.js";
import { KonversiRepository } from "./data/konversi.repository.js";
import { ReferenceRepository } from "./data/reference.repository.js";
import { seedReference } from "./data/seed-reference.js";
import { UsulanAcuanEntity } from "./data/usulan-acuan.entity.js";
import type { BarisAcuan } from "./domain/acuan.js";
import { DaftarAcuan } from "./domain/daftar-acuan.js";
import { JENIS_ACUAN, type UraianJenis } from "./domain/jenis-acuan.js";
import { cariPegawaiRoute } from "./http/cari-pegawai.route.js";
import { hitungRoute } from "./http/hitung.route.js";
import { lembarPredikatRoute } from "./http/lembar-predikat.route.js";
import { konversiWorkers } from "./workers/konversi-workers.js";

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
export {
  akkSatuKp,
  jenjangBerikut,
  jenjangDariGolongan,
  kebutuhanKj,
  kebutuhanKjProporsional,
  kebutuhanKp,
} from "./domain/kebutuhan.js";
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
export { type Sisipan, sisipVersi, type Versi } from "./domain/sisip-versi.js";
export { syaratKenaikan } from "./domain/syarat-kenaikan.js";
export { type BarisTabulasi, tabulasi } from "./domain/tabulasi.js";
export { adalahTanggal, hariSebelum, tambahTahun } from "./domain/tanggal.js";
export { tarifKonversi } from "./domain/tarif-konversi.js";
export { bacaVolume, tulisVolume, type Volume, volume } from "./domain/volume.js";
export { demoPegawaiKonversi } from "./app/konversi/demo-data.js";
export { KonversiRepository } from "./data/konversi.repository.js";
export { ReferenceRepository } from "./data/reference.repository.js";

export { type Galat, type Gagal, type Hasil, tidakSah } from "./app/jawaban.js";
export { bentuk } from "./app/bentuk-masukan.js";
export { definePerhitungan, type Dunia, type Perhitungan } from "./app/perhitungan.js";
export type { SumbanganAcuan } from "./app/sumbangan.js";

const acuanAwal = (contributions: readonly SumbanganAcuan[]): readonly BarisAcuan[] => [
  ...ACUAN_AWAL,
  ...contributions.flatMap(({ baris }) => baris),
];

const jenisAcuan = (contributions: readonly SumbanganAcuan[]): ReadonlyMap<string, UraianJenis> =>
  new Map([
    ...Object.entries<UraianJenis>(JENIS_ACUAN),
    ...contributions.flatMap(({ jenis }) => Object.entries(jenis)),
  ]);

const bahanDari = async (repository: ReferenceRepository) => ({
  acuan: await repository.acuan(),
  butir: await repository.semuaButir(),
});

/** Demo accounts: two, since nobody decides on a change of their own. */
const KEEPERS = [
  ["acuan-ak1", "Pengelola Acuan Satu"],
  ["acuan-ak2", "Pengelola Acuan Dua"],
] as const;

const konversiDeps = ({ logger: _logger, ...context }: PluginContext): KonversiDeps => ({
  ...context,
  store: (tx) => new KonversiRepository(tx.manager),
  people: (tx) => new KepegawaianRepository(tx.manager),
  printing: (tx) => new AcuanCetakRepository(tx.manager),
  numbers: (tx) => new PenomoranRepository(tx.manager),
  acuan: (tx) => new ReferenceRepository(tx.manager).acuan(),
  kinerja: kinerjaSiasn(context.settingsOf("kepegawaian"), context.clock),
  catatPak,
  batalkanPak,
  masaPak: (tx, nips) => new PakRepository(tx.manager).bulanTerpakai(nips, "KONVERSI"),
});

/** Credit rules and their effective-dated reference tables, for every other plugin; and the conversion of grades since 2023. */
export const plugin = definePlugin({
  name: "angka-kredit",
  version: "1.2.0",
  api: "^1.5",
  needs: ["kepegawaian"],
  entities: [ButirKegiatanEntity, AcuanEntity, UsulanAcuanEntity, ...konversiEntities],
  migrations: [
    CreateReferenceTables1764000004001,
    CreateAcuan1764000500001,
    CreateUsulanAcuan1764000500002,
    CountUsulanAcuan1764002005001,
    ...konversiMigrations,
  ],
  commands: [
    perintahHitung({
      dari: (database) => database.read((tx) => bahanDari(new ReferenceRepository(tx.manager))),
      awal: (context) => ({
        acuan: new DaftarAcuan(acuanAwal(sumbanganAcuan(context.contributions(TITIK_ACUAN)))),
        butir: BUTIR_AWAL,
      }),
    }),
  ],
  setup(context) {
    const kinds = sumbanganAcuan(context.contributions(TITIK_ACUAN));
    const jenis = jenisAcuan(kinds);
    const { clock, cases, history, notifications } = context;
    const acuanDeps = {
      clock,
      cases,
      history,
      notifications,
      jenis,
      store: (tx: UnitOfWork) => new AcuanStoreRepository(tx.manager),
      numbers: (tx: UnitOfWork) => new PenomoranRepository(tx.manager),
    };
    const kalkulator = new Kalkulator([
      ...PERHITUNGAN,
      ...sumbanganPerhitungan(context.contributions(TITIK_PERHITUNGAN)),
    ]);
    const deps = konversiDeps(context);
    return {
      caseTypes: [ubahAcuanCase(acuanDeps), ...caseTypes(deps)],
      taskHandlers: [setujuiAcuan(acuanDeps), perbaikiAcuan(acuanDeps), ...taskHandlers(deps)],
      workers: konversiWorkers({
        periksa: (caseId, signal) => periksaUnggahan(deps, caseId, signal),
        tarik: (caseId, signal) => tarikPredikat(deps, caseId, signal),
        konversikan: (input, signal) => konversikan(deps, input, signal),
        cetak: (caseId, signal) => cetakKonversi(deps, caseId, signal),
        nilai: (caseId) => nilaiCapaian(deps, caseId),
        terbitkanPak: (caseId, signal) => terbitkanPak(deps, caseId, signal),
        tutup: (caseId) => tutupKonversi(deps, caseId),
        rekap: (caseId) => rekapKonversi(deps, caseId),
      }),
      printSources: [sumberCetak(deps)],
      access: angkaKreditAccess,
      publicPages: [
        {
          name: "kalkulator",
          title: { id: "Kalkulator angka kredit", en: "Credit calculator" },
          summary: {
            id: "Konversi predikat, PAK, waktu kenaikan, dan integrasi; tanpa masuk.",
            en: "Conversion of grades, PAK, time to promotion and integration; no sign-in.",
          },
        },
      ],
      referenceTables: [acuanTable(jenis), butirTable],
      routes: [
        hitungRoute({
          clock,
          kalkulator,
          acuan: (tx) => bahanDari(new ReferenceRepository(tx.manager)),
        }),
        lembarPredikatRoute((tx, actor) => lembarPredikat(deps, tx, actor)),
        cariPegawaiRoute((tx, actor, query) => cariPegawai(deps, tx, actor, query)),
      ],
      seed: async (tx) => {
        await seedReference(tx.manager, acuanAwal(kinds));
        await seedPenomoran(deps, tx);
      },
      demo: async (tx, accounts) => {
        for (const [username, displayName] of KEEPERS) {
          await accounts.account({
            username,
            displayName,
            roles: [{ role: PENGELOLA, scopeType: null, scopeId: null }],
          });
        }
        await seedDemoKonversi(new KepegawaianRepository(tx.manager), accounts);
      },
    };
  },
});
