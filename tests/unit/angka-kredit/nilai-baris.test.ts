import { describe, expect, it } from "@jest/globals";
import {
  ak,
  type AturanKonvensional,
  bacaAk,
  bacaVolume,
  type BarisUsul,
  type Jenjang,
  jumlahAk,
  nilaiBaris,
  type Penilai,
  tulisAk,
} from "../../../plugins/angka-kredit/plugin.js";

const aturan: AturanKonvensional = {
  sumber: "test",
  persenSatuDiAtas: 80,
  persenSatuDiBawah: 100,
  persenPenunjangMaks: 20,
  pembagianPenulis: { "2": [60, 40], "3": [50, 25, 25], "4": [40, 20, 20, 20] },
  akIjazah: { S1: bacaAk("100"), S2: bacaAk("150"), S3: bacaAk("200") },
  akk: {},
};

const aRow = (
  credit: string,
  volume: string,
  more: Partial<BarisUsul["butir"]> = {},
  row: Partial<BarisUsul> = {},
): BarisUsul => ({
  butir: {
    kode: "1",
    ak: bacaAk(credit),
    jenjang: null,
    tunggal: null,
    maksimum: null,
    pendidikan: null,
    berbagiPenulis: false,
    ...more,
  },
  volume: bacaVolume(volume),
  suratPerintah: false,
  penulis: null,
  ...row,
});
const aPerson = (jenjang: Jenjang, pendidikanDiperhitungkan: Penilai["pendidikanDiperhitungkan"] = null): Penilai => ({
  jenjang,
  pendidikanDiperhitungkan,
});
const credits = (rows: BarisUsul[], person = aPerson("AHLI_PERTAMA")) =>
  nilaiBaris(rows, person, aturan).map(({ angkaKredit }) => tulisAk(angkaKredit));

describe("credit of a row", () => {
  it("should multiply volume and credit exactly (B-01)", () => {
    const rows = nilaiBaris([aRow("0.003", "52"), aRow("0.010", "7")], aPerson("AHLI_PERTAMA"), aturan);
    expect(rows.map(({ angkaKredit }) => tulisAk(angkaKredit))).toEqual(["0.156", "0.070"]);
    expect(tulisAk(jumlahAk(rows.map(({ angkaKredit }) => angkaKredit)))).toBe("0.226");
  });

  it("should give 80 % one level above with a surat perintah, and nothing without (B-03)", () => {
    const above = { jenjang: "AHLI_MUDA" as const };
    expect(credits([aRow("0.1", "7", above, { suratPerintah: true })])).toEqual(["0.560"]);
    const [without] = nilaiBaris([aRow("0.1", "7", above)], aPerson("AHLI_PERTAMA"), aturan);
    expect(without).toMatchObject({ angkaKredit: 0, alasan: "TANPA_SURAT_PERINTAH" });
  });

  it("should round the row, not the unit (B-04)", () => {
    expect(credits([aRow("0.003", "52", { jenjang: "AHLI_MUDA" }, { suratPerintah: true })])).toEqual(["0.125"]);
  });

  it("should give 100 % one level below and nothing two levels away", () => {
    const below = aRow("0.1", "7", { jenjang: "AHLI_PERTAMA" }, { suratPerintah: true });
    expect(credits([below], aPerson("AHLI_MUDA"))).toEqual(["0.700"]);
    const [far] = nilaiBaris([below], aPerson("AHLI_MADYA"), aturan);
    expect(far).toMatchObject({ angkaKredit: 0, alasan: "JENJANG_TERLALU_JAUH" });
  });

  it("should count five kertas kerja of seven and mark the rest (B-10)", () => {
    const limit = { maksimum: bacaVolume("5"), kode: "18" };
    const rows = nilaiBaris(
      Array.from({ length: 7 }, () => aRow("0.5", "1", limit)),
      aPerson("AHLI_MADYA"),
      aturan,
    );
    expect(tulisAk(jumlahAk(rows.map(({ angkaKredit }) => angkaKredit)))).toBe("2.500");
    expect(rows.filter(({ alasan }) => alasan === "MELEBIHI_BATAS")).toHaveLength(2);
    expect(credits([aRow("0.5", "7", limit)])).toEqual(["2.500"]);
  });

  it("should give the difference to the degree counted before (B-12), once", () => {
    const s3 = aRow("200", "1", { pendidikan: "S3" });
    expect(credits([s3, s3], aPerson("AHLI_MUDA", "S2"))).toEqual(["50.000", "0.000"]);
    expect(credits([aRow("150", "1", { pendidikan: "S2" })], aPerson("AHLI_MUDA", "S2"))).toEqual(["0.000"]);
  });

  it("should give S2 and S3 of one proposal as the higher one, in whatever order they stand", () => {
    const s2 = aRow("150", "1", { pendidikan: "S2", kode: "2" });
    const s3 = aRow("200", "1", { pendidikan: "S3", kode: "1" });
    expect(credits([s2, s3], aPerson("AHLI_MUDA", "S1"))).toEqual(["50.000", "50.000"]);
    expect(credits([s3, s2], aPerson("AHLI_MUDA", "S1"))).toEqual(["100.000", "0.000"]);
  });

  it("should count a degree once, whatever volume was written", () => {
    expect(credits([aRow("150", "2", { pendidikan: "S2" })], aPerson("AHLI_MUDA", "S1"))).toEqual(["50.000"]);
  });

  it.each([
    [2, "UTAMA", "6.000"],
    [2, "PEMBANTU", "4.000"],
    [3, "UTAMA", "5.000"],
    [3, "PEMBANTU", "2.500"],
    [4, "UTAMA", "4.000"],
    [4, "PEMBANTU", "2.000"],
    [3, "TIDAK_DITENTUKAN", "3.333"],
    [5, "PEMBANTU", "0.000"],
  ] as const)("should share among %d authors: %s gets %s of 10", (jumlah, peran, expected) => {
    expect(credits([aRow("10", "1", { berbagiPenulis: true }, { penulis: { jumlah, peran } })])).toEqual([expected]);
  });
});

describe("amounts", () => {
  it.each(["1,5", "1.2345", "", "abc", "1e3", "12345678"])("should refuse '%s' as angka kredit", (text) => {
    expect(() => bacaAk(text)).toThrow(/Expected angka kredit/);
  });
  it("should read and write the same text", () => {
    expect(tulisAk(bacaAk("-0.600"))).toBe("-0.600");
    expect(tulisAk(ak(20833))).toBe("20.833");
    expect(tulisAk(bacaAk("1050"))).toBe("1050.000");
  });
  it.each(["0", "0.00", "-1", "1.234", "1,5"])("should refuse '%s' as volume", (text) => {
    expect(() => bacaVolume(text)).toThrow(/Expected a volume/);
  });
});
