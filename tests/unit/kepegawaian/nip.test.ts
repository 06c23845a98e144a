import { describe, expect, it } from "@jest/globals";
import { bacaNip, tulisNip } from "../../../plugins/kepegawaian/plugin.js";

const TODAY = "2026-11-21";

describe("NIP", () => {
  it("should read the four blocks, with or without spaces", () => {
    const read = bacaNip("19800229 200604 2 901", TODAY);
    expect(read).toMatchObject({
      ok: true,
      nip: "198002292006042901",
      tanggalLahir: "1980-02-29",
      tmtCpns: "2006-04",
      jenisKelamin: "P",
      urut: 901,
    });
    expect(tulisNip("198002292006042901")).toBe("19800229 200604 2 901");
  });

  it.each([
    ["19800229200604290", "NIP_PANJANG"],
    ["1980022920060429O1", "NIP_PANJANG"],
    ["198102292006042901", "NIP_TANGGAL_LAHIR"],
    ["198013012006042901", "NIP_TANGGAL_LAHIR"],
    ["202612012006042901", "NIP_TANGGAL_LAHIR"],
    ["198002292006132901", "NIP_BULAN_CPNS"],
    ["198002292027012901", "NIP_BULAN_CPNS"],
    ["198002292006043901", "NIP_JENIS_KELAMIN"],
    ["198002292006042000", "NIP_URUT"],
  ])("should name the wrong block of %s: %s", (text, kode) => {
    expect(bacaNip(text, TODAY)).toMatchObject({ ok: false, kode });
  });

  it("should warn about an unlikely age instead of refusing", () => {
    expect(bacaNip("198002291990012901", TODAY)).toMatchObject({ ok: true, peringatan: ["USIA_CPNS_DI_BAWAH_16"] });
  });

  it("should read year and code of a PPPK", () => {
    expect(bacaNip("199003152024211901", TODAY, "PPPK")).toMatchObject({
      ok: true,
      tahun: 2024,
      kode: "21",
      tmtCpns: null,
    });
  });
});
