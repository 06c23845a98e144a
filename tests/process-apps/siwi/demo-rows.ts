import type { RowInput } from "./journey.js";

/** A row of the demo with the credit worked out by hand: proposed, by TPI, by TPP. */
export interface DemoRow extends RowInput {
  readonly usul: string;
  readonly tpi?: { readonly nilai: string; readonly keterangan: string };
  readonly tpp?: { readonly nilai: string; readonly keterangan: string };
}

const row = (
  kode: string,
  volume: string,
  usul: string,
  uraian: string,
  tanggalMulai: string,
  more: Partial<DemoRow> = {},
): DemoRow => ({
  kode,
  volume,
  usul,
  uraian,
  tanggalMulai,
  tempat: "Tirta Mulya",
  ...more,
});

/**
 * Eighteen activities of an Ahli Muda, January to June 2021. By hand: P 0,500; T 20,280; E 6,200; PP 4,000; PN 2,750; together
 * 33,730. TPI takes 0,600 and 0,500 off, TPP another 1,000: 31,630.
 */
export const DEMO_ROWS: readonly DemoRow[] = [
  row("3", "2", "0.500", "Diklat teknis fasilitator daring, 24 JP dan 30 JP", "2021-01-11", {
    tanggalSelesai: "2021-01-22",
  }),
  row("4", "6", "3.600", "Bahan ajar etika publik dan akuntabilitas", "2021-02-01", {
    tpi: { nilai: "3.000", keterangan: "Satu bahan ajar tidak dilampiri daftar hadir mengajar." },
  }),
  row("5", "6", "3.600", "Bahan tayang etika publik dan akuntabilitas", "2021-02-08"),
  row("7", "4", "2.400", "RBPMD dan RP pelatihan dasar", "2021-02-15"),
  row("8", "4", "0.800", "Soal pre test dan post test pelatihan dasar", "2021-02-22"),
  row("12", "45", "1.800", "Tatap muka pelatihan dasar angkatan I", "2021-03-01", { tanggalSelesai: "2021-03-12" }),
  row("12", "32.5", "1.300", "Tatap muka pelatihan dasar angkatan II", "2021-03-15", { tanggalSelesai: "2021-03-26" }),
  row("15", "24", "0.480", "Tatap muka pelatihan aparatur desa", "2021-04-05", { tanggalSelesai: "2021-04-09" }),
  row("16", "30", "0.900", "Pembimbingan rancangan aktualisasi", "2021-04-12", { tanggalSelesai: "2021-04-30" }),
  row("18", "7", "2.500", "Pendampingan tujuh kertas kerja, lima dihitung", "2021-05-03", {
    tanggalSelesai: "2021-05-12",
  }),
  row("19", "6", "0.900", "Pemeriksaan pre test dan post test", "2021-05-17"),
  row("22", "1", "2.000", "Coaching pelatihan kepemimpinan pengawas", "2021-05-24", { tanggalSelesai: "2021-06-04" }),
  row("23", "3", "1.200", "Evaluasi penyelenggaraan tiga pelatihan", "2021-06-07"),
  row("27", "1", "5.000", "Modul pelayanan publik digital", "2021-06-14"),
  row("31", "1", "3.000", "Artikel jurnal, penulis utama dari dua penulis", "2021-04-19", {
    penulis: "UTAMA_2",
    tpi: { nilai: "2.500", keterangan: "Bukti pembagian peran penulis kurang lengkap." },
    tpp: { nilai: "1.500", keterangan: "Terbitan tidak memiliki dewan penyunting; dinilai sebagai majalah ilmiah." },
  }),
  row("38", "1", "1.000", "Makalah pada pertemuan ilmiah instansi", "2021-06-21"),
  row("43", "2", "2.000", "Peserta dua seminar nasional", "2021-05-19"),
  row("45", "1", "0.750", "Anggota organisasi profesi widyaiswara", "2021-01-04", { tanggalSelesai: "2021-06-30" }),
];

/** Lines of the PDFs, worked out by hand. */
export const DEMO_LINES = {
  hpak: `Pendidikan 150,000 0,500 150,500
Pelaksanaan Dikjartih PNS 60,500 19,680 80,180
Evaluasi dan Pengembangan Diklat 18,250 6,200 24,450
Pengembangan Profesi 12,000 2,500 14,500
Penunjang Tugas Widyaiswara 9,250 2,750 12,000
240,750 28,880 269,630
250,000 31,630 281,630
300,000
18,370`,
  tabulasi: `33,730 32,630 31,630 -2,100
20,280 19,680 19,680 -0,600
4,000 3,500 2,500 -1,500`,
  penjelasan: `3,600 3,000 -0,600 TPI
3,000 1,500 -1,500 TPI
6,600 4,500 -2,100`,
} as const;
