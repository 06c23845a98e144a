/**
 * Lines of the papers that the demo prints, by person. Worked out by hand:
 *
 * - perawat1, Ahli Pertama III/a: 12,500 + 12,500 + 18,750 + 6/12 × 150% × 12,5 = 9,375 → 53,125;
 *   50 for III/b leaves 3,125, 100 for Ahli Muda lacks 46,875.
 * - perawat2, Ahli Pertama III/b with AK dasar 50: 18,750 + 18,750 + 12,500 = 50,000 → 100,000, exactly what Ahli Muda needs.
 * - perawat3, Ahli Muda: 5/12 × 25 = 10,417 and 7/12 × 150% × 25 = 21,875 → 32,292.
 */
export const PAPERS: Readonly<Record<"konversi" | "akumulasi" | "pak", Readonly<Record<string, string>>>> = {
  konversi: {
    perawat1: `KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT
Periode: 1 Januari s/d 30 Juni 2026
Sangat Baik 150% 12,500 9,375`,
  },
  akumulasi: {
    perawat1: `AKUMULASI ANGKA KREDIT
Periode: 1 Januari 2023 s/d 30 Juni 2026
2023 Januari – Desember Baik 100% 12,500 12,500
2024 Januari – Desember Baik 100% 12,500 12,500
2025 Januari – Desember Sangat Baik 150% 12,500 18,750
2026 Januari – Juni Sangat Baik 150% 12,500 9,375
JUMLAH ANGKA KREDIT YANG DIPEROLEH 53,125`,
    perawat3: `AKUMULASI ANGKA KREDIT
2025 Januari – Mei Baik 100% 25,000 10,417
2025 Juni – Desember Sangat Baik 150% 25,000 21,875
JUMLAH ANGKA KREDIT YANG DIPEROLEH 32,292`,
  },
  pak: {
    perawat1: `PENETAPAN ANGKA KREDIT
Masa Penilaian: 1 Januari 2023 s/d 30 Juni 2026
Angka Kredit Konversi - 53,125 53,125
JUMLAH ANGKA KREDIT KUMULATIF - 53,125 53,125
Kelebihan angka kredit untuk kenaikan pangkat 3,125 -
Kekurangan angka kredit untuk kenaikan jenjang jabatan - 46,875
DAPAT DIPERTIMBANGKAN UNTUK KENAIKAN PANGKAT SETINGKAT LEBIH TINGGI MENJADI
PANGKAT/GOLONGAN RUANG PENATA MUDA TINGKAT I, III/b`,
    perawat2: `PENETAPAN ANGKA KREDIT
Masa Penilaian: 1 Januari 2023 s/d 31 Desember 2025
Angka Kredit Dasar yang diberikan 50,000 - 50,000
Angka Kredit Konversi - 50,000 50,000
JUMLAH ANGKA KREDIT KUMULATIF 50,000 50,000 100,000
Kelebihan angka kredit untuk kenaikan jenjang jabatan - 0,000
DAPAT DIPERTIMBANGKAN UNTUK KENAIKAN PANGKAT/JENJANG JABATAN
LEBIH TINGGI MENJADI PERAWAT AHLI MUDA PANGKAT/GOLONGAN RUANG PENATA, III/c`,
  },
};
