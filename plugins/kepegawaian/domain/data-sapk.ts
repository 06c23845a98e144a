import type { Pegawai } from "./pegawai.js";

/** An employee as SAPK/SIASN has them, checked at the border. Dates are ISO dates. Source: domain note 4.1 (data-utama). */
export interface DataSapk {
  /** Id of the person in SIASN; write-backs name it. */
  readonly pnsId: string;
  readonly nip: string;
  readonly gelarDepan: string | null;
  readonly nama: string;
  readonly gelarBelakang: string | null;
  readonly tempatLahir: string;
  readonly tanggalLahir: string;
  readonly noKarpeg: string;
  readonly pendidikan: string;
  readonly golongan: string;
  readonly tmtGolongan: string;
  /** Position without level. */
  readonly jabatan: string;
  readonly jenjang: string | null;
  readonly tmtJabatan: string;
  /** Id and name in SIASN of the instansi where they work. */
  readonly instansiSiasnId: string;
  readonly instansiNama: string;
  readonly unitNama: string;
  readonly aktif: boolean;
}

/** Fields whose value SAPK decides; `unitKerja` is compared by name. */
export interface BidangSapk {
  readonly gelarDepan: string | null;
  readonly nama: string;
  readonly gelarBelakang: string | null;
  readonly tempatLahir: string;
  readonly tanggalLahir: string;
  readonly noKarpeg: string;
  readonly pendidikan: string;
  readonly golongan: string;
  readonly tmtGolongan: string;
  readonly jabatan: string;
  readonly jenjang: string | null;
  readonly tmtJabatan: string;
  readonly unitKerja: string;
  readonly aktif: boolean;
}

export const bidangSumber = (data: DataSapk): BidangSapk => {
  const { pnsId: _pns, nip: _nip, instansiSiasnId: _id, instansiNama: _instansi, unitNama, ...rest } = data;
  return { ...rest, unitKerja: unitNama };
};

export const bidangLokal = (pegawai: Pegawai, unitKerja: string): BidangSapk => ({
  gelarDepan: pegawai.gelarDepan,
  nama: pegawai.nama,
  gelarBelakang: pegawai.gelarBelakang,
  tempatLahir: pegawai.tempatLahir,
  tanggalLahir: pegawai.tanggalLahir,
  noKarpeg: pegawai.noKarpeg,
  pendidikan: pegawai.pendidikan,
  golongan: pegawai.golongan,
  tmtGolongan: pegawai.tmtGolongan,
  jabatan: pegawai.jabatan,
  jenjang: pegawai.jenjang,
  tmtJabatan: pegawai.tmtJabatan,
  unitKerja,
  aktif: pegawai.aktif,
});

/** Who verifies a correction proposed in SAPK. The exact split is a decree's; the domain note asks for a table. Source: 1.7.1. */
export type Wewenang = "INSTANSI" | "BKN";

interface Keterangan {
  readonly id: string;
  readonly en: string;
  readonly wewenang: Wewenang;
}

const bidang = (wewenang: Wewenang, id: string, en: string): Keterangan => ({ wewenang, id, en });

/** Name of each field, and who verifies its correction: jabatan and unit kerja the instansi, pendidikan and golongan BKN. */
export const KETERANGAN_BIDANG: Readonly<Record<keyof BidangSapk, Keterangan>> = {
  gelarDepan: bidang("BKN", "Gelar depan", "Title before the name"),
  nama: bidang("BKN", "Nama", "Name"),
  gelarBelakang: bidang("BKN", "Gelar belakang", "Title after the name"),
  tempatLahir: bidang("BKN", "Tempat lahir", "Place of birth"),
  tanggalLahir: bidang("BKN", "Tanggal lahir", "Date of birth"),
  noKarpeg: bidang("BKN", "Nomor seri Karpeg", "Card number"),
  pendidikan: bidang("BKN", "Pendidikan terakhir", "Highest degree"),
  golongan: bidang("BKN", "Golongan ruang", "Grade"),
  tmtGolongan: bidang("BKN", "TMT golongan", "Grade held since"),
  jabatan: bidang("INSTANSI", "Jabatan", "Position"),
  jenjang: bidang("INSTANSI", "Jenjang", "Level"),
  tmtJabatan: bidang("INSTANSI", "TMT jabatan", "Position held since"),
  unitKerja: bidang("INSTANSI", "Unit kerja", "Unit"),
  aktif: bidang("INSTANSI", "Status aktif", "Active"),
};

export const BIDANG_SAPK = Object.keys(KETERANGAN_BIDANG) as readonly (keyof BidangSapk)[];

const TEMPAT: Readonly<Record<Wewenang, { readonly id: string; readonly en: string }>> = {
  INSTANSI: {
    id: "perbaiki di SAPK, menu Peremajaan Data; diverifikasi unit kepegawaian instansi",
    en: "correct it in SAPK, Peremajaan Data; the agency's personnel unit verifies",
  },
  BKN: {
    id: "perbaiki di SAPK, menu Peremajaan Data; diverifikasi BKN",
    en: "correct it in SAPK, Peremajaan Data; BKN verifies",
  },
};

/** Where a wrong value is put right: never here. Source: domain note 1.5.4, 1.7.1. */
export const saranPerbaikan = (field: keyof BidangSapk): { readonly id: string; readonly en: string } =>
  TEMPAT[KETERANGAN_BIDANG[field].wewenang];
