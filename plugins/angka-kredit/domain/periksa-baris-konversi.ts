import {
  type BarisDiperiksa,
  type BarisTertulis,
  JUDUL_KOLOM,
  type KolomKonversi,
  type MasalahBaris,
  type PegawaiDinilai,
} from "./baris-konversi.js";
import { bulanDari, bulanKe, namaBulan, tahunDari, tulisBulan } from "./bulan.js";
import { bacaBulanTertulis } from "./bulan-tertulis.js";
import { JENJANG, type Jenjang, namaJenjang } from "./jenjang.js";
import { bacaJenjangTertulis } from "./jenjang-tertulis.js";
import { namaPredikat, PREDIKAT, type Predikat } from "./predikat.js";
import { bacaPredikatTertulis } from "./predikat-tertulis.js";

/** What a NIP says, or which block of it is wrong. */
export type BacaanNip =
  | { readonly ok: true; readonly nip: string; readonly tmtCpns: string | null }
  | { readonly ok: false; readonly pesan: { readonly id: string; readonly en: string } };

/** What rows are checked against. */
export interface DuniaPeriksa {
  /** ISO date in western Indonesian time. */
  readonly hariIni: string;
  /** Where the one who enters the grades is in office: an instansi, or one unit of it. */
  readonly wilayah: { readonly instansiId: string; readonly unitId: string | null };
  /** Nobody grades oneself. */
  readonly pembuatPegawaiId: string | null;
  readonly bacaNip: (text: string) => BacaanNip;
  readonly pegawai: ReadonlyMap<string, PegawaiDinilai>;
  /** Who holds a month of a person already, as people name it; undefined when the month is free. */
  readonly pemegang: (nip: string, bulan: string) => string | undefined;
}

/** PermenPANRB 1/2023: before, credit came from activities. Source: domain note 2.2. */
export const TAHUN_PERTAMA = 2023;
const TAHUN_TERAKHIR = 2100;

/**
 * Checks the rows of one upload in turn: each by itself, against the people's data and the months that are taken, and
 * against the rows before it. Every fault of a row is named, not only the first. Source: domain note 2.3.2, 2.3.5, 3.10.
 */
export class PemeriksaBaris {
  /** Row that grades a month of a person, by NIP and month. */
  readonly #rows = new Map<string, { readonly baris: number; readonly predikat: Predikat }>();

  constructor(private readonly dunia: DuniaPeriksa) {}

  periksa(tertulis: BarisTertulis): BarisDiperiksa {
    const { baris, isi } = tertulis;
    const row = new Baris(tertulis, this.dunia);
    const periode = row.baca();
    if (periode !== null) this.#requireFree(row, periode, baris);
    return { baris, isi, masalah: row.masalah, periode: row.masalah.length === 0 ? periode : null };
  }

  #requireFree(row: Baris, periode: NonNullable<BarisDiperiksa["periode"]>, baris: number): void {
    const { nip, tahun, bulanMulai, bulanSelesai, predikat } = periode;
    const months = Array.from({ length: bulanSelesai - bulanMulai + 1 }, (_, at) => bulanKe(tahun, bulanMulai + at));
    const double = months.find((bulan) => this.#rows.has(`${nip}:${bulan}`));
    const first = double === undefined ? undefined : this.#rows.get(`${nip}:${double}`);
    if (double !== undefined && first !== undefined) row.salahKarena("bulanMulai", ...ganda(double, first));
    else this.#requireUntaken(row, nip, months);
    for (const bulan of months) {
      const key = `${nip}:${bulan}`;
      if (!this.#rows.has(key)) this.#rows.set(key, { baris, predikat });
    }
  }

  #requireUntaken(row: Baris, nip: string, months: readonly number[]): void {
    for (const bulan of months) {
      const holder = this.dunia.pemegang(nip, tulisBulan(bulan));
      if (holder === undefined) continue;
      row.salahKarena(
        "bulanMulai",
        `bulan yang belum dinilai; ${sebut(bulan)} sudah termuat dalam ${holder}`,
        `months not yet assessed; ${tulisBulan(bulan)} is in ${holder}`,
      );
      return;
    }
  }
}

const sebut = (bulan: number): string => `${namaBulan(bulanDari(bulan))} ${tahunDari(bulan)}`;

