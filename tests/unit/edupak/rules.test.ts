import { describe, expect, it } from "@jest/globals";
import { ak, type AturanKonvensional, type ButirKegiatan, volume } from "../../../plugins/angka-kredit/plugin.js";
import { akhirBulan, bulanAntara, geserBulan } from "../../../plugins/edupak/domain/bulan.js";
import { hasilPenilaian } from "../../../plugins/edupak/domain/hasil.js";
import type { KegiatanTerhitung } from "../../../plugins/edupak/domain/hitung-kegiatan.js";
import type { Kegiatan } from "../../../plugins/edupak/domain/inventarisasi.js";
import { bacaKegiatan, butirTersedia } from "../../../plugins/edupak/domain/isian-kegiatan.js";
import { KOSONG, kelompokDari, type PerKelompok } from "../../../plugins/edupak/domain/kelompok-pak.js";
import { masaKerja } from "../../../plugins/edupak/domain/masa-kerja.js";
import { bacaNilai } from "../../../plugins/edupak/domain/penilaian.js";
import { tmtKenaikan } from "../../../plugins/edupak/domain/periode-kenaikan.js";
import type { Perorangan } from "../../../plugins/edupak/domain/perorangan.js";
import { dupakBolehMenjadi, STATUS_DUPAK } from "../../../plugins/edupak/domain/status-dupak.js";
import { inventarisasiBolehMenjadi } from "../../../plugins/edupak/domain/status-inventarisasi.js";
import { timJfk } from "../../../plugins/edupak/domain/tim-jfk.js";
import { kuorumTercapai, pangkatCukup, susunanTimSah } from "../../../plugins/penilaian/plugin.js";

const butir = (more: Partial<ButirKegiatan> = {}): ButirKegiatan => ({
  id: "b1",
  jenisJabatan: "ANALIS_KEPEGAWAIAN",
  kode: "212101006",
  uraian: "Peninjauan kembali informasi jabatan",
  ak: ak(100),
  satuan: "jabatan",
  unsur: "T",
  jenjang: "AHLI_PERTAMA",
  tunggal: null,
  maksimum: null,
  pendidikan: null,
  berbagiPenulis: false,
  jamMinimal: null,
  jamMaksimal: null,
  peraturan: "Perka BKN 7/2015",
  pasal: "Lampiran",
  status: "TERKONFIRMASI_SEKUNDER",
  berlakuMulai: "2015-01-01",
  berlakuSampai: null,
  ...more,
});

describe("months of e-DUPAK", () => {
  it.each([
    ["2020-12", 1, "2021-01"],
    ["2021-01", -1, "2020-12"],
    ["2021-03", 24, "2023-03"],
  ])("%s and %i months is %s", (from, count, to) => expect(geserBulan(from, count)).toBe(to));

  it("should know the last day, also of leap years", () => {
    expect(["2020-02", "2021-02", "2021-12"].map(akhirBulan)).toEqual(["2020-02-29", "2021-02-28", "2021-12-31"]);
    expect(bulanAntara("2021-11", "2022-01")).toEqual(["2021-11", "2021-12", "2022-01"]);
    expect(bulanAntara("2022-01", "2021-11")).toEqual([]);
  });
});

describe("an activity as typed", () => {
  const all = [
    butir({ id: "old", berlakuSampai: "2021-03-15" }),
    butir({ id: "new", berlakuMulai: "2021-03-16", ak: ak(120) }),
    butir({ id: "above", kode: "22", jenjang: "AHLI_MUDA" }),
    butir({ id: "far", kode: "23", jenjang: "AHLI_MADYA" }),
    butir({ id: "skill", kode: "24", jenjang: "PENYELIA" }),
  ];
  const ukuran = { jenjang: "AHLI_PERTAMA", bulan: "2021-03", butir: all } as const;
  const typed = (more: object) =>
    bacaKegiatan({ kode: "212101006", tanggalMulai: "2021-03-01", volume: "1", ...more }, ukuran);

  it("should take the version of the activity in force on its first day", () => {
    expect(typed({}).isi?.butirId).toBe("old");
    expect(typed({ tanggalMulai: "2021-03-16" }).isi?.butirId).toBe("new");
    expect(typed({ tanggalMulai: "2021-03-15", tanggalSelesai: "2021-03-31" }).isi?.butirId).toBe("old");
  });

  it("should offer the own level and one above or below within the category", () => {
    expect(butirTersedia(ukuran, "2021-03-01").map(({ id }) => id)).toEqual(["old", "above"]);
    expect(typed({ kode: "23" }).masalah.map(({ kolom }) => kolom)).toEqual(["kode"]);
    expect(typed({ kode: "24" }).masalah.map(({ kolom }) => kolom)).toEqual(["kode"]);
  });

  it("should read a comma as the decimal sign and name every fault at once", () => {
    expect(typed({ volume: "4,5" }).isi?.volume).toBe(volume(450));
    const faults = typed({ volume: "1.234", tanggalSelesai: "2021-02-28", keterangan: "x".repeat(201) }).masalah;
    expect(faults.map(({ kolom }) => kolom)).toEqual(["tanggalSelesai", "tanggalSelesai", "keterangan", "volume"]);
  });
});

