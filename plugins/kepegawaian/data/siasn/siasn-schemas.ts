import { z } from "zod";
import { KUADRAN_KINERJA, type NilaiKinerja, type RiwayatKredit } from "../../app/sumber-asn.js";
import type { DataSapk } from "../../domain/data-sapk.js";
import { pisahJenjang } from "../../domain/jabatan-berjenjang.js";
import { tanggalNyata } from "../../domain/nip.js";
import type { JenisPak } from "../../domain/pak.js";

/** Absent, null and empty are the same to the service. */
const kosong = (value: unknown): boolean => value === null || value === undefined || value === "";
const opsional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (kosong(value) ? undefined : value), schema.optional());

const teks = (most: number) =>
  z
    .string("teks")
    .trim()
    .min(1, "teks yang tidak kosong")
    .max(most, `paling banyak ${most} huruf`)
    .regex(/^[^\p{Cc}]*$/u, "teks tanpa karakter kendali");

/** `dd-mm-yyyy` → ISO date. Source: domain note 3.1, 4.1. */
const tanggal = z
  .string("tanggal dd-mm-yyyy")
  .trim()
  .regex(/^\d{2}-\d{2}-\d{4}$/u, "tanggal dd-mm-yyyy")
  .transform((text) => text.split("-").toReversed().join("-"))
  .refine(tanggalNyata, "tanggal yang ada dalam kalender");

/** PNS I/a to IV/e, PPPK I to XVII. Source: domain note 2.1, 7.4. */
const golongan = z
  .string("golongan seperti III/c")
  .trim()
  .regex(/^(?:I{1,3}\/[a-d]|IV\/[a-e]|I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,2})$/u, "golongan seperti III/c");

/** The parts of `pns/data-utama` that are kept; about a hundred other fields pass unread. */
export const DataUtama = z
  .object({
    id: teks(64),
    nipBaru: z.string("18 angka").regex(/^\d{18}$/u, "18 angka"),
    gelarDepan: opsional(teks(32)),
    nama: teks(120),
    gelarBelakang: opsional(teks(64)),
    tempatLahir: teks(64),
    tglLahir: tanggal,
    noSeriKarpeg: opsional(teks(16)),
    pendidikanTerakhirNama: opsional(teks(200)),
    golRuangAkhir: golongan,
    tmtGolAkhir: opsional(tanggal),
    jabatanNama: opsional(teks(200)),
    tmtJabatan: opsional(tanggal),
    instansiKerjaId: teks(64),
    instansiKerjaNama: opsional(teks(120)),
    unorNama: teks(120),
    kedudukanPnsNama: opsional(teks(80)),
  })
  .transform((row) => ({ ...row, ...pisahJenjang(row.jabatanNama ?? "") }));
export type DataUtama = z.infer<typeof DataUtama>;

/** Newest of a list by its date of effect. */
export const terbaru = <T extends { readonly tmt?: string | undefined }>(rows: readonly T[]): T | undefined =>
  rows.reduce<T | undefined>(
    (newest, row) => (newest === undefined || (row.tmt ?? "") >= (newest.tmt ?? "") ? row : newest),
    undefined,
  );

const list = <T extends z.ZodType>(row: T) => z.preprocess((value) => (kosong(value) ? [] : value), z.array(row));

export const RwJabatan = list(
  z
    .object({ id: teks(64), namaJabatan: opsional(teks(200)), tmtJabatan: opsional(tanggal) })
    .transform(({ tmtJabatan, ...row }) => ({ ...row, tmt: tmtJabatan })),
);
export const RwGolongan = list(
  z
    .object({ golongan: opsional(golongan), tmtGolongan: opsional(tanggal) })
    .transform(({ tmtGolongan, ...row }) => ({ ...row, tmt: tmtGolongan })),
);
export const RwPendidikan = list(
  z
    .object({ pendidikanNama: opsional(teks(200)), tglLulus: opsional(tanggal) })
    .transform(({ tglLulus, ...row }) => ({ ...row, tmt: tglLulus })),
);

const bulan = z.coerce
  .number("bulan 1 sampai 12")
  .int("bulan 1 sampai 12")
  .min(1, "bulan 1 sampai 12")
  .max(12, "bulan 1 sampai 12");
const tahun = z.coerce.number("tahun").int("tahun").min(1950, "tahun sejak 1950").max(2199, "tahun sampai 2199");
const benar = z.preprocess((value) => value === true || value === 1 || value === "1" || value === "true", z.boolean());

/** Text or number with at most three decimals → text with exactly three. Never through a binary float. */
const kredit = z.preprocess(
  (value) => (kosong(value) ? "0" : typeof value === "number" ? String(value) : value),
  z
    .string("angka kredit")
    .trim()
    .regex(/^\d{1,4}(?:\.\d{1,3})?$/u, "angka kredit dengan paling banyak tiga desimal, seperti 20.833")
    .transform((text) => {
      const [whole = "0", part = ""] = text.split(".");
      return `${Number(whole)}.${part.padEnd(3, "0")}`;
    }),
);

const jenisOf = (row: { readonly isIntegrasi: boolean; readonly isKonversi: boolean }): JenisPak =>
  row.isIntegrasi ? "INTEGRASI" : row.isKonversi ? "KONVERSI" : "KONVENSIONAL";