const ganda = (
  bulan: number,
  { baris, predikat }: { readonly baris: number; readonly predikat: Predikat },
): readonly [string, string] => [
  `satu predikat untuk satu bulan; ${sebut(bulan)} sudah dinilai ${namaPredikat(predikat)} di baris ${baris}`,
  `one grade for a month; ${tulisBulan(bulan)} is graded in row ${baris} already`,
];

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}]/gu, "");

/** The sentence on a fault names the value itself. */
const tanpaNilai = (pesan: string): string => pesan.replace(/, (?:tetapi tertulis|but it is|but got) ".*"$/u, "");

/** One row under check; collects its faults. */
class Baris {
  readonly masalah: MasalahBaris[];
  readonly #isi: BarisTertulis["isi"];
  /** Columns whose cell could not be read: one fault is enough. */
  readonly #broken: ReadonlySet<KolomKonversi | null>;

  constructor(
    { isi, masalah }: BarisTertulis,
    private readonly dunia: DuniaPeriksa,
  ) {
    this.#isi = isi;
    this.masalah = [...masalah];
    this.#broken = new Set(masalah.map(({ kolom }) => kolom));
  }

  salahKarena(kolom: KolomKonversi, id: string, en: string): void {
    if (this.#broken.has(kolom)) return;
    this.masalah.push({ judul: JUDUL_KOLOM[kolom], kolom, nilai: this.#isi[kolom], harap: { id, en } });
  }

  /** The period of the row; null when it cannot be told. */
  baca(): BarisDiperiksa["periode"] {
    const nip = this.#nip();
    const pegawai = nip === undefined ? undefined : this.#pegawai(nip.nip);
    const masa = this.#masa(nip?.tmtCpns ?? null);
    const predikat = this.#predikat();
    if (pegawai === undefined || masa === undefined) return null;
    const jenjang = this.#jenjang(pegawai, masa);
    if (predikat === undefined || jenjang === undefined) return null;
    return { ...masa, jenjang, predikat, pegawaiId: pegawai.id, nip: pegawai.nip };
  }

  #nip(): { readonly nip: string; readonly tmtCpns: string | null } | undefined {
    const text = this.#isi.nip;
    const read = this.dunia.bacaNip(text);
    if (read.ok) return read;
    const [id, en] = [tanpaNilai(read.pesan.id), tanpaNilai(read.pesan.en)];
    this.salahKarena("nip", `NIP yang benar (${id})`, `a valid NIP (${en})`);
    return undefined;
  }

  #pegawai(nip: string): PegawaiDinilai | undefined {
    const { pegawai: known, wilayah, pembuatPegawaiId } = this.dunia;
    const pegawai = known.get(nip);
    if (pegawai === undefined) {
      this.salahKarena("nip", "NIP pegawai yang tercatat dalam data kepegawaian", "the NIP of a known employee");
      return undefined;
    }
    if (!pegawai.aktif) this.salahKarena("nip", "NIP pegawai aktif", "the NIP of an active employee");
    if (pegawai.instansiId !== wilayah.instansiId)
      this.salahKarena("nip", "pegawai instansi Anda", "an employee of your agency");
    else if (wilayah.unitId !== null && pegawai.unitKerjaId !== wilayah.unitId)
      this.salahKarena("nip", "pegawai unit kerja Anda", "an employee of your unit");
    if (pegawai.id === pembuatPegawaiId)
      this.salahKarena("nip", "pegawai lain; predikat sendiri tidak boleh diisi sendiri", "someone else than yourself");
    this.#requireSameName(pegawai.nama);
    return pegawai;
  }

  /** A wrong NIP that happens to be someone else's shows by the name beside it. */
  #requireSameName(nama: string): void {
    const typed = letters(this.#isi.nama);
    const known = letters(nama);
    if (typed === "" || known.includes(typed) || typed.includes(known)) return;
    this.salahKarena("nama", `nama pemilik NIP, yaitu ${nama}`, `the name of the NIP's owner, ${nama}`);
  }

  #masa(
    tmtCpns: string | null,
  ): { readonly tahun: number; readonly bulanMulai: number; readonly bulanSelesai: number } | undefined {
    const tahun = this.#tahun();
    const bulanMulai = this.#bulan("bulanMulai");
    const bulanSelesai = this.#bulan("bulanSelesai");
    if (tahun === undefined || bulanMulai === undefined || bulanSelesai === undefined) return undefined;
    if (bulanSelesai < bulanMulai) {
      const from = namaBulan(bulanMulai);
      this.salahKarena("bulanSelesai", `bulan ${from} atau sesudahnya`, `month ${bulanMulai} or later`);
      return undefined;
    }
    const last = tulisBulan(bulanKe(tahun, bulanSelesai));
    if (last >= this.dunia.hariIni.slice(0, 7))
      this.salahKarena("bulanSelesai", "bulan yang sudah berakhir", "a month that has ended");
    const first = tulisBulan(bulanKe(tahun, bulanMulai));
    if (tmtCpns !== null && first < tmtCpns)
      this.salahKarena("bulanMulai", `bulan sejak TMT CPNS (${tmtCpns})`, `a month since appointment (${tmtCpns})`);
    return { tahun, bulanMulai, bulanSelesai };
  }

