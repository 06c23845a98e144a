import type { DemoAccounts } from "../../../../src/plugin-api/index.js";
import {
  acak,
  type Instansi,
  namaLengkap,
  nipTerlarang,
  type Pegawai,
  pegawaiSintetis,
  type Profil,
  type UnitKerja,
} from "../../../kepegawaian/plugin.js";
import { PENETAP, PENGELOLA, PENILAI } from "./konversi-deps.js";

const LESTARI: Instansi = {
  id: "instansi-bukit-lestari",
  nama: "Kabupaten Bukit Lestari",
  kota: "Bukit Lestari",
  punyaTpi: false,
};
const DINKES: UnitKerja = {
  id: "unit-dinkes-bl",
  instansiId: LESTARI.id,
  nama: "Dinas Kesehatan Kabupaten Bukit Lestari",
};
const BKPSDM: UnitKerja = { id: "unit-bkpsdm-bl", instansiId: LESTARI.id, nama: "BKPSDM Kabupaten Bukit Lestari" };

const person = (
  id: string,
  golongan: string,
  jabatan: string,
  jenjang: string | null,
  unit: UnitKerja = DINKES,
): Profil => ({
  id,
  instansi: LESTARI,
  unit,
  golongan,
  jabatan,
  jenjang,
  pendidikan: jenjang === null ? "S2" : "S1",
});

const PROFILES: readonly Profil[] = [
  person("pegawai-kadinkes-bl", "IV/c", "Kepala Dinas Kesehatan", null),
  person("pegawai-kepala-bkpsdm-bl", "IV/c", "Kepala Badan Kepegawaian dan Pengembangan SDM", null, BKPSDM),
  person("pegawai-admin-bl", "III/c", "Kepala Subbagian Umum dan Kepegawaian", null, BKPSDM),
  person("pegawai-perawat1", "III/a", "Perawat", "AHLI_PERTAMA"),
  person("pegawai-perawat2", "III/b", "Perawat", "AHLI_PERTAMA"),
  person("pegawai-perawat3", "III/c", "Perawat", "AHLI_MUDA"),
  person("pegawai-perawat4", "II/c", "Perawat", "TERAMPIL"),
];

const USERS = [
  {
    username: "penilai-kinerja",
    personId: "pegawai-kadinkes-bl",
    roles: [{ role: PENILAI, scopeType: "unit", scopeId: DINKES.id }],
  },
  {
    username: "penetap-konversi",
    personId: "pegawai-kepala-bkpsdm-bl",
    roles: [{ role: PENETAP, scopeType: "instansi", scopeId: LESTARI.id }],
  },
  {
    username: "admin-bukit-lestari",
    personId: "pegawai-admin-bl",
    roles: [{ role: PENGELOLA, scopeType: "instansi", scopeId: LESTARI.id }],
  },
  { username: "perawat1", personId: "pegawai-perawat1", roles: [] },
] as const;

/** Where the demo keeps its people. */
export interface DemoPegawai {
  saveInstansi(instansi: Instansi): Promise<void>;
  saveUnitKerja(unit: UnitKerja): Promise<void>;
  savePegawai(pegawai: Pegawai): Promise<void>;
}

const TAHUN_ACUAN = 2022; // before the regime, so that all of its periods can be graded
const AWAL_ACAK = 20_230_101;

/** The people of the demo, always the same ones. All are made up. */
export const demoPegawaiKonversi = (): readonly Pegawai[] => {
  const next = acak(AWAL_ACAK);
  const used = new Set<string>();
  return PROFILES.map((profil) => {
    const pegawai = pegawaiSintetis(profil, next, TAHUN_ACUAN, (nip) => used.has(nip) || nipTerlarang(nip));
    used.add(pegawai.nip);
    return pegawai;
  });
};

/** A health office with functional officials, their superior, and the one who determines uploads. */
export const seedDemoKonversi = async (people: DemoPegawai, accounts: DemoAccounts): Promise<void> => {
  await people.saveInstansi(LESTARI);
  for (const unit of [DINKES, BKPSDM]) await people.saveUnitKerja(unit);
  const found = new Map(demoPegawaiKonversi().map((pegawai) => [pegawai.id, pegawai]));
  for (const pegawai of found.values()) await people.savePegawai(pegawai);
  for (const { username, personId, roles } of USERS) {
    const pegawai = found.get(personId);
    if (pegawai === undefined) throw new Error(`Expected demo person '${personId}', but it is absent`);
    await accounts.account({ username, displayName: namaLengkap(pegawai), personId, roles });
  }
};
