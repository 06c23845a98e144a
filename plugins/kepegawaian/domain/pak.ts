/** Kinds of decision on credit. `HAPAK` is a result below what a promotion needs. Source: domain note 1.5.6, 2.3.7, 2.4. */
export const JENIS_PAK = ["KONVENSIONAL", "HAPAK", "INTEGRASI", "KONVERSI"] as const;
export type JenisPak = (typeof JENIS_PAK)[number];

/** Where a decision was recorded first: issued here, or pulled from SIASN. */
export type SumberPak = "ALUR" | "SIASN";

/** A decision on credit that has been issued. Never changed; a wrong one is cancelled and another issued. */
export interface PakBaru {
  readonly nip: string;
  readonly jenis: JenisPak;
  readonly nomor: string;
  /** ISO date of the decision. */
  readonly tanggal: string;
  /** `YYYY-MM`, first and last month of the period assessed. */
  readonly masaMulai: string;
  readonly masaSelesai: string;
  /** Angka kredit as text with a dot and three decimals: `"20.833"`. */
  readonly akUtama: string;
  readonly akPenunjang: string;
  readonly akTotal: string;
  /** First credit of the person in this position. */
  readonly pertama?: boolean;
  /** Printed document; null where it was printed elsewhere. */
  readonly documentId: string | null;
  readonly sumber: SumberPak;
}

/** A recorded decision. */
export interface Pak extends PakBaru {
  readonly id: string;
  readonly pertama: boolean;
  /** Id in SIASN, once it is known there. */
  readonly siasnId: string | null;
  /** Kinds of documents that SIASN has received for it. */
  readonly terunggah: readonly string[];
  /** ISO date and reason of the cancellation; null while in force. */
  readonly batal: { readonly pada: string; readonly alasan: string } | null;
}

/** A wrong input of a record: the field and what is expected, in both languages. */
export interface Kekeliruan {
  readonly bidang: string;
  readonly id: string;
  readonly en: string;
}

/** The integration stands beside the periods that it sums up; every other decision needs months of its own. */
export const kelompokMasa = (jenis: JenisPak): "INTEGRASI" | "PERIODE" =>
  jenis === "INTEGRASI" ? "INTEGRASI" : "PERIODE";

const LONGEST_YEARS = 60;

/** Every month from the first to the last, as `YYYY-MM`; empty when they stand the wrong way round. */
export const bulanDalam = (mulai: string, selesai: string): readonly string[] => {
  const months: string[] = [];
  for (let at = nomorBulan(mulai); at <= nomorBulan(selesai) && months.length < LONGEST_YEARS * 12; at++) {
    months.push(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`);
  }
  return months;
};

const nomorBulan = (bulan: string): number => Number(bulan.slice(0, 4)) * 12 + Number(bulan.slice(5, 7)) - 1;

/** What is wrong with a decision to be recorded; `tanggalAda` says whether an ISO date exists. Source: domain note 3.1 (limit of 2000). */
export const periksaPak = (pak: PakBaru, tanggalAda: (iso: string) => boolean): readonly Kekeliruan[] => [
  ...(pak.nomor.trim() === "" || pak.nomor.length > 120
    ? [salah("nomor", pak.nomor, "1 sampai 120 huruf", "1 to 120 characters")]
    : []),
  ...(/^\d{4}-\d{2}-\d{2}$/.test(pak.tanggal) && tanggalAda(pak.tanggal)
    ? []
    : [salah("tanggal", pak.tanggal, "tanggal seperti 2026-01-31", "a date such as 2026-01-31")]),
  ...periksaMasa(pak),
  ...periksaKredit(pak),
];

const periksaMasa = ({ masaMulai, masaSelesai }: PakBaru): readonly Kekeliruan[] => {
  const wrong = Object.entries({ masaMulai, masaSelesai }).filter(
    ([, bulan]) => !/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/.test(bulan),
  );
  if (wrong.length > 0) {
    return wrong.map(([bidang, bulan]) => salah(bidang, bulan, "bulan seperti 2026-01", "a month such as 2026-01"));
  }
  return masaSelesai < masaMulai
    ? [salah("masaSelesai", masaSelesai, `bulan sejak ${masaMulai}`, `a month from ${masaMulai} on`)]
    : [];
};

const MOST_THOUSANDTHS = 2_000_000;
const ribuan = (text: string): number => (/^\d{1,4}\.\d{3}$/.test(text) ? Number(text.replace(".", "")) : Number.NaN);

const periksaKredit = ({ akUtama, akPenunjang, akTotal }: PakBaru): readonly Kekeliruan[] => {
  const wrong = Object.entries({ akUtama, akPenunjang, akTotal }).filter(
    ([, text]) => !(ribuan(text) <= MOST_THOUSANDTHS),
  );
  if (wrong.length > 0) {
    return wrong.map(([bidang, text]) =>
      salah(
        bidang,
        text,
        "angka kredit seperti 20.833, paling besar 2000.000",
        "credit such as 20.833, up to 2000.000",
      ),
    );
  }
  return ribuan(akUtama) + ribuan(akPenunjang) === ribuan(akTotal)
    ? []
    : [salah("akTotal", akTotal, `jumlah ${akUtama} dan ${akPenunjang}`, `the sum of ${akUtama} and ${akPenunjang}`)];
};

const salah = (bidang: string, nilai: string, id: string, en: string): Kekeliruan => ({
  bidang,
  id: `${bidang} harus ${id}, tetapi tertulis "${nilai}"`,
  en: `${bidang} must be ${en}, but is "${nilai}"`,
});
