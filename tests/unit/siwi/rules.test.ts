import { describe, expect, it } from "@jest/globals";
import { bacaAk, type Golongan } from "../../../plugins/angka-kredit/plugin.js";
import { jalurUntuk } from "../../../plugins/siwi/domain/jalur.js";
import { TPP } from "../../../plugins/siwi/domain/tim-penilai-pusat.js";
import { kuorumTercapai, pangkatCukup } from "../../../plugins/penilaian/plugin.js";
import { bacaNilai } from "../../../plugins/siwi/domain/penilaian.js";
import { namaMasa } from "../../../plugins/kepegawaian/plugin.js";
import { hariTerakhir, periksaJadwal, sedangBuka } from "../../../plugins/siwi/domain/periode.js";
import { bolehBerpindah, STATUS_DUPAK } from "../../../plugins/siwi/domain/status-dupak.js";

describe("way of a DUPAK", () => {
  it.each([
    ["III/c", true, "TPI"],
    ["IV/b", true, "TPI"],
    ["IV/b", false, "TANPA_TPI"],
    ["IV/c", true, "LANGSUNG_TPP"],
    ["IV/e", false, "LANGSUNG_TPP"],
  ] as const)("should lead %s (team: %s) by %s", (golongan, punyaTpi, jalur) => {
    expect(jalurUntuk(golongan, punyaTpi)).toBe(jalur);
  });
});

describe("status model", () => {
  it("should have one end, reached from every status", () => {
    const next = (status: string) => STATUS_DUPAK.filter((to) => bolehBerpindah(status, to));
    expect(STATUS_DUPAK.filter((status) => next(status).length === 0)).toEqual(["SELESAI"]);
    for (const start of STATUS_DUPAK) {
      const seen = new Set<string>([start]);
      for (const status of seen) for (const to of next(status)) seen.add(to);
      expect(seen.has("SELESAI")).toBe(true);
    }
  });

  it.each([
    ["DRAF", "DITERUSKAN_TPI"],
    ["DIKIRIM", "DRAF"],
    ["DIKIRIM", "SELESAI"],
    ["DITERUSKAN_TPI", "DITERIMA_TPP"],
    ["SELESAI", "DRAF"],
    ["ENTAH", "DRAF"],
  ] as const)("should not go from %s to %s", (from, to) => {
    expect(bolehBerpindah(from, to)).toBe(false);
  });
});

describe("a score", () => {
  const usul = bacaAk("3.600");
  const read = (nilai: string, keterangan = "", sebelumnya = usul) =>
    bacaNilai("TPI", { nilai, keterangan, usul, sebelumnya });

  it("should be taken as proposed without a reason, and lower with one", () => {
    expect(read("3,6").nilai).toBe(3600);
    expect(read("3.000", "Tanpa daftar hadir").nilai).toBe(3000);
    expect(read("0", "Bukti tidak sesuai").nilai).toBe(0);
  });

  it.each([
    ["3.601", "Lebih tinggi", "nilaiTpi"],
    ["-0.1", "Lebih rendah", "nilaiTpi"],
    ["", "", "nilaiTpi"],
    ["1.2345", "Empat desimal", "nilaiTpi"],
    ["3.000", " ", "keteranganTpi"],
  ])("should be refused: '%s' with reason '%s' at %s", (nilai, keterangan, kolom) => {
    expect(read(nilai, keterangan).masalah.map((each) => each.kolom)).toEqual([kolom]);
  });
});

describe("assessors and sessions", () => {
  it.each([
    ["IV/b", "III/c", true],
    ["IV/b", "IV/b", true],
    ["IV/a", "IV/b", false],
  ] as [Golongan, Golongan, boolean][])("should let %s score %s: %s", (penilai, dinilai, may) => {
    expect(pangkatCukup(penilai, dinilai)).toBe(may);
  });

  it.each([
    [1, false],
    [2, false],
    [3, true],
    [4, false],
    [5, true],
  ])("should find a quorum of %d members: %s", (present, reached) => {
    expect(kuorumTercapai(TPP, present, 9)).toBe(reached);
  });

  it("should be open on the first and the last day", () => {
    const periode = { buka: "2026-03-01", tutup: "2026-03-31", ditutupPada: null };
    expect(["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"].map((day) => sedangBuka(periode, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(sedangBuka({ ...periode, ditutupPada: "2026-03-10" }, "2026-03-10")).toBe(false);
    expect(hariTerakhir({ ...periode, ditutupPada: "2026-03-10" })).toBe("2026-03-10");
    expect(hariTerakhir({ ...periode, ditutupPada: "2026-03-31" })).toBe("2026-03-31");
  });

  it.each([
    [{}, []],
    [{ masaSelesai: "2021-06-30" }, ["masaSelesai"]],
    [{ masaSelesai: "2022-12-31" }, []],
    [{ masaSelesai: "2023-01-01" }, ["masaSelesai"]],
    [{ masaMulai: "2021-06-30" }, ["masaMulai"]],
    [{ tutup: "2026-02-28" }, ["tutup"]],
    [{ buka: "2026-01-01", tutup: "2026-02-28" }, ["tutup"]],
  ])("should find the faults of a schedule with %j: %j", (more, columns) => {
    const jadwal = { masaMulai: "2021-07-01", masaSelesai: "2021-12-31", buka: "2026-03-01", tutup: "2026-06-30" };
    const first = { ...jadwal, masaMulai: "2021-01-01", masaSelesai: "2021-06-30" };
    const other = { ...first, id: "p", nama: namaMasa(first), caseId: null, ditutupPada: null };
    expect(periksaJadwal({ ...jadwal, ...more }, [other], "2026-03-02").map(({ kolom }) => kolom)).toEqual(columns);
  });

  it("should name a period by its months", () => {
    expect(namaMasa({ masaMulai: "2021-01-01", masaSelesai: "2021-06-30" })).toBe("Januari s/d Juni 2021");
    expect(namaMasa({ masaMulai: "2021-07-01", masaSelesai: "2022-06-30" })).toBe("Juli 2021 s/d Juni 2022");
  });
});
