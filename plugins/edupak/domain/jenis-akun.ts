/** A kind of account that the app makes: its role, where it holds, the suffix of its user name of old, and who makes it. */
export interface JenisAkun {
  readonly jenis: string;
  readonly nama: string;
  readonly role: string;
  /** Held in the instansi of the person, or everywhere. */
  readonly diInstansi: boolean;
  /** NIP plus this is another name to sign in with; null = none. Source: domain note 1.5.5. */
  readonly akhiran: string | null;
  readonly dibuatOleh: "super-admin-jfk" | "admin-instansi";
}

/** Source: domain note 1.1, 1.5.1 steps 1 and 3, 1.5.5. */
export const JENIS_AKUN: readonly JenisAkun[] = [
  {
    jenis: "ADMIN_INSTANSI",
    nama: "Admin Instansi",
    role: "admin-instansi",
    diInstansi: true,
    akhiran: "admin",
    dibuatOleh: "super-admin-jfk",
  },
  {
    jenis: "SEKRETARIAT",
    nama: "Sekretariat Tim Penilai",
    role: "sekretariat-jfk",
    diInstansi: false,
    akhiran: "sekre",
    dibuatOleh: "super-admin-jfk",
  },
  {
    jenis: "PENILAI",
    nama: "Anggota Tim Penilai",
    role: "penilai-jfk",
    diInstansi: false,
    akhiran: null,
    dibuatOleh: "super-admin-jfk",
  },
  {
    jenis: "JFK",
    nama: "Pejabat Fungsional Kepegawaian",
    role: "jfk",
    diInstansi: false,
    akhiran: "jft",
    dibuatOleh: "admin-instansi",
  },
  {
    jenis: "ATASAN",
    nama: "Atasan Langsung",
    role: "atasan-jfk",
    diInstansi: true,
    akhiran: null,
    dibuatOleh: "admin-instansi",
  },
  {
    jenis: "PEJABAT",
    nama: "Pejabat yang Berwenang",
    role: "pejabat-pengusul",
    diInstansi: true,
    akhiran: null,
    dibuatOleh: "admin-instansi",
  },
];
