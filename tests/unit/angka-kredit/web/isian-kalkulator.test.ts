import { describe, expect, it } from "@jest/globals";
import { berisiIsian, dariAlamat, keAlamat } from "../../../../plugins/angka-kredit/web/alamat.js";
import { bacaAngka } from "../../../../plugins/angka-kredit/web/baca-angka.js";
import { teksEn } from "../../../../plugins/angka-kredit/web/teks-en.js";
import { teksId } from "../../../../plugins/angka-kredit/web/teks-id.js";

describe("an amount as typed in Indonesian", () => {
  it.each([
    ["287,500", "287.500"],
    ["287,5", "287.5"],
    ["100", "100"],
    ["1.287,500", "1287.500"],
    [" 20,833 ", "20.833"],
  ])("should read %s", (text, nilai) => {
    expect(bacaAngka(text)).toEqual({ jenis: "NILAI", nilai });
  });

  it.each([
    ["287.500", ["287,500", "287500"]],
    ["1.250", ["1,250", "1250"]],
    ["287.5", ["287,5"]],
  ])("should ask what is meant by %s, in words that it reads itself", (text, pilihan) => {
    expect(bacaAngka(text)).toEqual({ jenis: "TANYA", pilihan });
    for (const each of pilihan) expect(bacaAngka(each).jenis).toBe("NILAI");
  });

  it.each(["", "dua", "-3", "1,2345", "1,000.5", "1.2.3"])("should take '%s' for no number", (text) => {
    expect(bacaAngka(text)).toEqual({ jenis: "BUKAN_ANGKA" });
  });
});

describe("the address of a result", () => {
  const isian = {
    nilai: { golongan: "III/c", akDasar: "1.250", kosong: "" },
    baris: [
      { tahun: "2024", predikat: "BAIK" },
      { tahun: "", predikat: "SANGAT_BAIK" },
    ],
  };

  it("should hold everything that was filled in, as it was typed", () => {
    const query = new URLSearchParams(keAlamat("pak", isian, ["tahun", "predikat"]).toString());
    expect(dariAlamat(query, ["golongan", "akDasar", "kosong"], ["tahun", "predikat"])).toEqual({
      nilai: { golongan: "III/c", akDasar: "1.250" },
      baris: isian.baris,
    });
  });

  it("should not take over names that the part does not know", () => {
    const { nilai } = dariAlamat(new URLSearchParams("hitung=pak&golongan=III/c&asing=1"), ["golongan"], []);
    expect(nilai).toEqual({ golongan: "III/c" });
  });

  it("should tell an address with inputs from one that only opens a part", () => {
    expect(berisiIsian(new URLSearchParams("hitung=pak"))).toBe(false);
    expect(berisiIsian(new URLSearchParams("hitung=pak&golongan=III/c"))).toBe(true);
  });
});

describe("texts of the calculator", () => {
  it("should exist in both languages and never be empty", () => {
    expect(Object.keys(teksEn)).toEqual(Object.keys(teksId));
    expect([...Object.values(teksId), ...Object.values(teksEn)].filter((text) => text.trim() === "")).toEqual([]);
  });
});
