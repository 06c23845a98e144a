import type { Instansi, Pegawai, UnitKerja } from "../../../kepegawaian/plugin.js";
import { namaLengkap } from "../../../kepegawaian/plugin.js";
import { adalahGolongan, type Golongan, pangkat } from "../../domain/golongan.js";
import { type Jenjang, namaJenjang } from "../../domain/jenjang.js";

/** Eight items of "Keterangan perorangan" as on one day. Source: domain note 3.8, 3.10. */
export interface Perorangan {
  readonly nama: string;
  readonly nip: string;
  readonly karpeg: string;
  readonly tempatLahir: string;
  readonly tanggalLahir: string;
  readonly jenisKelamin: "L" | "P";
  readonly pangkat: string;
  readonly golongan: Golongan;
  readonly tmtGolongan: string;
  /** With the level. */
  readonly jabatan: string;
  /** Without it. */
  readonly namaJabatan: string;
  readonly tmtJabatan: string;
  readonly unitKerja: string;
  readonly instansi: string;
}

/** The person as now, in a level. @throws {RangeError} when the personnel data hold no golongan of a PNS. */
export const peroranganDari = (
  pegawai: Pegawai,
  jenjang: Jenjang,
  unit: UnitKerja | undefined,
  instansi: Instansi | undefined,
): Perorangan => {
  const { golongan } = pegawai;
  if (!adalahGolongan(golongan))
    throw new RangeError(`Expected a golongan such as III/a of NIP ${pegawai.nip}, but it is '${golongan}'`);
  return {
    nama: namaLengkap(pegawai),
    nip: pegawai.nip,
    karpeg: pegawai.noKarpeg,
    tempatLahir: pegawai.tempatLahir,
    tanggalLahir: pegawai.tanggalLahir,
    jenisKelamin: pegawai.jenisKelamin,
    pangkat: pangkat(golongan),
    golongan,
    tmtGolongan: pegawai.tmtGolongan,
    jabatan: `${pegawai.jabatan} ${namaJenjang(jenjang)}`,
    namaJabatan: pegawai.jabatan,
    tmtJabatan: pegawai.tmtJabatan,
    unitKerja: unit?.nama ?? "",
    instansi: instansi?.nama ?? "",
  };
};
