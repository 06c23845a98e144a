import { describe, expect, it } from "@jest/globals";
import { galat, hasil } from "../../support/hitung.js";

const grades = (...list: (readonly [number, string])[]) => list.map(([tahun, predikat]) => ({ tahun, predikat }));

const aKenaikan = (more: object = {}) => ({
  perhitungan: "kenaikan",
  jenjang: "AHLI_PERTAMA",
  golongan: "III/b",
  angkaKredit: "102.000",
  tanggal: "2026-04-01",
  tmtPangkat: "2024-04-01",
  tmtJabatan: "2022-04-01",
  predikat: grades([2024, "BAIK"], [2025, "BAIK"]),
  lowongan: true,
  lulusUjiKompetensi: true,
  ...more,
});
const YES = { dapat: true, alasan: [] };

describe("promotion", () => {
  it("should put KJ before KP with the same credit, and begin the new level at nothing", async () => {
    expect(await hasil(aKenaikan())).toEqual({
      urutan: ["KJ", "KP"],
      kj: YES,
      kp: YES,
      setelah: { jenjang: "AHLI_MUDA", golongan: "III/c", angkaKredit: "0.000" },
    });
  });

  it("should give KP within the level and let the account run on (A-09)", async () => {
    const { urutan, kj, setelah } = await hasil(aKenaikan({ golongan: "III/a", angkaKredit: "53.125" }));
    expect(urutan).toEqual(["KP"]);
    expect(kj).toEqual({ dapat: false, alasan: ["ANGKA_KREDIT"] });
    expect(setelah).toEqual({ jenjang: "AHLI_PERTAMA", golongan: "III/b", angkaKredit: "53.125" });
  });

  it("should not give the next KP for credit that the last one was given for", async () => {
    const madya = { jenjang: "AHLI_MADYA", golongan: "IV/b" };
    expect((await hasil(aKenaikan({ ...madya, angkaKredit: "299.999" }))).kp.alasan).toEqual(["ANGKA_KREDIT"]);
    expect((await hasil(aKenaikan({ ...madya, angkaKredit: "300.000" }))).kp).toEqual(YES);
  });

  it("should refuse KP one month before two years and name the first period (A-18)", async () => {
    const { kp, kj, setelah } = await hasil(aKenaikan({ tmtPangkat: "2024-05-01" }));
    expect(kp).toEqual({ dapat: false, alasan: ["MASA_PANGKAT"], tmtPalingCepat: "2026-05-01" });
    expect(kj).toEqual(YES);
    expect(setelah).toEqual({ jenjang: "AHLI_MUDA", golongan: "III/b", angkaKredit: "0.000" });
  });

  it("should take the periods in force then: six a year before October 2025, twelve after", async () => {
    const early = { tanggal: "2025-01-01", predikat: grades([2023, "BAIK"], [2024, "BAIK"]) };
    const before = await hasil(aKenaikan({ ...early, tmtPangkat: "2023-03-01" }));
    expect(before.kp.tmtPalingCepat).toBe("2025-04-01");
    const after = await hasil(aKenaikan({ ...early, tmtPangkat: "2023-11-15" }));
    expect(after.kp.tmtPalingCepat).toBe("2025-12-01");
  });

  it("should keep the credit and refuse KP when one of the last two years is below Baik (A-19)", async () => {
    const predikat = grades([2023, "BAIK"], [2024, "BUTUH_PERBAIKAN"], [2025, "BAIK"]);
    const { kj, kp } = await hasil(aKenaikan({ predikat }));
    expect(kp).toEqual({ dapat: false, alasan: ["PREDIKAT"] });
    expect(kj).toEqual(YES); // its window is one year
  });

  it("should see a grade of the year itself as the latest", async () => {
    const predikat = grades([2024, "BUTUH_PERBAIKAN"], [2025, "BAIK"], [2026, "BAIK"]);
    expect((await hasil(aKenaikan({ predikat, tanggal: "2026-12-01" }))).kp).toEqual(YES);
  });

  it("should not take a missing year for a good one", async () => {
    expect((await hasil(aKenaikan({ predikat: grades([2025, "BAIK"]) }))).kp.alasan).toEqual(["PREDIKAT"]);
  });

  it("should allow one KP above the range when there is no vacancy, and leave the position", async () => {
    const { urutan, kj, setelah } = await hasil(aKenaikan({ lowongan: false }));
    expect(urutan).toEqual(["KP"]);
    expect(kj.alasan).toEqual(["LOWONGAN"]);
    expect(setelah).toEqual({ jenjang: "AHLI_PERTAMA", golongan: "III/c", angkaKredit: "102.000" });
  });

  it("should allow it once only", async () => {
    const again = { lowongan: false, sudahKpTanpaKj: true };
    expect((await hasil(aKenaikan(again))).kp.alasan).toEqual(["SUDAH_KP_TANPA_KJ"]);
    const above = await hasil(aKenaikan({ ...again, golongan: "III/c", angkaKredit: "150.000" }));
    expect(above.kp.alasan).toEqual(["SUDAH_KP_TANPA_KJ"]);
  });

  it("should not let KP leave the level for want of a competency test, nor without enough for KJ", async () => {
    expect((await hasil(aKenaikan({ lulusUjiKompetensi: false }))).kp.alasan).toEqual(["MELEWATI_JENJANG"]);
    expect((await hasil(aKenaikan({ lowongan: false, angkaKredit: "99.999" }))).kp.alasan).toEqual([
      "ANGKA_KREDIT",
      "MELEWATI_JENJANG",
    ]);
  });

  it("should name every reason of KJ and the earliest day of its time rule", async () => {
    const { kj } = await hasil(
      aKenaikan({
        angkaKredit: "99.999",
        tmtJabatan: "2025-05-01",
        predikat: [],
        lowongan: false,
        lulusUjiKompetensi: false,
      }),
    );
    expect(kj).toEqual({
      dapat: false,
      alasan: ["ANGKA_KREDIT", "MASA_JABATAN", "PREDIKAT", "LOWONGAN", "UJI_KOMPETENSI"],
      tmtPalingCepat: "2026-05-01",
    });
  });

  it.each([
    ["PENYELIA", "III/c"],
    ["AHLI_UTAMA", "IV/d"],
  ])("should know no level above %s", async (jenjang, golongan) => {
    const { kj, kp } = await hasil(aKenaikan({ jenjang, golongan, angkaKredit: "500.000" }));
    expect(kj.alasan).toEqual(["JENJANG_TERTINGGI"]);
    expect(kp).toEqual(YES);
  });

  it.each([
    ["tanggal", { tanggal: "2026-02-30" }, "tanggal"],
    ["a rank dated later", { tmtPangkat: "2026-05-01" }, "tmtPangkat"],
    [
      "a date before the regime",
      { tanggal: "2022-04-01", tmtPangkat: "2019-04-01", tmtJabatan: "2019-04-01" },
      "tanggal",
    ],
    ["two grades of a year", { predikat: grades([2025, "BAIK"], [2025, "KURANG"]) }, "predikat[1].tahun"],
    ["a golongan of the other category", { golongan: "II/c" }, "golongan"],
    ["credit with a comma", { angkaKredit: "102,000" }, "angkaKredit"],
    ["credit as a number", { angkaKredit: 102 }, "angkaKredit"],
    ["a missing answer", { lowongan: undefined }, "lowongan"],
  ])("should refuse %s", async (_what, more, bidang) => {
    expect(await galat(aKenaikan(more))).toMatchObject({ kode: "MASUKAN_TIDAK_SAH", bidang });
  });
});
