import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { masaKosong } from "../../../plugins/angka-kredit/app/konversi/lembar-predikat.js";
import { Office, Person, readTable } from "./journey.js";

const ADDRESS = "/api/angka-kredit/lembar-predikat";
const HEADINGS = ["NIP", "Nama", "Unit Kerja", "Jenjang", "Tahun", "Bulan Mulai", "Bulan Selesai", "Predikat"];

describe("the spreadsheet of missing grades", () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  }, 120_000);
  afterAll(() => office.close());

  it("should name the months of last year without a conversion, and be taken back when filled in", async () => {
    // given
    await office.converted(office.entry("perawat1", 2025, "BAIK", [1, 6]));
    await office.converted(office.entry("perawat2", 2025, "BAIK"));
    // when
    const { status, headers, bytes } = await office.penilai.browser.download(ADDRESS);
    const rows = await readTable(bytes, HEADINGS);
    // then
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toContain("predikat-2025.xlsx");
    const ofNip = (name: string) => rows.filter(({ NIP }) => NIP === office.nip(name));
    expect(rows.filter(({ Predikat }) => Predikat)).toEqual([]);
    expect(ofNip("perawat1")).toMatchObject([{ Tahun: "2025", "Bulan Mulai": "Juli", "Bulan Selesai": "Desember" }]);
    expect(ofNip("perawat2")).toEqual([]);
    expect(ofNip("perawat3")).toMatchObject([{ "Bulan Mulai": "Januari", "Bulan Selesai": "Desember" }]);
    // when
    const caseId = await office.penilai.uploadGrades(
      rows.map((row) => ({ ...row, Predikat: "Baik" })),
      HEADINGS,
    );
    // then
    await office.penilai.becomes(caseId, "MENUNGGU_PENETAPAN");
    expect(await office.determine(caseId)).toBe("SELESAI");
    expect(await readTable((await office.penilai.browser.download(ADDRESS)).bytes, HEADINGS)).toEqual([]);
  }, 120_000);

  it("should be there for those only who enter grades", async () => {
    const perawat = await Person.signIn(office.world, "perawat1");
    expect((await perawat.browser.get(ADDRESS)).status).toBe(403);
  });
});

describe("months without a grade", () => {
  const months = (taken: readonly string[], tmtJabatan = "2020-01-01") =>
    masaKosong({ nip: "1", tmtJabatan }, 2025, {
      pemegang: (_nip, bulan) => (taken.includes(bulan) ? "konversi" : undefined),
    });

  it("should be the whole year, or what is left on both sides of a conversion", () => {
    expect(months([])).toEqual([[1, 12]]);
    expect(months(["2025-04", "2025-05"])).toEqual([
      [1, 3],
      [6, 12],
    ]);
  });

  it("should begin with the position", () => {
    expect(months([], "2025-09-15")).toEqual([[9, 12]]);
    expect(months([], "2026-01-01")).toEqual([]);
  });
});
