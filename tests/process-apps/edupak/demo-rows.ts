import type { KegiatanInput } from "./journey.js";

/** Last PAK of the JFK of the demo: 149,000, of which 146,500 utama. */
export const DEMO_PAK = {
  nomor: "PAK/0021/JFK/01/2021",
  tanggal: "2021-01-20",
  masaSelesai: "2020-12",
  akSEKOLAH: 100,
  akDIKLAT: 5,
  akTUGAS_POKOK: 33.5,
  akPENGEMBANGAN_PROFESI: 8,
  akPENUNJANG: 2.5,
};

interface DemoMonth {
  readonly bulan: string;
  /** February is copied from January, without the training. */
  readonly rows: readonly KegiatanInput[];
  readonly jumlah: string;
}

/** By hand: January 0,200 + 0,500 + 1,000; February 0,200 + 0,500; March 0,156 + 0,070; together 2,626. */
export const DEMO_MONTHS: readonly DemoMonth[] = [
  {
    bulan: "2021-01",
    rows: [
      { kode: "212101001", tanggalMulai: "2021-01-04", tanggalSelesai: "2021-01-08", volume: "4" },
      { kode: "212101006", tanggalMulai: "2021-01-11", tanggalSelesai: "2021-01-15", volume: "5" },
      { kode: "211002006", tanggalMulai: "2021-01-18", tanggalSelesai: "2021-01-29", volume: "1", jam: "80" },
    ],
    jumlah: "1.700",
  },
  { bulan: "2021-02", rows: [], jumlah: "0.700" },
  {
    bulan: "2021-03",
    rows: [
      { kode: "212109006", tanggalMulai: "2021-03-02", tanggalSelesai: "2021-03-08", volume: "52" },
      { kode: "212111011", tanggalMulai: "2021-03-16", tanggalSelesai: "2021-03-24", volume: "7" },
    ],
    jumlah: "0.226",
  },
];

/** 0,500 to 0,400 in January and in February: 2,626 becomes 2,426. */
export const REDUCED = { "212101006": { nilai: "0.400", alasanNilai: "Satu jabatan tanpa laporan peninjauan" } };

/** Lines of the PDFs, worked out by hand: 149,000 + 2,426 = 151,426, above the 150,000 of III/b. */
export const DEMO_LINES = {
  dupak: `149,000 2,626 151,626`,
  "surat-usul": `Daftar usul penetapan angka kredit (DUPAK)
2,626`,
  "surat-pernyataan": `SURAT PERNYATAAN`,
  resume: `149,000 2,426 151,426 150,000`,
  "angka-kredit/pak-konvensional": `Pendidikan sekolah 100,000 0,000 100,000
Pendidikan dan pelatihan 5,000 1,000 6,000
Tugas pokok 33,500 1,426 34,926
Pengembangan profesi 8,000 0,000 8,000
149,000 2,426 151,426`,
} as const;