const aturan: AturanKonvensional = {
  sumber: "uji",
  persenSatuDiAtas: 80,
  persenSatuDiBawah: 100,
  persenPenunjangMaks: 20,
  pembagianPenulis: {},
  akIjazah: {},
  akk: { "III/b": ak(150_000) },
};
const person = { golongan: "III/a", jenjang: "AHLI_PERTAMA" } as Perorangan;
const scored = (nilai: number | null, more: Partial<ButirKegiatan> = {}): KegiatanTerhitung => ({
  kegiatan: { nilai: nilai === null ? null : ak(nilai) } as Kegiatan,
  butir: butir(more),
  hitung: { akSatuan: ak(0), persentase: 100, volumeDihitung: volume(100), angkaKredit: ak(0), alasan: null },
});
const lama = (more: Partial<PerKelompok>): PerKelompok => ({ ...KOSONG, ...more });

describe("the result of an assessment", () => {
  it.each([
    ["exactly enough", { TUGAS_POKOK: ak(149_500) }, 500, "PAK", null],
    ["one thousandth short", { TUGAS_POKOK: ak(149_500) }, 499, "HAPAK", "0.001"],
    ["penunjang above 20 % does not count", { TUGAS_POKOK: ak(119_999), PENUNJANG: ak(40_000) }, 0, "HAPAK", "0.001"],
    ["80 and 20 % exactly", { TUGAS_POKOK: ak(120_000), PENUNJANG: ak(30_000) }, 0, "PAK", null],
  ])("%s", (_name, before, nilai, penetapan, kekurangan) => {
    const hasil = hasilPenilaian({ lama: lama(before), perorangan: person }, [scored(nilai)], aturan);
    expect(hasil.penetapan).toBe(penetapan);
    expect(hasil.kebutuhan?.kekurangan ?? null).toBe(kekurangan);
  });

  it("should count a row without a score as nothing and put degrees and training apart", () => {
    const rows = [scored(null), scored(1000, { unsur: "P", pendidikan: "S2" }), scored(500, { unsur: "P" })];
    const { baru, jumlah } = hasilPenilaian({ lama: KOSONG, perorangan: person }, rows, aturan);
    expect(baru).toMatchObject({ SEKOLAH: 1000, DIKLAT: 500, TUGAS_POKOK: 0 });
    expect(jumlah).toEqual({ lama: "0.000", baru: "1.500", jumlah: "1.500" });
    expect(kelompokDari({ unsur: "E", pendidikan: null })).toBe("TUGAS_POKOK");
  });
});

describe("scores, teams, dates", () => {
  it.each([
    ["0,226", "", []],
    ["0.226", "", []],
    ["0.227", "", ["nilai"]],
    ["", "", ["nilai"]],
    ["0.2265", "", ["nilai"]],
    ["0.1", "ada", ["alasanNilai"]],
    ["0.1", "bukti kurang", []],
  ])("a score of '%s' with the reason '%s' has the faults %j", (nilai, alasan, faults) => {
    expect(bacaNilai({ nilai, alasan, usul: ak(226) }).masalah.map(({ kolom }) => kolom)).toEqual(faults);
  });

  it("should ask for a team of seven or more, odd, more than half of it present", () => {
    const tim = timJfk({ anggotaMinimal: 7, kuorumLebihDariPersen: 50 });
    expect([6, 7, 8, 9].map((count) => susunanTimSah(tim, count))).toEqual([false, true, false, true]);
    expect([3, 4, 5, 7].map((count) => kuorumTercapai(tim, count, 7))).toEqual([false, false, true, true]);
    expect(pangkatCukup("III/a", "III/b")).toBe(false);
    expect(pangkatCukup("III/b", "III/b")).toBe(true);
  });

  it.each([
    ["2021-01-31", "2021-04-01"],
    ["2021-02-01", "2021-10-01"],
    ["2021-07-31", "2021-10-01"],
    ["2021-08-01", "2022-04-01"],
  ])("a PAK of %s counts for the promotion of %s", (pak, tmt) => expect(tmtKenaikan(pak)).toBe(tmt));

  it("should count whole months of service from the TMT in the NIP", () => {
    expect(masaKerja("198904152014032901", "2018-04-01")).toBe("04 tahun 01 bulan");
    expect(masaKerja("198904152014032901", "2021-06-30")).toBe("07 tahun 03 bulan");
  });

  it("should know the steps of month and DUPAK, and that what is over stays over", () => {
    expect(inventarisasiBolehMenjadi("TERKUNCI", "DRAF")).toBe(false);
    expect(inventarisasiBolehMenjadi("DISETUJUI_ATASAN", "DRAF")).toBe(true);
    expect(dupakBolehMenjadi("DRAF", "DIKIRIM")).toBe(false);
    for (const over of ["DITERIMA", "DIBATALKAN"]) {
      expect(STATUS_DUPAK.filter((to) => dupakBolehMenjadi(over, to))).toEqual([]);
    }
  });
});
