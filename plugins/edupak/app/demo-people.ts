import {
  acak,
  type Instansi,
  nipTerlarang,
  type Pegawai,
  pegawaiSintetis,
  type Profil,
  type UnitKerja,
} from "../../kepegawaian/plugin.js";
import { JABATAN } from "./edupak-deps.js";

const TIRTA: Instansi = { id: "instansi-tirta-mulya", nama: "Kota Tirta Mulya", kota: "Tirta Mulya", punyaTpi: false };
const KARANG: Instansi = {
  id: "instansi-karang-indah",
  nama: "Kota Karang Indah",
  kota: "Karang Indah",
  punyaTpi: false,
};
const BKN: Instansi = { id: "instansi-bkn", nama: "Badan Kepegawaian Negara", kota: "Jakarta", punyaTpi: true };
/** Bodies of the demo. Source: domain note 7.1. */
export const DEMO_INSTANSI: readonly Instansi[] = [TIRTA, KARANG, BKN];

const unit = (id: string, instansi: Instansi, nama: string): UnitKerja => ({ id, instansiId: instansi.id, nama });
const BKPSDM = unit("unit-bkpsdm-tm", TIRTA, "BKPSDM Kota Tirta Mulya");
const BKPSDM_KARANG = unit("unit-bkpsdm-ki", KARANG, "BKPSDM Kota Karang Indah");
const PUSBIN = unit("unit-pusbin-bkn", BKN, "Pusat Pembinaan Jabatan Fungsional Kepegawaian");
export const DEMO_UNITS: readonly UnitKerja[] = [BKPSDM, BKPSDM_KARANG, PUSBIN];

const person = (
  id: string,
  instansi: Instansi,
  where: UnitKerja,
  golongan: string,
  jabatan: string,
  jenjang: string | null,
  pendidikan: Profil["pendidikan"] = "S1",
): Profil => ({ id, instansi, unit: where, golongan, jabatan, jenjang, pendidikan });

const HEAD = "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia";

const PROFILES: readonly Profil[] = [
  person("pegawai-jfk1", TIRTA, BKPSDM, "III/a", JABATAN, "AHLI_PERTAMA"),
  person("pegawai-jfk2", TIRTA, BKPSDM, "III/a", JABATAN, "AHLI_PERTAMA"),
  person("pegawai-jfk3", TIRTA, BKPSDM, "III/c", JABATAN, "AHLI_MUDA", "S2"),
  person("pegawai-jfk4", KARANG, BKPSDM_KARANG, "III/b", JABATAN, "AHLI_PERTAMA"),
  person("pegawai-jfk5", TIRTA, BKPSDM, "III/a", JABATAN, "AHLI_PERTAMA"),
  person("pegawai-atasan-jfk", TIRTA, BKPSDM, "IV/a", "Kepala Bidang Mutasi dan Promosi", null, "S2"),
  person("pegawai-atasan-jfk2", TIRTA, BKPSDM, "IV/a", "Kepala Bidang Pengembangan Kompetensi", null, "S2"),
  person("pegawai-pejabat-jfk", TIRTA, BKPSDM, "IV/c", `${HEAD} Kota Tirta Mulya`, null, "S3"),
  person("pegawai-atasan-karang", KARANG, BKPSDM_KARANG, "IV/a", "Kepala Bidang Mutasi", null, "S2"),
  person("pegawai-pejabat-karang", KARANG, BKPSDM_KARANG, "IV/b", `${HEAD} Kota Karang Indah`, null, "S2"),
  person("pegawai-admin-tirta", TIRTA, BKPSDM, "III/c", "Kepala Subbagian Umum dan Kepegawaian", null),
  person("pegawai-admin-karang", KARANG, BKPSDM_KARANG, "III/c", "Kepala Subbagian Umum dan Kepegawaian", null),
  person("pegawai-pusbin-jfk", BKN, PUSBIN, "III/d", "Analis SDM Aparatur", "AHLI_MUDA", "S2"),
  person("pegawai-sekretariat-jfk", BKN, PUSBIN, "III/d", "Analis SDM Aparatur", "AHLI_MUDA", "S2"),
  person(
    "pegawai-penetap-jfk",
    BKN,
    PUSBIN,
    "IV/d",
    "Kepala Pusat Pembinaan Jabatan Fungsional Kepegawaian",
    null,
    "S3",
  ),
  ...["IV/c", "IV/b", "IV/a", "IV/a", "IV/a", "III/d", "III/b"].map((golongan, index) =>
    person(`pegawai-penilai-jfk${index + 1}`, BKN, PUSBIN, golongan, JABATAN, "AHLI_MADYA", "S2"),
  ),
];

/** Ranks are those of this year, before the period that the demo assesses. */
const TAHUN_ACUAN = 2020;

/** People of the demo, the same at every start. Source: domain note 7.7. */
export const demoPegawai = (): readonly Pegawai[] => {
  const next = acak(20_210_331);
  const used = new Set<string>();
  return PROFILES.map((profil) => {
    const pegawai = pegawaiSintetis(profil, next, TAHUN_ACUAN, (nip) => used.has(nip) || nipTerlarang(nip));
    used.add(pegawai.nip);
    return pegawai;
  });
};
