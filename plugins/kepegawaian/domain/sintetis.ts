import type { Instansi, Pegawai, UnitKerja } from "./pegawai.js";

/** What a synthetic person must be; the rest is drawn. */
export interface Profil {
  readonly id: string;
  readonly instansi: Pick<Instansi, "id" | "kota">;
  readonly unit: Pick<UnitKerja, "id">;
  readonly golongan: string;
  readonly jabatan: string;
  readonly jenjang: string | null;
  readonly pendidikan: "S1" | "S2" | "S3";
}

/** Random numbers with a fixed start value: the same value gives the same people. */
export const acak = (start: number): (() => number) => {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const STEPS = ["III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e"];
const YEARS_PER_STEP = 4;
const MONTHS = ["01", "03", "04", "12"];
const MEN = ["Arga", "Bimo", "Cakra", "Danu", "Elang", "Galih", "Harsa", "Jaya", "Krisna", "Lingga", "Panji", "Satria"];
const WOMEN = [
  "Ayu",
  "Citra",
  "Dahlia",
  "Endah",
  "Intan",
  "Kartika",
  "Laras",
  "Melati",
  "Nirmala",
  "Puspa",
  "Sekar",
  "Wulan",
];
const FAMILY = [
  "Kusumajati",
  "Wanabrata",
  "Tirtaloka",
  "Samudranaya",
  "Girimukti",
  "Lembayung",
  "Purnawira",
  "Adiraksa",
  "Nusantika",
  "Wijayaloka",
  "Suryakarsa",
  "Mandrawati",
];
const FIELDS = ["Administrasi Publik", "Ilmu Pemerintahan", "Manajemen", "Pendidikan", "Hukum", "Sosiologi"];
const BACHELOR = ["S.Sos.", "S.AP.", "S.E.", "S.H.", "S.Kom."];
const MASTER = ["M.Si.", "M.AP.", "M.M."];

/**
 * Draws one person around a profile. The sequence of a NIP starts at 901, far above real ones, so that it is recognisable as
 * made up; numbers for which `terlarang` answers true are passed over. Source: domain note 7.7.
 */
export const pegawaiSintetis = (
  profil: Profil,
  next: () => number,
  tahunAcuan: number,
  terlarang: (nip: string) => boolean,
): Pegawai => {
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new Error("Expected a value to pick from, but the list is empty");
    return value;
  };
  const step = Math.max(0, STEPS.indexOf(profil.golongan));
  const tahunCpns = tahunAcuan - step * YEARS_PER_STEP - 1 - Math.floor(next() * 3);
  const tahunLahir = Math.min(2000, Math.max(1966, tahunCpns - 22 - Math.floor(next() * 8)));
  const tanggalLahir = `${tahunLahir}-${dua(1 + Math.floor(next() * 12))}-${dua(1 + Math.floor(next() * 28))}`;
  const pria = next() < 0.5;
  const nip = nomor(`${tanggalLahir.replaceAll("-", "")}${tahunCpns}${pick(MONTHS)}${pria ? 1 : 2}`, terlarang);
  const tmtGolongan = `${Math.min(tahunAcuan, tahunCpns + step * YEARS_PER_STEP + 1)}-04-01`;
  const first = pick(pria ? MEN : WOMEN);
  return {
    id: profil.id,
    nip,
    gelarDepan: profil.pendidikan === "S3" ? "Dr." : null,
    nama: `${first} ${pick(FAMILY)}`,
    gelarBelakang: profil.pendidikan === "S1" ? pick(BACHELOR) : `${pick(BACHELOR)}, ${pick(MASTER)}`,
    tempatLahir: profil.instansi.kota,
    tanggalLahir,
    jenisKelamin: pria ? "L" : "P",
    noKarpeg: `X ${String(Math.floor(next() * 1_000_000)).padStart(6, "0")}`,
    pendidikan: `${profil.pendidikan} ${pick(FIELDS)}`,
    pendidikanDiperhitungkan: profil.pendidikan,
    golongan: profil.golongan,
    tmtGolongan,
    jabatan: profil.jabatan,
    jenjang: profil.jenjang,
    tmtJabatan: tmtGolongan,
    instansiId: profil.instansi.id,
    unitKerjaId: profil.unit.id,
    surel: `${nip}@example.go.id`,
    aktif: true,
  };
};

const dua = (value: number): string => String(value).padStart(2, "0");

const nomor = (stem: string, terlarang: (nip: string) => boolean): string => {
  for (let sequence = 901; sequence <= 999; sequence++) {
    const nip = `${stem}${sequence}`;
    if (!terlarang(nip)) return nip;
  }
  throw new Error(`Expected a free synthetic number for ${stem}, but 901 to 999 are used`);
};
