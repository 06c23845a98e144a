import type { JenisKelamin } from "./nip.js";

/** An employee as the other plugins need one. Dates are ISO dates. */
export interface Pegawai {
  readonly id: string;
  readonly nip: string;
  readonly gelarDepan: string | null;
  readonly nama: string;
  readonly gelarBelakang: string | null;
  readonly tempatLahir: string;
  readonly tanggalLahir: string;
  readonly jenisKelamin: JenisKelamin;
  readonly noKarpeg: string;
  /** Highest degree, e.g. `S2 Administrasi Publik`. */
  readonly pendidikan: string;
  /** Degree whose credit has been counted: `S1`, `S2`, `S3`, or null. */
  readonly pendidikanDiperhitungkan: string | null;
  readonly golongan: string;
  readonly tmtGolongan: string;
  /** Position without level, e.g. `Widyaiswara`. */
  readonly jabatan: string;
  /** `AHLI_MUDA` etc.; null for positions without levels. */
  readonly jenjang: string | null;
  readonly tmtJabatan: string;
  readonly instansiId: string;
  readonly unitKerjaId: string;
  readonly surel: string | null;
  readonly aktif: boolean;
}

export interface Instansi {
  readonly id: string;
  readonly nama: string;
  readonly kota: string;
  /** False: its secretariat only forwards and the central team scores. Source: domain note 1.3.5. */
  readonly punyaTpi: boolean;
}

export interface UnitKerja {
  readonly id: string;
  readonly instansiId: string;
  readonly nama: string;
}
