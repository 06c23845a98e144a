import { describe, expect, it } from "@jest/globals";
import { describeProblem, readSheet, type SpreadsheetKind } from "../../../src/spreadsheets/index.js";
import { aRawWorkbook, aSheet, aWorkbook, gathered, inPieces } from "./workbooks.js";

const COLUMNS = [
  { key: "nip", headings: ["NIP"], kind: "text", required: true },
  { key: "angka", headings: ["Angka Kredit", "AK"], kind: "decimal", required: false },
] as const;

const read = async (bytes: Buffer, maxRows = 1_000) =>
  gathered(readSheet(inPieces(bytes), { columns: COLUMNS, maxRows }));

/** One column of one kind with one cell, in a workbook. */
const readCell = async (
  kind: SpreadsheetKind,
  value: Parameters<typeof aSheet>[0][number][number],
  format?: string,
) => {
  const bytes = await aSheet([["Isi"], [value]], (sheet) => {
    if (format !== undefined) sheet.getCell("A2").numFmt = format;
  });
  const columns = [{ key: "isi", headings: ["Isi"], kind, required: false }] as const;
  const [row] = await gathered(readSheet(inPieces(bytes), { columns, maxRows: 1 }));
  return row;
};

describe("readSheet", () => {
  it.each([
    ["in brackets", ["(1)", "(2)"], [3]],
    ["not without, where it may be data", ["1", "2 "], [2, 3]],
    ["without, where a date is due", ["1", "2"], [3], "date"],
  ] as const)(
    "should know the line of column numbers %s",
    async (_, numbers, rows, kind: SpreadsheetKind = "decimal") => {
      const bytes = await aSheet([["NIP", "AK"], [...numbers], ["5", kind === "date" ? "31-01-2026" : "5"]]);
      const columns = [COLUMNS[0], { ...COLUMNS[1], kind }];
      expect((await gathered(readSheet(inPieces(bytes), { columns, maxRows: 9 }))).map(({ row }) => row)).toEqual(rows);
    },
  );

  it("should find the table below a letterhead, on the sheet that has it, whatever the order of its columns", async () => {
    // given
    const bytes = await aWorkbook((book) => {
      book.addWorksheet("Petunjuk").addRows([["Isilah lembar Data"], ["NIP ditulis sebagai teks"]]);
      const sheet = book.addWorksheet("Data");
      sheet.addRows([
        ["PEMERINTAH CONTOH"],
        [],
        ["Angka  Kredit *", "nip :"],
        ["(1)", "(2)"],
        [12.5, "199001012015011001"],
      ]);
      sheet.mergeCells("A1:B1");
    });
    // then
    expect(await read(bytes)).toEqual([{ row: 5, values: { nip: "199001012015011001", angka: "12.5" }, problems: [] }]);
  });

  it("should leave empty rows out and keep the row numbers of the sheet", async () => {
    const rows = await read(await aSheet([["NIP", "AK"], ["1"], [], ["  "], ["2"]]));
    expect(rows.map(({ row, values }) => [row, values.nip])).toEqual([
      [2, "1"],
      [5, "2"],
    ]);
  });

  it.each<[string, SpreadsheetKind, Parameters<typeof readCell>[1], string | undefined, unknown]>([
    ["a text without blanks around it", "text", "  Budi\u00A0", undefined, "Budi"],
    ["a rich text", "text", { richText: [{ text: "Bu" }, { font: { bold: true }, text: "di" }] }, undefined, "Budi"],
    ["digits typed as a number", "text", 15_011_001, undefined, "15011001"],
    ["characters that XML escapes", "text", 'A & B <c> "d" é', undefined, 'A & B <c> "d" é'],
    ["a number without traces of binary arithmetic", "decimal", 0.1 + 0.2, undefined, "0.3"],
    ["a whole decimal", "decimal", 287_500, undefined, "287500"],
    ["a small decimal", "decimal", 0.000_001, undefined, "0.000001"],
    ["a decimal comma", "decimal", "12,5", undefined, "12.5"],
    ["three decimals with a comma", "decimal", "287,500", undefined, "287.5"],
    ["thousands and decimals", "decimal", "1.234,567", undefined, "1234.567"],
    ["two thousands points", "decimal", "1.234.567", undefined, "1234567"],
    ["an English number", "decimal", "1,234.5", undefined, "1234.5"],
    ["a decimal point that is no thousands point", "decimal", "0.125", undefined, "0.125"],
    ["a negative number", "decimal", "-3,25", undefined, "-3.25"],
    ["a whole number", "integer", 12, undefined, 12],
    ["a whole number as text", "integer", "12", undefined, 12],
    ["a date of the spreadsheet", "date", new Date(Date.UTC(2026, 0, 31)), "dd/mm/yyyy", "2026-01-31"],
    ["a serial number", "date", 46_053, undefined, "2026-01-31"],
    ["a date with the day first", "date", "31-01-2026", undefined, "2026-01-31"],
    ["a date with slashes", "date", "5/2/2026", undefined, "2026-02-05"],
    ["a date in words", "date", "17 Agustus 2026", undefined, "2026-08-17"],
    ["an ISO date", "date", "2026-01-31", undefined, "2026-01-31"],
    ["a month", "month", "01-2026", undefined, "2026-01"],
    ["a month with the year first", "month", "2026-12", undefined, "2026-12"],
    ["a month in words", "month", "Mei 2026", undefined, "2026-05"],
    ["a month that the spreadsheet made a date", "month", new Date(Date.UTC(2026, 4, 1)), "mmm-yy", "2026-05"],
    ["nothing", "decimal", "", undefined, null],
  ])("should read %s", async (_, kind, value, format, expected) => {
    const row = await readCell(kind, value, format);
    expect(row?.values.isi ?? null).toBe(expected);
    expect(row?.problems ?? []).toEqual([]);
  });

  it.each<[string, SpreadsheetKind, Parameters<typeof readCell>[1], string | undefined, string]>([
    ["an 18-digit NIP typed as a number", "text", 199_001_012_015_011_000, undefined, "sisanya hilang"],
    ["a NIP that CSV or Excel shortened", "text", "1,99001E+17", undefined, "sisanya hilang"],
    ["a date where text is due", "text", new Date(Date.UTC(2026, 0, 1)), "dd/mm/yyyy", "format sel menjadi Teks"],
    ["one thousands point", "decimal", "287.500", undefined, "tulis 287500 (tanpa titik ribuan) atau 287,500"],
    ["words where a number is due", "decimal", "dua belas", undefined, "angka, misalnya 12,5"],
    ["a number that became a date", "decimal", 46_053, "dd/mm/yyyy", "berformat tanggal"],
    ["a percentage", "decimal", 0.75, "0%", "tanpa format persen"],
    ["a fraction where a whole number is due", "integer", 1.5, undefined, "bilangan bulat"],
    ["a formula", "decimal", { formula: "1+1", result: 2 }, undefined, "bukan rumus"],
    ["an error", "decimal", { error: "#N/A" }, undefined, "bukan kesalahan"],
    ["true", "text", true, undefined, "bukan BENAR/SALAH"],
    ["a day that is none", "date", "31-02-2020", undefined, "tanggal yang ada"],
    ["an American date", "date", "02/13/2026", undefined, "tanggal yang ada"],
    ["a year of two digits", "date", "31-01-26", undefined, "tanggal yang ada"],
    ["a year as a number", "date", 2026, undefined, "tanggal yang ada"],
    ["month 13", "month", "13-2026", undefined, "bulan dan tahun"],
    ["a year alone", "month", 2026, undefined, "bulan dan tahun"],
  ])("should name %s as a problem", async (_, kind, value, format, words) => {
    const row = await readCell(kind, value, format);
    expect(row?.values.isi).toBeNull();
    expect(row?.problems).toEqual([
      expect.objectContaining({
        row: 2,
        column: "A",
        heading: "Isi",
        expected: expect.objectContaining({ id: expect.stringContaining(words) }),
      }),
    ]);
  });

  it("should name every problem of a row, with a sentence for each", async () => {
    // given a required cell that is empty, a formula of which only the text is told, and a value beside the table
    const bytes = await aSheet([
      ["NIP", "AK"],
      [null, { formula: "SUM(A1:A9)", result: 3 }, null, "terselip"],
    ]);
    // when
    const [row] = await read(bytes);
    // then
    expect(row?.problems.map((problem) => describeProblem(problem).id)).toEqual([
      "Baris 2, kolom D: seharusnya kosong karena kolom ini tidak berjudul (isi baris mungkin bergeser), tetapi berisi 'terselip'",
      "Baris 2, kolom A (NIP): seharusnya isian (kolom ini wajib), tetapi berisi sel kosong",
      "Baris 2, kolom B (AK): seharusnya nilai, bukan rumus (salin, lalu tempel sebagai nilai), tetapi berisi '=SUM(A1:A9)'",
    ]);
    expect(row?.problems.map((problem) => describeProblem(problem).en)[1]).toBe(
      "Row 2, column A (NIP): expected a value (this column is required), but it holds nothing",
    );
  });

  it("should name merged cells of the data, not those of the headings", async () => {
    // given
    const bytes = await aSheet(
      [
        ["NIP", "AK"],
        [null, null],
        ["1", 2],
        ["3", 4],
        ["5", 6],
      ],
      (sheet) => {
        sheet.mergeCells("A1:A2");
        sheet.mergeCells("B1:B2");
        sheet.mergeCells("B3:B4");
      },
    );
    // when
    const rows = await read(bytes);
    // then
    expect(rows.map(({ row, problems }) => [row, problems.map(({ column, value }) => `${column}:${value}`)])).toEqual([
      [3, ["B:2"]],
      [4, ["B:"]],
      [5, []],
    ]);
  });

  it("should name missing, doubled and unknown headings with letter and row", async () => {
    // given
    const bytes = await aSheet([["Daftar"], ["Nama", "AK", "Angka Kredit"]]);
    // then
    await expect(read(bytes)).rejects.toMatchObject({
      code: "SPREADSHEET_HEADINGS",
      details: {
        errors: [
          {
            path: "row 2",
            message: {
              id: "Kolom 'NIP' tidak ada pada baris judul (baris 2). Judul yang ada: A 'Nama', B 'AK', C 'Angka Kredit'",
            },
          },
          {
            path: "C2",
            message: { id: "Kolom 'Angka Kredit' ada lebih dari satu, yaitu pada B2 dan C2. Sisakan satu" },
          },
          { path: "A2", message: { id: "Judul 'Nama' pada A2 tidak dikenal. Yang dikenal: 'NIP', 'Angka Kredit'" } },
        ],
      },
    });
  });

  it("should leave other columns out when told so, and take an absent optional one as empty", async () => {
    const bytes = await aSheet([
      ["No", "NIP", "Catatan"],
      [1, "2", "x"],
    ]);
    expect(
      await gathered(readSheet(inPieces(bytes), { columns: COLUMNS, maxRows: 9, otherColumns: "ignore" })),
    ).toEqual([{ row: 2, values: { nip: "2", angka: null }, problems: [] }]);
  });

  it("should say where it looked when there is no table", async () => {
    await expect(read(await aSheet([["Halo"]]))).rejects.toMatchObject({
      code: "SPREADSHEET_HEADINGS",
      details: {
        detail: {
          id: "Baris judul tidak ditemukan pada 30 baris pertama lembar 'Data'. Judul yang dicari: NIP, Angka Kredit",
        },
      },
    });
  });

  it("should not read a hidden sheet", async () => {
    const bytes = await aWorkbook((book) => {
      book.addWorksheet("Lama", { state: "hidden" }).addRows([
        ["NIP", "AK"],
        ["1", 1],
      ]);
      book.addWorksheet("Data").addRows([
        ["NIP", "AK"],
        ["2", 2],
      ]);
    });
    expect((await read(bytes)).map(({ values }) => values.nip)).toEqual(["2"]);
  });

  it("should count dates of a workbook that starts in 1904", async () => {
    const bytes = await aWorkbook((book) => {
      book.properties.date1904 = true;
      const sheet = book.addWorksheet("Data");
      sheet.addRows([["Isi"], [0]]);
      sheet.getCell("A2").numFmt = "dd/mm/yyyy";
    });
    const columns = [{ key: "isi", headings: ["Isi"], kind: "date", required: true }] as const;
    const [row] = await gathered(readSheet(inPieces(bytes), { columns, maxRows: 1 }));
    expect(row?.values.isi).toBe("1904-01-01");
  });

  it("should end at the row limit", async () => {
    await expect(read(await aSheet([["NIP"], ["1"], ["2"], ["3"]]), 2)).rejects.toMatchObject({
      code: "TOO_LARGE",
      details: { detail: { id: "Lembar kerja berisi lebih dari 2 baris. Bagilah menjadi beberapa berkas" } },
    });
  });
});

