import { acak, type Pegawai, pegawaiSintetis } from "../../plugins/kepegawaian/plugin.js";

/** Row of `pns/data-utama` as the service sends it: dates dd-mm-yyyy, names of its own. */
export type SiasnRow = Readonly<Record<string, unknown>>;

const dmy = (iso: string): string => iso.split("-").toReversed().join("-");
const LEVELS: Readonly<Record<string, string>> = {
  AHLI_PERTAMA: "Ahli Pertama",
  AHLI_MUDA: "Ahli Muda",
  AHLI_MADYA: "Ahli Madya",
  AHLI_UTAMA: "Ahli Utama",
};

/** A person as SIASN would tell of them; `more` overrides single fields, also by wrong values. */
export const siasnRow = (
  pegawai: Pegawai,
  unitNama: string,
  instansiSiasnId: string,
  more: SiasnRow = {},
): SiasnRow => ({
  id: `PNS-${pegawai.nip}`,
  nipBaru: pegawai.nip,
  nipLama: "",
  gelarDepan: pegawai.gelarDepan,
  nama: pegawai.nama,
  gelarBelakang: pegawai.gelarBelakang ?? "",
  tempatLahir: pegawai.tempatLahir,
  tglLahir: dmy(pegawai.tanggalLahir),
  noSeriKarpeg: pegawai.noKarpeg,
  pendidikanTerakhirNama: pegawai.pendidikan,
  golRuangAkhir: pegawai.golongan,
  tmtGolAkhir: dmy(pegawai.tmtGolongan),
  jabatanNama: pegawai.jenjang === null ? pegawai.jabatan : `${pegawai.jabatan} ${LEVELS[pegawai.jenjang]}`,
  tmtJabatan: dmy(pegawai.tmtJabatan),
  instansiKerjaId: instansiSiasnId,
  instansiKerjaNama: "Provinsi Nusa Kencana",
  unorNama: unitNama,
  kedudukanPnsNama: pegawai.aktif ? "Aktif" : "Pensiun",
  statusPegawai: "PNS",
  ...more,
});

const GRADES = ["III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b"];
const KENCANA = { id: "instansi-nusa-kencana", kota: "Tirta Mulya" };
/** Number of people that one birth date and CPNS month can hold without using a number twice. */
const PER_STEM = 90;

/** The `index`-th made-up person of a large agency; the same index gives the same person. */
export const generatedPerson = (index: number): Pegawai => {
  const stem = Math.floor(index / PER_STEM);
  const drawn = pegawaiSintetis(
    {
      id: `pegawai-sapk-${index}`,
      instansi: KENCANA,
      unit: { id: "unit-bkd-nk" },
      golongan: GRADES[index % GRADES.length] ?? "III/a",
      jabatan: index % 10 === 0 ? "Analis SDM Aparatur" : "Pengadministrasi Umum",
      jenjang: index % 10 === 0 ? "AHLI_MUDA" : null,
      pendidikan: "S1",
    },
    acak(index),
    2020,
    () => false,
  );
  // A birth date for each stem keeps 50,000 numbers apart; nobody of the demo set began in May.
  const day = new Date(Date.UTC(1970, 0, 1 + stem)).toISOString().slice(0, 10);
  const nip = `${day.replaceAll("-", "")}199505${(index % 2) + 1}${String(901 + (index % PER_STEM)).padStart(3, "0")}`;
  return { ...drawn, nip, tanggalLahir: day, jenisKelamin: index % 2 === 0 ? "L" : "P" };
};
