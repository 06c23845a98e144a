import { type Ak, ak } from "./ak.js";
import type { AturanBaris } from "./aturan-konvensional.js";
import type { ButirKegiatan, Pendidikan } from "./butir.js";
import { type Jenjang, selisihJenjang } from "./jenjang.js";
import { setengahKeAtas } from "./setengah-ke-atas.js";
import { type Volume, volume } from "./volume.js";

/** Place of the person among the authors. */
export interface Penulis {
  readonly jumlah: number;
  readonly peran: "UTAMA" | "PEMBANTU" | "TIDAK_DITENTUKAN";
}

/** Why a row brings less than volume times credit. */
export type AlasanBaris =
  | "TANPA_SURAT_PERINTAH"
  | "JENJANG_TERLALU_JAUH"
  | "MELEBIHI_BATAS"
  | "PENULIS_TERLALU_BANYAK"
  | "IJAZAH_SUDAH_DIPERHITUNGKAN";

export interface BarisUsul {
  readonly butir: Pick<
    ButirKegiatan,
    "ak" | "jenjang" | "tunggal" | "maksimum" | "pendidikan" | "berbagiPenulis" | "kode"
  >;
  readonly volume: Volume;
  readonly suratPerintah: boolean;
  readonly penulis: Penulis | null;
}

export interface Penilai {
  readonly jenjang: Jenjang;
  /** Degree counted in the last PAK; null = none. */
  readonly pendidikanDiperhitungkan: Pendidikan | null;
}

export interface BarisTerhitung {
  /** Credit of one unit before percent; for a degree the difference. */
  readonly akSatuan: Ak;
  readonly persentase: number;
  readonly volumeDihitung: Volume;
  readonly angkaKredit: Ak;
  readonly alasan: AlasanBaris | null;
}

/**
 * Credit of the rows of one proposal: volume × credit × percent, half up to one thousandth, once per printed row.
 *
 * The only place of the conventional regime that rounds; totals are sums of these rows. Rows of an activity with a limit
 * use it up in their order. Source: domain note 2.3.8 (rounding), 2.4 (levels, authors, degrees), 2.5 (limits).
 */
export const nilaiBaris = (
  rows: readonly BarisUsul[],
  person: Penilai,
  aturan: AturanBaris,
): readonly BarisTerhitung[] => {
  const used = new Map<string, number>();
  const degree: DihitungTertinggi = { ak: akDihitung(person, aturan) };
  return rows.map((row) => {
    const level = persenJenjang(row, person.jenjang, aturan);
    const authors = persenPenulis(row, aturan);
    const unit = akPerSatuan(row, degree);
    const counted = volumeDihitung(row, used);
    const persentase = Math.round((level.persen * authors.persen) / authors.bagi) / 100;
    const alasan = level.alasan ?? authors.alasan ?? unit.alasan ?? (counted < row.volume ? "MELEBIHI_BATAS" : null);
    // thousandths × hundredths × percent × percent: one thousandth is 1,000,000 of these units.
    const units = BigInt(unit.ak) * BigInt(counted) * BigInt(level.persen * authors.persen);
    const angkaKredit = setengahKeAtas(units, 1_000_000n * BigInt(authors.bagi));
    return { akSatuan: unit.ak, persentase, volumeDihitung: counted, angkaKredit, alasan };
  });
};

/** `persen` divided by `bagi`: equal shares of three authors are 100 / 3 exactly. */
interface Persen {
  readonly persen: number;
  readonly bagi: number;
  readonly alasan: AlasanBaris | null;
}
const persen = (value: number, alasan: AlasanBaris | null = null, bagi = 1): Persen => ({
  persen: value,
  bagi,
  alasan,
});

const persenJenjang = (row: BarisUsul, own: Jenjang, aturan: AturanBaris): Persen => {
  const { jenjang, tunggal } = row.butir;
  if (jenjang === null || jenjang === own || tunggal !== null) return persen(100);
  const steps = selisihJenjang(own, jenjang);
  if (steps === undefined || Math.abs(steps) > 1) return persen(0, "JENJANG_TERLALU_JAUH");
  if (!row.suratPerintah) return persen(0, "TANPA_SURAT_PERINTAH");
  return persen(steps > 0 ? aturan.persenSatuDiAtas : aturan.persenSatuDiBawah);
};

const persenPenulis = ({ butir, penulis }: BarisUsul, aturan: AturanBaris): Persen => {
  if (!butir.berbagiPenulis || penulis === null || penulis.jumlah === 1) return persen(100);
  const shares = aturan.pembagianPenulis[String(penulis.jumlah)];
  if (shares === undefined) return persen(0, "PENULIS_TERLALU_BANYAK");
  if (penulis.peran === "TIDAK_DITENTUKAN") return persen(100, null, penulis.jumlah);
  return persen((penulis.peran === "UTAMA" ? shares[0] : shares[1]) ?? 0);
};

/** Credit of the highest degree counted so far: in the last PAK, then in the rows of this proposal. */
interface DihitungTertinggi {
  ak: number;
}

const akDihitung = ({ pendidikanDiperhitungkan }: Penilai, { akIjazah }: AturanBaris): number =>
  pendidikanDiperhitungkan === null ? 0 : (akIjazah[pendidikanDiperhitungkan] ?? 0);

const akPerSatuan = (
  { butir }: BarisUsul,
  counted: DihitungTertinggi,
): { readonly ak: Ak; readonly alasan: AlasanBaris | null } => {
  if (butir.pendidikan === null) return { ak: butir.ak, alasan: null };
  const before = counted.ak;
  if (butir.ak <= before) return { ak: ak(0), alasan: "IJAZAH_SUDAH_DIPERHITUNGKAN" };
  counted.ak = butir.ak;
  return { ak: ak(butir.ak - before), alasan: null };
};

/** A degree counts once, whatever volume was written. */
const SATU = volume(100);

const volumeDihitung = ({ butir, volume: wanted }: BarisUsul, used: Map<string, number>): Volume => {
  const maksimum = butir.pendidikan === null ? butir.maksimum : SATU;
  if (maksimum === null) return wanted;
  const before = used.get(butir.kode) ?? 0;
  const counted = Math.max(0, Math.min(wanted, maksimum - before));
  used.set(butir.kode, before + counted);
  return volume(counted);
};