/** `pns/rw-angkakredit`; the misspelt keys are the service's. Source: domain note 4.1. */
export const RwAngkaKredit = list(
  z
    .object({
      id: teks(64),
      nomorSk: teks(120),
      tanggalSk: tanggal,
      bulanMulaiPenailan: bulan,
      tahunMulaiPenailan: tahun,
      bulanSelesaiPenailan: bulan,
      tahunSelesaiPenailan: tahun,
      kreditUtamaBaru: kredit,
      kreditPenunjangBaru: kredit,
      kreditBaruTotal: kredit,
      isAngkaKreditPertama: benar,
      isIntegrasi: benar,
      isKonversi: benar,
    })
    .transform((row): RiwayatKredit => ({
      siasnId: row.id,
      nomor: row.nomorSk,
      tanggal: row.tanggalSk,
      jenis: jenisOf(row),
      pertama: row.isAngkaKreditPertama,
      masaMulai: `${row.tahunMulaiPenailan}-${String(row.bulanMulaiPenailan).padStart(2, "0")}`,
      masaSelesai: `${row.tahunSelesaiPenailan}-${String(row.bulanSelesaiPenailan).padStart(2, "0")}`,
      akUtama: row.kreditUtamaBaru,
      akPenunjang: row.kreditPenunjangBaru,
      akTotal: row.kreditBaruTotal,
    })),
);

const KUADRAN = "kuadran kinerja 1 (Sangat Baik) sampai 5 (Sangat Kurang)";
const kuadran = z
  .union([z.string(KUADRAN), z.number(KUADRAN)], KUADRAN)
  .transform((value) => String(value).trim())
  .pipe(z.string().regex(/^[1-5]$/u, KUADRAN))
  .transform((digit) => KUADRAN_KINERJA[Number(digit) - 1] as (typeof KUADRAN_KINERJA)[number]);

/** `pns/rw-kinerjaperiodik`: grades of months or quarters. Source: domain note 4.1. */
export const RwKinerjaPeriodik = list(
  z
    .object({ bulanMulaiPenilaian: bulan, bulanSelesaiPenilaian: bulan, tahun, kuadranKinerjaNilai: kuadran })
    .transform((row): NilaiKinerja => ({
      tahun: row.tahun,
      bulanMulai: row.bulanMulaiPenilaian,
      bulanSelesai: row.bulanSelesaiPenilaian,
      kuadran: row.kuadranKinerjaNilai,
      jenis: "PERIODIK",
    })),
);

/** `pns/rw-skp22`: grades of whole years. The service writes its key with a capital here. Source: domain note 4.1. */
export const RwSkp22 = list(
  z
    .preprocess(
      (row) =>
        typeof row === "object" && row !== null && "KuadranKinerjaNilai" in row
          ? { kuadranKinerjaNilai: row.KuadranKinerjaNilai, ...row }
          : row,
      z.object({ tahun, kuadranKinerjaNilai: kuadran }),
    )
    .transform((row): NilaiKinerja => ({
      tahun: row.tahun,
      bulanMulai: 1,
      bulanSelesai: 12,
      kuadran: row.kuadranKinerjaNilai,
      jenis: "TAHUNAN",
    })),
);

/**
 * The id in the answer of `angkakredit/save`: `{ success, message, mapData: { rwAngkaKreditId } }`. Null when it is not told; then
 * the record is found by its number. Source: public clients of the service (domain note 10, SIASN-CLIENTS); BKN publishes no schema.
 */
export const KreditTersimpan = z
  .object({ mapData: opsional(z.object({ rwAngkaKreditId: opsional(z.coerce.string("teks").pipe(teks(64))) })) })
  .transform(({ mapData }) => mapData?.rwAngkaKreditId ?? null);

/** What was filled from the other lists where data-utama has a gap. */
export interface Pelengkap {
  readonly golongan?: string | undefined;
  readonly tmtGolongan?: string | undefined;
  readonly jabatanNama?: string | undefined;
  readonly tmtJabatan?: string | undefined;
  readonly pendidikan?: string | undefined;
}

/** The person as the rest of the plugin knows one. @returns the name of the first field that no list fills. */
export const keDataSapk = (row: DataUtama, more: Pelengkap): DataSapk | { readonly kurang: string } => {
  const jabatanNama = row.jabatanNama ?? more.jabatanNama;
  const needed = {
    tmtGolAkhir: row.tmtGolAkhir ?? more.tmtGolongan,
    jabatanNama,
    tmtJabatan: row.tmtJabatan ?? more.tmtJabatan,
    pendidikanTerakhirNama: row.pendidikanTerakhirNama ?? more.pendidikan,
  };
  const { tmtGolAkhir, tmtJabatan, pendidikanTerakhirNama } = needed;
  if (
    tmtGolAkhir === undefined ||
    jabatanNama === undefined ||
    tmtJabatan === undefined ||
    pendidikanTerakhirNama === undefined
  ) {
    return { kurang: Object.entries(needed).find(([, value]) => value === undefined)?.[0] ?? "" };
  }
  return {
    pnsId: row.id,
    nip: row.nipBaru,
    gelarDepan: row.gelarDepan ?? null,
    nama: row.nama,
    gelarBelakang: row.gelarBelakang ?? null,
    tempatLahir: row.tempatLahir,
    tanggalLahir: row.tglLahir,
    noKarpeg: row.noSeriKarpeg ?? "",
    pendidikan: pendidikanTerakhirNama,
    golongan: row.golRuangAkhir,
    tmtGolongan: tmtGolAkhir,
    ...pisahJenjang(jabatanNama),
    tmtJabatan,
    instansiSiasnId: row.instansiKerjaId,
    instansiNama: row.instansiKerjaNama ?? row.instansiKerjaId,
    unitNama: row.unorNama,
    aktif: row.kedudukanPnsNama === undefined || /^aktif/iu.test(row.kedudukanPnsNama),
  };
};