describe("readSheet of unusual workbooks", () => {
  it("should read prefixed tags, cells without addresses, texts in place and self-closed tags", async () => {
    const sheet =
      '<?xml version="1.0"?><!-- dari alat lain --><x:worksheet xmlns:x="s"><x:sheetData>' +
      '<x:row><x:c t="inlineStr"><x:is><x:r><x:t>N</x:t></x:r><x:r><x:t>IP</x:t></x:r><x:rPh><x:t>nip</x:t></x:rPh></x:is></x:c>' +
      '<x:c t="str"><x:v>AK</x:v></x:c></x:row>' +
      "<x:row><x:c/><x:c/></x:row>" +
      "<x:row><x:c t='inlineStr'><x:is><x:t>a&#x26;b_x0041_<![CDATA[<c>]]></x:t></x:is></x:c><x:c><x:v>1.5E-1</x:v></x:c></x:row>" +
      "</x:sheetData></x:worksheet>";
    expect(await read(aRawWorkbook(sheet))).toEqual([
      { row: 3, values: { nip: "a&bA<c>", angka: "0.15" }, problems: [] },
    ]);
  });

  const withSheet = (sheet: string) => aRawWorkbook(sheet);
  const rows = "<row><c t='str'><v>NIP</v></c></row>";
  it.each<[string, string, Buffer | Promise<Buffer>]>([
    ["an empty file", "SPREADSHEET_UNREADABLE", Buffer.alloc(0)],
    ["a picture", "SPREADSHEET_UNREADABLE", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
    ["an old or protected workbook", "SPREADSHEET_UNREADABLE", Buffer.from("d0cf11e0a1b11ae1", "hex")],
    ["a zip of other things", "SPREADSHEET_UNREADABLE", aRawWorkbook("", []).subarray(0, 300)],
    [
      "a document type with entities",
      "SPREADSHEET_UNREADABLE",
      withSheet(`<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData>${rows}</sheetData></worksheet>`),
    ],
    [
      "an entity of its own",
      "SPREADSHEET_UNREADABLE",
      withSheet("<worksheet><sheetData><row><c t='str'><v>&lol;</v></c></row></sheetData></worksheet>"),
    ],
    ["a sheet cut off", "SPREADSHEET_UNREADABLE", withSheet(`<worksheet><sheetData>${rows}`)],
    ["tags that cross", "SPREADSHEET_UNREADABLE", withSheet(`<worksheet><sheetData>${rows}</worksheet></sheetData>`)],
    [
      "a shared text that is not there",
      "SPREADSHEET_UNREADABLE",
      withSheet("<worksheet><sheetData><row><c t='s'><v>7</v></c></row></sheetData></worksheet>"),
    ],
    ["a sheet of 410 MB of blanks", "TOO_LARGE", withSheet(`<worksheet>${" ".repeat(410_000_000)}</worksheet>`)],
    ["a tag without end", "SPREADSHEET_UNREADABLE", withSheet(`<worksheet><a ${"x".repeat(2_000_000)}`)],
  ])("should refuse %s with %s", async (_, code, bytes) => {
    await expect(read(await bytes)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^Expected .*, but/),
    });
  });

  it("should refuse a file above its limit without reading on", async () => {
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked += 1;
        yield Buffer.alloc(1_000_000);
      }
    }
    await expect(gathered(readSheet(endless(), { columns: COLUMNS, maxRows: 1 }))).rejects.toMatchObject({
      code: "TOO_LARGE",
    });
    expect(asked).toBe(21);
  });
});