  #tahun(): number | undefined {
    const tahun = Number(this.#isi.tahun);
    if (!/^\d{4}$/.test(this.#isi.tahun) || tahun > TAHUN_TERAKHIR) {
      this.salahKarena("tahun", "tahun seperti 2025", "a year such as 2025");
      return undefined;
    }
    if (tahun >= TAHUN_PERTAMA) return tahun;
    this.salahKarena(
      "tahun",
      "tahun 2023 atau sesudahnya; masa sebelumnya dinilai dengan DUPAK, bukan konversi predikat",
      "the year 2023 or later; earlier periods are assessed by activities",
    );
    return undefined;
  }

  #bulan(kolom: "bulanMulai" | "bulanSelesai"): number | undefined {
    const bulan = bacaBulanTertulis(this.#isi[kolom]);
    if (bulan === undefined) this.salahKarena(kolom, "bulan 1 sampai 12 atau namanya", "a month, 1 to 12 or its name");
    return bulan;
  }

  #predikat(): Predikat | undefined {
    const predikat = bacaPredikatTertulis(this.#isi.predikat);
    const names = PREDIKAT.map(namaPredikat).join(", ");
    if (predikat === undefined) this.salahKarena("predikat", `salah satu dari ${names}`, `one of ${names}`);
    return predikat;
  }

  /** Months since the present position have its level; for those before (another level, CPNS time) the row says it. */
  #jenjang(
    { jenjang: present, tmtJabatan }: PegawaiDinilai,
    {
      tahun,
      bulanMulai,
      bulanSelesai,
    }: Pick<NonNullable<BarisDiperiksa["periode"]>, "tahun" | "bulanMulai" | "bulanSelesai">,
  ): Jenjang | undefined {
    const now = JENJANG.find((each) => each === present);
    const typed = this.#isi.jenjang === "" ? undefined : bacaJenjangTertulis(this.#isi.jenjang);
    if (this.#isi.jenjang !== "" && typed === undefined) {
      const names = JENJANG.map(namaJenjang).join(", ");
      this.salahKarena("jenjang", `salah satu dari ${names}`, `one of ${names}`);
      return undefined;
    }
    if (now === undefined && typed === undefined) {
      this.salahKarena("jenjang", "jenjang; data pegawai ini tidak memuat jenjang", "a level; the employee has none");
      return undefined;
    }
    const since = tmtJabatan.slice(0, 7);
    const startsBefore = tulisBulan(bulanKe(tahun, bulanMulai)) < since;
    if (typed === undefined && startsBefore) {
      this.salahKarena(
        "jenjang",
        `jenjang pada masa itu, karena jabatan sekarang baru dipegang sejak ${since}`,
        `the level held then: the present position began in ${since}`,
      );
      return undefined;
    }
    const endsAfter = tulisBulan(bulanKe(tahun, bulanSelesai)) >= since;
    if (typed !== undefined && now !== undefined && typed !== now && endsAfter) {
      const name = namaJenjang(now);
      this.salahKarena(
        "jenjang",
        `${name} sejak ${since} menurut data pegawai; pisahkan baris bila jenjang berubah di tengah tahun`,
        `${name} since ${since} by the employee's data; split the row where the level changes`,
      );
      return undefined;
    }
    return typed ?? now;
  }
}
