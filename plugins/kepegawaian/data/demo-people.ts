import type { Instansi, Pegawai, UnitKerja } from "../domain/pegawai.js";
import { acak, pegawaiSintetis, type Profil } from "../domain/sintetis.js";
import { nipTerlarang } from "./nip-deny-list.js";

const NUSA = { id: "instansi-nusa-kencana", nama: "Provinsi Nusa Kencana", kota: "Tirta Mulya", punyaTpi: true };
const MUARA = { id: "instansi-muara-sakti", nama: "Kabupaten Muara Sakti", kota: "Muara Sakti", punyaTpi: false };
const LAN = { id: "instansi-lan", nama: "Lembaga Administrasi Negara", kota: "Jakarta", punyaTpi: true };
/** Bodies of the small demo set; one has no assessment team. Source: domain note 7.1, 7.8. */
export const DEMO_INSTANSI: readonly Instansi[] = [NUSA, MUARA, LAN];

const unit = (id: string, instansi: Instansi, nama: string): UnitKerja => ({ id, instansiId: instansi.id, nama });
const BPSDM = unit("unit-bpsdm-nk", NUSA, "BPSDM Provinsi Nusa Kencana");
const BKD = unit("unit-bkd-nk", NUSA, "Badan Kepegawaian Daerah");
const DINKES = unit("unit-dinkes-nk", NUSA, "Dinas Kesehatan");
const BKPSDM = unit("unit-bkpsdm-ms", MUARA, "BKPSDM Kabupaten Muara Sakti");
const DISDIK = unit("unit-disdik-ms", MUARA, "Dinas Pendidikan dan Kebudayaan");
const PUSBIN = unit("unit-pusbin-lan", LAN, "Pusat Pembinaan Jabatan Fungsional Bidang Pengembangan Kompetensi");
export const DEMO_UNITS: readonly UnitKerja[] = [BPSDM, BKD, DINKES, BKPSDM, DISDIK, PUSBIN];

const person = (
  id: string,
  instansi: Instansi,
  where: UnitKerja,
  golongan: string,
  jabatan: string,
  jenjang: string | null,
  pendidikan: Profil["pendidikan"] = "S2",
): Profil => ({ id, instansi, unit: where, golongan, jabatan, jenjang, pendidikan });

const WI = "Widyaiswara";
const ANALIS = "Analis SDM Aparatur";

/** People whom demo accounts stand for; their ids are used by the plugins' demo data. */
const NAMED: readonly Profil[] = [
  person("pegawai-wi1", NUSA, BPSDM, "III/c", WI, "AHLI_MUDA"),
  person("pegawai-wi2", NUSA, BPSDM, "III/d", WI, "AHLI_MUDA"),
  person("pegawai-wi3", MUARA, BKPSDM, "III/b", WI, "AHLI_PERTAMA", "S1"),
  person("pegawai-wi4", NUSA, BPSDM, "IV/c", WI, "AHLI_MADYA"),
  person("pegawai-wi5", NUSA, BPSDM, "III/b", WI, "AHLI_PERTAMA", "S1"),
  person("pegawai-tpi1", NUSA, BPSDM, "IV/b", WI, "AHLI_MADYA"),
  person("pegawai-tpi2", NUSA, BKD, "IV/a", ANALIS, "AHLI_MADYA"),
  person("pegawai-tpi3", NUSA, BKD, "III/b", ANALIS, "AHLI_PERTAMA"),
  person("pegawai-sekretariat-tpi", NUSA, BKD, "III/d", "Kepala Subbagian Umum dan Kepegawaian", null),
  person("pegawai-pic-muara-sakti", MUARA, BKPSDM, "III/c", "Kepala Subbagian Umum dan Kepegawaian", null),
  person("pegawai-admin-instansi", NUSA, BKD, "III/c", ANALIS, "AHLI_MUDA"),
  person("pegawai-sekretariat-tpp", LAN, PUSBIN, "III/d", ANALIS, "AHLI_MUDA"),
  person("pegawai-tpp1", LAN, PUSBIN, "IV/d", WI, "AHLI_UTAMA", "S3"),
  person("pegawai-tpp2", LAN, PUSBIN, "IV/c", WI, "AHLI_MADYA", "S3"),
  person("pegawai-tpp3", LAN, PUSBIN, "IV/c", WI, "AHLI_MADYA"),
  person("pegawai-admin-pusat", LAN, PUSBIN, "III/d", ANALIS, "AHLI_MUDA"),
];

const FILL = 44;
/** Ranks are those of this year, before the period that the demo assesses. */
const TAHUN_ACUAN = 2020;
const GRADES = ["III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b"];
const PLACES = [
  [NUSA, BPSDM],
  [NUSA, BKD],
  [NUSA, DINKES],
  [MUARA, BKPSDM],
  [MUARA, DISDIK],
  [LAN, PUSBIN],
] as const;

/** About sixty people, the same at every start. Source: domain note 7.7, 7.8. */
export const demoPeople = (): readonly Pegawai[] => {
  const next = acak(20_260_101);
  const others = Array.from({ length: FILL }, (_, index): Profil => {
    const [instansi, where] = PLACES[index % PLACES.length] ?? [NUSA, BPSDM];
    const golongan = GRADES[Math.floor(next() * GRADES.length)] ?? "III/a";
    return person(
      `pegawai-${String(index + 1).padStart(3, "0")}`,
      instansi,
      where,
      golongan,
      "Pengadministrasi Umum",
      null,
      "S1",
    );
  });
  const used = new Set<string>();
  return [...NAMED, ...others].map((profil) => {
    const pegawai = pegawaiSintetis(profil, next, TAHUN_ACUAN, (nip) => used.has(nip) || nipTerlarang(nip));
    used.add(pegawai.nip);
    return pegawai;
  });
};