describe("readSheet of CSV", () => {
  it.each([
    ["semicolons", Buffer.from("NIP;AK\r\n1;12,5\r\n")],
    ["commas", Buffer.from('NIP,AK\n1,"12,5"\n')],
    ["tabs in UTF-16", Buffer.from("\uFEFFNIP\tAK\r\n1\t12,5\r\n", "utf16le")],
    ["a mark of UTF-8", Buffer.from("\uFEFFNIP;AK\n1;12,5")],
    ["a stated separator", Buffer.from("sep=|\nNIP|AK\n1|12,5\n")],
  ])("should read %s", async (_, bytes) => {
    const rows = await read(bytes);
    expect(rows.map(({ values, problems }) => ({ values, problems }))).toEqual([
      { values: { nip: "1", angka: "12.5" }, problems: [] },
    ]);
  });

  it("should keep what stands in quotes and read what is not UTF-8", async () => {
    const rows = await read(Buffer.from('NIP;AK\n"a;""b""\nc";\ncaf\u00E9;\n', "latin1"));
    expect(rows.map(({ row, values }) => [row, values.nip])).toEqual([
      [2, 'a;"b"\nc'],
      [3, "caf\u00E9"],
    ]);
  });

  it.each([
    ["a quote that does not end", 'NIP;AK\n"1;2\n'],
    ["text behind a quote", 'NIP;AK\n"1"x;2\n'],
  ])("should refuse %s", async (_, text) => {
    await expect(read(Buffer.from(text))).rejects.toMatchObject({ code: "SPREADSHEET_UNREADABLE" });
  });
});
