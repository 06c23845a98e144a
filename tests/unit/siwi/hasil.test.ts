import { describe, expect, it } from "@jest/globals";
import {
  type Ak,
  ak,
  type AturanKonvensional,
  bacaAk,
  bacaVolume,
  type ButirKegiatan,
  type Unsur,
} from "../../../plugins/angka-kredit/plugin.js";
import type { DupakRow, Perorangan } from "../../../plugins/siwi/domain/dupak.js";
import { hasilPenilaian, isiPenjelasan, isiTabulasi } from "../../../plugins/siwi/domain/hasil.js";
import { hitungRincian } from "../../../plugins/siwi/domain/rincian.js";

const aturan: AturanKonvensional = {
  sumber: "test",
  persenSatuDiAtas: 80,
  persenSatuDiBawah: 100,
  persenPenunjangMaks: 20,
  pembagianPenulis: {},
  akIjazah: {},
  akk: { "III/d": bacaAk("300") },
};
const perorangan = { golongan: "III/c", jenjang: "AHLI_MUDA", pendidikanDiperhitungkan: "S2" } as Perorangan;
const butir = new Map<string, ButirKegiatan>();
const aButir = (kode: string, credit: string, unsur: Unsur): string => {
  butir.set(kode, {
    id: kode,
    jenisJabatan: "WIDYAISWARA",
    kode,
    uraian: `Butir ${kode}`,
    ak: bacaAk(credit),
    satuan: "naskah",
    unsur,
    jenjang: null,
    tunggal: null,
    maksimum: null,
    pendidikan: null,
    berbagiPenulis: false,
    jamMinimal: null,
    jamMaksimal: null,
    peraturan: "x",
    pasal: "x",
    status: "TERKONFIRMASI_SEKUNDER",
    berlakuMulai: "2015-01-01",
    berlakuSampai: null,
  });
  return kode;
};
const aRow = (butirId: string, volume: string, scores: Partial<DupakRow> = {}): DupakRow => ({
  id: `${butirId}-${volume}`,
  dupakId: "d",
  urut: 1,
  revision: 1,
  butirId,
  uraian: `Kegiatan ${butirId}`,
  tanggalMulai: "2021-01-01",
  tanggalSelesai: "2021-01-01",
  tempat: "",
  volume: bacaVolume(volume),
  penulis: null,
  sumber: "ONLINE",
  nilaiTpi: null,
  keteranganTpi: null,
  nilaiTpp: null,
  keteranganTpp: null,
  ...scores,
});
const T = aButir("4", "0.6", "T");
const PP = aButir("31", "5", "PP");
const PN = aButir("43", "1", "PN");
const compute = (rows: readonly DupakRow[]) => hitungRincian(rows, butir, perorangan, aturan);
const lama = (P: string, PN: string): Record<Unsur, Ak> => ({
  P: bacaAk(P),
  T: ak(0),
  E: ak(0),
  PP: ak(0),
  PN: bacaAk(PN),
});
const score = (tpi: string | null, tpp: string, reasons: Partial<DupakRow> = {}): Partial<DupakRow> => ({
  nilaiTpi: tpi === null ? null : bacaAk(tpi),
  nilaiTpp: bacaAk(tpp),
  ...reasons,
});

describe("HPAK", () => {
  it("should add old and new and state the shortage", () => {
    const rows = compute([aRow(T, "6", score("3.6", "3.0")), aRow(PP, "1", score("5", "5"))]);
    const result = hasilPenilaian({ lama: lama("250", "0"), perorangan }, rows, aturan);
    expect(result.jumlah).toEqual({ lama: "250.000", baru: "8.000", jumlah: "258.000" });
    expect(result.kelompok[0]?.baris[1]).toEqual({
      uraian: "Pelaksanaan Dikjartih PNS",
      lama: "0.000",
      baru: "3.000",
      jumlah: "3.000",
    });
    expect(result.kebutuhan).toMatchObject({ golonganTujuan: "III/d", kekurangan: "42.000", kelebihan: null });
    expect(result.memenuhi).toBe(false);
  });

  it("should count penunjang up to 20 % of the requirement only, and say so", () => {
    const rows = compute([aRow(PN, "10", score("10", "10"))]);
    const result = hasilPenilaian({ lama: lama("245", "60"), perorangan }, rows, aturan);
    expect(result.jumlah.jumlah).toBe("315.000");
    expect(result.kebutuhan).toMatchObject({ kelebihan: "5.000", kekurangan: null }); // 245 + 60, of 70 penunjang
    expect(result.memenuhi).toBe(true);
    expect(result.catatan.join()).toContain("10,000");
  });

  it("should not meet the requirement when utama is short", () => {
    const result = hasilPenilaian({ lama: lama("230", "80"), perorangan }, compute([]), aturan);
    expect(result.memenuhi).toBe(false);
    expect(result.kebutuhan).toMatchObject({ kekurangan: "10.000" });
  });

  it("should name no aim above the highest golongan", () => {
    const top = { ...perorangan, golongan: "IV/e" } as Perorangan;
    expect(hasilPenilaian({ lama: lama("1100", "0"), perorangan: top }, compute([]), aturan).kebutuhan).toBeNull();
  });
});

describe("tabulasi and penjelasan", () => {
  const rows = compute([
    aRow(T, "6", score("3.0", "3.0", { keteranganTpi: "Tanpa daftar hadir" })),
    aRow(PP, "1", score("4", "2.5", { keteranganTpi: "Peran penulis", keteranganTpp: "Bukan jurnal" })),
    aRow(PN, "2", score("2", "2")),
  ]);

  it("should compare proposal, TPI and TPP by unsur", () => {
    const { kelompok, jumlah } = isiTabulasi(rows, true);
    expect(kelompok.map(({ judul }) => judul)).toHaveLength(3);
    expect(jumlah).toEqual({ usul: "10.600", tpi: "9.000", tpp: "7.500", selisih: "-3.100" });
    expect(isiTabulasi(rows, false).jumlah.tpi).toBeNull();
  });

  it("should explain only what was reduced, in the words of each team that changed it", () => {
    const { baris, jumlah, jumlahDitetapkan } = isiPenjelasan(rows);
    expect(
      baris.map(({ kode, alasan, selisih }) => [kode, alasan.map(({ oleh, teks }) => `${oleh}: ${teks}`), selisih]),
    ).toEqual([
      ["4", ["TPI: Tanpa daftar hadir"], "-0.600"],
      ["31", ["TPI: Peran penulis", "TPP: Bukan jurnal"], "-2.500"],
    ]);
    expect(jumlah).toEqual({ usul: "8.600", ditetapkan: "5.500", selisih: "-3.100" });
    expect(jumlahDitetapkan).toBe("7.500");
  });
});
