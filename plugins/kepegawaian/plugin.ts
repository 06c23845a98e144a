import { type Clock, definePlugin, type PluginContext, type UnitOfWork } from "../../src/plugin-api/index.js";
import { kepegawaianAccess } from "./access.js";
import { acuanCetakTables } from "./data/acuan-cetak-tables.js";
import { KopSuratEntity, PenandatanganEntity, PolaNomorEntity } from "./data/acuan-cetak.entities.js";
import { batalkanPak as cancelPak, catatPak as recordPak } from "./app/catat-pak.js";
import { hitungNip } from "./app/hitung-nip.js";
import { jadwalkanSapk } from "./app/jadwalkan-sapk.js";
import { type KeadaanSapk, keadaanSapk as readKeadaanSapk } from "./app/keadaan-sapk.js";
import { type PembacaKinerja, pembacaKinerja } from "./app/pembaca-kinerja.js";
import type { SapkDeps } from "./app/sapk-deps.js";
import { hapusPakSiasn } from "./app/hapus-pak-siasn.js";
import { simpanPakSiasn } from "./app/simpan-pak-siasn.js";
import { sinkronisasiCase } from "./app/sinkronisasi-case.js";
import { antreUlang, tarikSapk } from "./app/tarik-sapk.js";
import { tutupSinkronisasi } from "./app/tutup-sinkronisasi.js";
import { CreatePak1764000800001 } from "./data/create-pak-1764000800001.migration.js";
import { CreatePeople1764000004002 } from "./data/create-people-1764000004002.migration.js";
import { CreateSapk1764000800002 } from "./data/create-sapk-1764000800002.migration.js";
import { EnsureAcuanCetak1764000700001 } from "./data/ensure-acuan-cetak-1764000700001.migration.js";
import { HariLiburEntity } from "./data/hari-libur.entity.js";
import { holidayTable } from "./data/holiday-table.js";
import { InstansiEntity } from "./data/instansi.entity.js";
import { KepegawaianRepository } from "./data/kepegawaian.repository.js";
import { NomorEntity } from "./data/nomor.entity.js";
import { PakBulanEntity } from "./data/pak-bulan.entity.js";
import { PakEntity } from "./data/pak.entity.js";
import { PakRepository } from "./data/pak.repository.js";
import { PegawaiEntity } from "./data/pegawai.entity.js";
import { PenghitungEntity } from "./data/penghitung.entity.js";
import { peopleDirectory } from "./data/people-directory.js";
import { PenomoranRepository } from "./data/penomoran.repository.js";
import { SapkRepository } from "./data/sapk.repository.js";
import { sapkEntities } from "./data/sapk-tables.js";
import { seedDemo } from "./data/seed-demo.js";
import { seedHolidays } from "./data/seed-holidays.js";
import { siasnAccess } from "./data/siasn/siasn-access.js";
import { SiasnClient } from "./data/siasn/siasn-client.js";
import { UnitKerjaEntity } from "./data/unit-kerja.entity.js";
import type { PakBaru } from "./domain/pak.js";
import type { Pegawai } from "./domain/pegawai.js";
import { siasnConfig, siasnSettings } from "./settings.js";
import { sapkWorkers } from "./workers/sapk-workers.js";

export type { AcuanCetak, KopSurat, Penandatangan, PolaNomor } from "./app/acuan-cetak.js";
export type { KeadaanSapk } from "./app/keadaan-sapk.js";
export type { AturanAcuan } from "./app/aturan-acuan.js";
export { type ChoiceRow, choiceOf, chosenOf, recordChoice } from "./app/chosen-dupak.js";
export { dateOf, fileOf, fileValue, type FormData, linesOf, textOf, ticked } from "./app/form-data.js";
export {
  headOf,
  headOfInstansi,
  type Letterhead,
  type LetterheadDeps,
  officialNumber,
  type Signer,
  signerOf,
} from "./app/letterhead.js";
export { kodeAktivasiFacts } from "./app/kode-aktivasi.js";
export type { KinerjaTerbaca, PembacaKinerja } from "./app/pembaca-kinerja.js";
export type { Penomoran } from "./app/penomoran.js";
export { printingStart } from "./app/printing-start.js";
export { recordAct, recordJob } from "./app/record-act.js";
export { requireReason } from "./app/require-reason.js";
export { absent, badInput, forbid, refuse, stale } from "./app/refusals.js";
export { SiasnGalat } from "./app/siasn-galat.js";
export type { NilaiKinerja } from "./app/sumber-asn.js";
export { roleText } from "./app/role-text.js";
export { BIDANG_SAPK, type BidangSapk, KETERANGAN_BIDANG, saranPerbaikan } from "./domain/data-sapk.js";
export { adalahHariKerja, akhirHari, setelahHariKerja, tanggalWib } from "./domain/hari-kerja.js";
export { type Masalah, masalah } from "./domain/masalah.js";
export { namaLengkap } from "./domain/nama.js";
export { bacaNip, type JenisKelamin, type NipTerbaca, tanggalNyata, tulisNip } from "./domain/nip.js";
export { periksaPola, susunNomor } from "./domain/nomor.js";
export { JENIS_PAK, type JenisPak, type Pak, type PakBaru, type SumberPak } from "./domain/pak.js";
export type { Instansi, Pegawai, UnitKerja } from "./domain/pegawai.js";
export { acak, pegawaiSintetis, type Profil } from "./domain/sintetis.js";
export { namaBulan, namaMasa, tulisTanggal } from "./domain/tanggal.js";
export { AcuanCetakRepository } from "./data/acuan-cetak.repository.js";
export { dropSecretColumn } from "./data/drop-secret-column.js";
export { demoPeople } from "./data/demo-people.js";
export { nipTerlarang } from "./data/nip-deny-list.js";
export { KepegawaianRepository } from "./data/kepegawaian.repository.js";
export { PenomoranRepository } from "./data/penomoran.repository.js";
export { PakRepository } from "./data/pak.repository.js";

