import type { Golongan, Jenjang, Pendidikan } from "../../angka-kredit/plugin.js";

/** The person assessed as the personnel data said when the DUPAK was sent; what is printed stays as it was. Source: domain note 3.2, 1.5.4. */
export interface Perorangan {
  readonly pegawaiId: string;
  readonly nama: string;
  readonly nip: string;
  readonly karpeg: string | null;
  readonly tempatLahir: string;
  readonly tanggalLahir: string;
  readonly jenisKelamin: "L" | "P";
  readonly pendidikan: string;
  readonly pendidikanDiperhitungkan: Pendidikan | null;
  readonly golongan: Golongan;
  readonly tmtGolongan: string;
  readonly jabatan: string;
  readonly jenjang: Jenjang;
  readonly tmtJabatan: string;
  readonly unitKerja: string;
  readonly instansiId: string;
  readonly instansi: string;
  readonly kota: string;
}
