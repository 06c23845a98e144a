import { describe, expect, it } from "@jest/globals";
import ExcelJS from "exceljs";
import { readSheet, writeSheet, type WrittenValue } from "../../../src/spreadsheets/index.js";
import { gathered } from "./workbooks.js";

const COLUMNS = [
  { key: "nip", heading: "NIP", kind: "text" },
  { key: "ak", heading: "Angka Kredit", kind: "decimal" },
  { key: "jumlah", heading: "Jumlah", kind: "integer" },
  { key: "tmt", heading: "TMT", kind: "date" },
  { key: "bulan", heading: "Bulan", kind: "month" },
] as const;

async function* rowsOf(rows: readonly Readonly<Record<string, WrittenValue>>[]) {
  yield* rows;
}

const ROW = { nip: "199001012015011001", ak: "12.345", jumlah: 3, tmt: "2026-01-31", bulan: "2026-05" };

const written = async (rows: AsyncIterable<Readonly<Record<string, WrittenValue>>>, title = "Rekap") => {
  const chunks = await gathered(writeSheet(COLUMNS, rows, title) as AsyncIterable<Buffer>);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.concat(chunks) as unknown as ArrayBuffer);
  return book.worksheets[0] as ExcelJS.Worksheet;
};

describe("writeSheet", () => {
  it("should write values that a spreadsheet computes with, below headings that stay in view", async () => {
    // when
    const sheet = await written(
      rowsOf([ROW, { nip: null, ak: null, jumlah: null, tmt: null, bulan: null }]),
      "Rekap: DUPAK [2026]/I",
    );
    // then
    expect(sheet.name).toBe("Rekap DUPAK 2026 I");
    expect(sheet.getRow(1).values).toEqual([undefined, "NIP", "Angka Kredit", "Jumlah", "TMT", "Bulan"]);
    expect(sheet.views).toEqual([expect.objectContaining({ state: "frozen", ySplit: 1 })]);
    expect(sheet.getCell("A2").value).toBe("199001012015011001");
    expect(sheet.getCell("B2")).toMatchObject({ value: 12.345, numFmt: "#,##0.000" });
    expect(sheet.getCell("C2").value).toBe(3);
    expect(sheet.getCell("D2").value).toEqual(new Date(Date.UTC(2026, 0, 31)));
    expect(sheet.getCell("E2")).toMatchObject({ value: new Date(Date.UTC(2026, 4, 1)), numFmt: "[$-421]mmmm yyyy" });
    expect(sheet.getCell("A3").value).toBeNull();
  });

  it.each(["=1+1", "+62", "-5", "@SUM(A1)", "\t=1+1", "=cmd|' /C calc'!A0"])(
    "should write %p as text",
    async (text) => {
      const sheet = await written(rowsOf([{ ...ROW, nip: text }]));
      expect(sheet.getCell("A2")).toMatchObject({ value: text, type: ExcelJS.ValueType.String, numFmt: "@" });
    },
  );

  it("should write a number of more than 15 digits as text rather than cut it", async () => {
    const sheet = await written(rowsOf([{ ...ROW, ak: "1234567890123456.789" }]));
    expect(sheet.getCell("B2").value).toBe("1234567890123456.789");
  });

  it("should give back what readSheet reads, for 50,000 rows", async () => {
    // given
    async function* many() {
      for (let n = 0; n < 50_000; n++) yield { ...ROW, nip: String(n), ak: `${n}.125` };
    }
    const columns = COLUMNS.map(({ key, heading, kind }) => ({
      key,
      headings: [heading] as const,
      kind,
      required: true,
    }));
    // when
    let count = 0;
    let last: unknown;
    const wrong: unknown[] = [];
    for await (const { values, problems } of readSheet(writeSheet(COLUMNS, many(), "Rekap"), {
      columns,
      maxRows: 50_000,
    })) {
      wrong.push(...problems);
      count += 1;
      last = values;
    }
    // then
    expect(wrong).toEqual([]);
    expect(count).toBe(50_000);
    expect(last).toEqual({ ...ROW, nip: "49999", ak: "49999.125" });
  });

  it.each([
    ["what the rows throw", { throws: new Error("basis data putus") }, "basis data putus"],
    ["a text that is no number", { ak: "dua" }, "Expected a number for a cell, but it is 'dua'"],
    ["a date that is none", { tmt: "kemarin" }, "Expected a date as 2026-01-31 for a cell, but it is 'kemarin'"],
    ["a text that no cell holds", { nip: "x".repeat(32_768) }, "Expected a text of 32767 characters at most"],
  ])("should fail with %s", async (_, wrong, message) => {
    async function* failing() {
      yield ROW;
      if ("throws" in wrong) throw wrong.throws;
      yield { ...ROW, ...wrong };
    }
    await expect(gathered(writeSheet(COLUMNS, failing(), "Rekap") as AsyncIterable<Buffer>)).rejects.toThrow(message);
  });

  it("should stop asking for rows when nobody reads any longer", async () => {
    // given
    let close: () => void;
    const closed = new Promise<void>((resolve) => (close = resolve));
    async function* endless() {
      try {
        for (;;) yield ROW;
      } finally {
        close();
      }
    }
    const stream = writeSheet(COLUMNS, endless(), "Rekap");
    // when
    for await (const _chunk of stream) break;
    // then the rows are told to end
    await closed;
    expect(stream.destroyed).toBe(true);
  });
});