/** Records an issued PAK or HAPAK in the history of its person; see `app/catat-pak.ts` for what it refuses. @returns its id. */
export const catatPak = (tx: UnitOfWork, pak: PakBaru): Promise<string> =>
  recordPak(new PakRepository(tx.manager), pak);

/** What whoever makes an account should know of SAPK: why not, or what differed. */
export const keadaanSapk = (tx: UnitOfWork, pegawai: Pick<Pegawai, "nip" | "instansiId">): Promise<KeadaanSapk> =>
  readKeadaanSapk(new SapkRepository(tx.manager), pegawai);

/** Cancels a recorded PAK; its months are free again. */
export const batalkanPak = (
  tx: UnitOfWork,
  batal: { readonly pakId: string; readonly tanggal: string; readonly alasan: string },
): Promise<void> => cancelPak(new PakRepository(tx.manager), batal);

/**
 * Performance grades of people from SIASN, by the settings of this plugin.
 * @returns null when no link is configured.
 */
export const kinerjaSiasn = (settings: Readonly<Record<string, string>>, clock: Clock): PembacaKinerja | null => {
  const config = siasnConfig(settings);
  return config === null ? null : pembacaKinerja({ ...config, sumber: new SiasnClient(siasnAccess(config, clock)) });
};

const sapkDeps = ({ logger: _logger, settings, ...context }: PluginContext): SapkDeps => {
  const config = siasnConfig(settings);
  return {
    ...context,
    // From a training environment nothing is ever written outside, whatever the switch says.
    sambungan:
      config === null
        ? null
        : {
            ...config,
            tulis: config.tulis && !context.training,
            sumber: new SiasnClient(siasnAccess(config, context.clock)),
          },
    store: (tx) => new SapkRepository(tx.manager),
    people: (tx) => new KepegawaianRepository(tx.manager),
    pak: (tx) => new PakRepository(tx.manager),
    numbers: (tx) => new PenomoranRepository(tx.manager),
  };
};

/** People, government bodies, units, holidays, their credit, and the link to SAPK, for every other plugin. */
export const plugin = definePlugin({
  name: "kepegawaian",
  version: "1.0.0",
  api: "^1.6",
  contributions: { "angka-kredit:perhitungan": [hitungNip] },
  entities: [
    PegawaiEntity,
    InstansiEntity,
    UnitKerjaEntity,
    HariLiburEntity,
    KopSuratEntity,
    PenandatanganEntity,
    PolaNomorEntity,
    NomorEntity,
    PenghitungEntity,
    PakEntity,
    PakBulanEntity,
    ...sapkEntities,
  ],
  migrations: [
    CreatePeople1764000004002,
    EnsureAcuanCetak1764000700001,
    CreatePak1764000800001,
    CreateSapk1764000800002,
  ],
  settings: siasnSettings,
  setup: (context) => {
    const deps = sapkDeps(context);
    return {
      caseTypes: [sinkronisasiCase(deps)],
      workers: sapkWorkers({
        jadwalkan: () => jadwalkanSapk(deps),
        tarik: (caseId, signal) => tarikSapk(deps, caseId, signal),
        antreUlang: (caseId) => antreUlang(deps, caseId),
        tutup: (caseId) => tutupSinkronisasi(deps, caseId),
        simpanPak: (pakId, signal) => simpanPakSiasn(deps, pakId, signal),
        hapusPak: (input, signal) => hapusPakSiasn(deps, input, signal),
      }),
      access: kepegawaianAccess,
      people: peopleDirectory,
      holidays: (tx) => new KepegawaianRepository(tx.manager).hariLibur(),
      referenceTables: [holidayTable, ...acuanCetakTables],
      seed: async (tx) => {
        await seedHolidays(tx.manager);
        await deps.store(tx).setInstansi(deps.sambungan?.instansi ?? new Map());
      },
      demo: (tx) => seedDemo(tx.manager),
    };
  },
});
