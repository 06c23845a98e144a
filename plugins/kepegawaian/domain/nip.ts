declare const nip: unique symbol;

/** Employee number of 18 digits without spaces. */
export type Nip = string & { readonly [nip]: true };
export type JenisKelamin = "L" | "P";
export type JenisPegawai = "PNS" | "PPPK";

/** Block of the number that is wrong. */
export type KodeNip = "NIP_PANJANG" | "NIP_TANGGAL_LAHIR" | "NIP_BULAN_CPNS" | "NIP_JENIS_KELAMIN" | "NIP_URUT";

export type NipTerbaca =
  | {
      readonly ok: true;
      readonly nip: Nip;
      /** ISO date. */
      readonly tanggalLahir: string;
      /** `YYYY-MM` for a PNS; the appointment year and a code for a PPPK. */
      readonly tmtCpns: string | null;
      readonly tahun: number | null;
      readonly kode: string | null;
      readonly jenisKelamin: JenisKelamin;
      readonly urut: number;
      /** Odd, but known from legacy data: not refused. */
      readonly peringatan: readonly string[];
    }
  | { readonly ok: false; readonly kode: KodeNip; readonly pesan: { readonly id: string; readonly en: string } };

const salah = (kode: KodeNip, id: string, en: string): NipTerbaca => ({ ok: false, kode, pesan: { id, en } });

/**
 * Reads and checks an employee number, spaces allowed: birth date (8), TMT CPNS (6), sex (1), sequence (3). There is no
 * check digit; the answer names the first block that is wrong. A PPPK has a year and a two-digit code as second block.
 * Source: Perka BKN 22/2007; domain note 1.8.1.
 *
 * @param hariIni ISO date; nothing may lie after it.
 */
export const bacaNip = (text: string, hariIni: string, jenis: JenisPegawai = "PNS"): NipTerbaca => {
  const digits = text.replaceAll(/\s/g, "");
  if (!/^\d{18}$/.test(digits)) {
    return salah(
      "NIP_PANJANG",
      `NIP harus 18 angka, tetapi tertulis "${text}"`,
      `A NIP has 18 digits, but this is "${text}"`,
    );
  }
  const lahir = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  if (!tanggalNyata(lahir) || lahir > hariIni) {
    const block = digits.slice(0, 8);
    return salah(
      "NIP_TANGGAL_LAHIR",
      `8 angka pertama NIP bukan tanggal lahir: ${block}`,
      `Digits 1-8 are no birth date: ${block}`,
    );
  }
  const second = digits.slice(8, 14);
  const month = Number(second.slice(4));
  if (
    jenis === "PNS" &&
    (month < 1 || month > 12 || `${second.slice(0, 4)}-${second.slice(4)}` > hariIni.slice(0, 7))
  ) {
    return salah(
      "NIP_BULAN_CPNS",
      `Angka 9-14 NIP bukan tahun dan bulan CPNS: ${second}`,
      `Digits 9-14 are no year and month: ${second}`,
    );
  }
  if (jenis === "PPPK" && second.slice(0, 4) > hariIni.slice(0, 4)) {
    return salah(
      "NIP_BULAN_CPNS",
      `Angka 9-12 NIP PPPK bukan tahun pengangkatan yang sudah lewat: ${second.slice(0, 4)}`,
      `Digits 9-12 are no year that has passed: ${second.slice(0, 4)}`,
    );
  }
  const sex = digits[14];
  if (sex !== "1" && sex !== "2") {
    return salah(
      "NIP_JENIS_KELAMIN",
      `Angka ke-15 NIP harus 1 atau 2, tetapi ${sex}`,
      `Digit 15 must be 1 or 2, but is ${sex}`,
    );
  }
  const urut = Number(digits.slice(15));
  if (urut < 1) return salah("NIP_URUT", "Nomor urut NIP harus 001 atau lebih", "The sequence of a NIP starts at 001");
  const pns = jenis === "PNS";
  return {
    ok: true,
    nip: digits as Nip,
    tanggalLahir: lahir,
    tmtCpns: pns ? `${second.slice(0, 4)}-${second.slice(4)}` : null,
    tahun: pns ? null : Number(second.slice(0, 4)),
    kode: pns ? null : second.slice(4),
    jenisKelamin: sex === "1" ? "L" : "P",
    urut,
    peringatan: peringatan(lahir, second, pns),
  };
};

/** 8-6-1-3 with spaces, as on paper. */
export const tulisNip = (value: string): string =>
  `${value.slice(0, 8)} ${value.slice(8, 14)} ${value.slice(14, 15)} ${value.slice(15)}`;

/** Age at appointment in months; a PPPK's number has the year only. */
const peringatan = (lahir: string, second: string, pns: boolean): string[] => {
  const years = Number(second.slice(0, 4)) - Number(lahir.slice(0, 4));
  const months = years * 12 + (pns ? Number(second.slice(4)) - Number(lahir.slice(5, 7)) : 0);
  if (months < 16 * 12) return ["USIA_CPNS_DI_BAWAH_16"];
  return months > 60 * 12 ? ["USIA_CPNS_DI_ATAS_60"] : [];
};

/** Whether an ISO date exists in the calendar. */
export const tanggalNyata = (iso: string): boolean => {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};
