import { describe, expect, it } from "@jest/globals";
import type { SheetColumn } from "../../../src/http/contract/cases.js";
import { clipboardTable } from "../../../src/web/features/sheet/bulk/clipboard-table.js";
import { pastedRows } from "../../../src/web/features/sheet/bulk/pasted-rows.js";
import { readBulk, serverFaults } from "../../../src/web/features/sheet/bulk/read-bulk.js";
import { typedDate, typedSpan } from "../../../src/web/features/sheet/bulk/typed-date.js";

const column = (key: string, id: string, kind: SheetColumn["kind"], more: Partial<SheetColumn> = {}): SheetColumn => ({
  key,
  label: { id, en: `${id} (en)` },
  kind,
  editable: true,
  required: false,
  ...more,
});
const columns = [
  column("kode", "Butir kegiatan", "search", { required: true }),
  column("mulai", "Tanggal mulai", "date"),
  column("selesai", "Tanggal selesai", "date"),
  column("volume", "Volume", "decimal", { required: true }),
  column("alasan", "Alasan", "choice", { choices: [{ value: "SESUAI", label: { id: "Sesuai", en: "As proposed" } }] }),
];

describe("clipboard of a spreadsheet", () => {
  it("should be read cell by cell, with lines and quotation marks inside cells", () => {
    expect(clipboardTable('a\tb\r\n"dua\nbaris"\t"kata ""asing"""\r\n\r\n')).toEqual([
      ["a", "b"],
      ["dua\nbaris", 'kata "asing"'],
    ]);
  });

  it("should keep empty cells, also the last of a line", () => {
    expect(clipboardTable("\tb\t\nc\t\td")).toEqual([
      ["", "b", ""],
      ["c", "", "d"],
    ]);
    expect(clipboardTable("a\t")).toEqual([["a", ""]]);
    expect(clipboardTable("")).toEqual([]);
  });
});

describe("pasted rows", () => {
  it("should follow the headings where the first line names columns", () => {
    const table = clipboardTable("Volume\tCatatan\tButir Kegiatan\n2,5\tabaikan\tI.B.1");
    expect(pastedRows(table, columns, 3)).toEqual([{ volume: "2,5", kode: "I.B.1" }]);
  });

  it("should read a printed form by its headings, without what is computed and the numbers of its columns", () => {
    const known = [...columns, column("ak", "Jumlah AK", "decimal", { editable: false })];
    const form = [
      ["No", "Kode Kegiatan", "Tanggal", "Volume Kegiatan", "Jumlah AK"],
      ["1", "2", "3", "4", "5"],
      ["1.", "212109006", "2 s/d 8 Maret 2021", "52", "0,156"],
    ];
    const named = known.map((each) => ({
      ...each,
      headings: { kode: ["Kode kegiatan"], mulai: ["Tanggal"], volume: ["Volume kegiatan"] }[each.key] ?? [],
    }));
    expect(pastedRows(form, named.slice(0, 5), 0, named)).toEqual([
      { kode: "212109006", mulai: "2 Maret 2021", selesai: "8 Maret 2021", volume: "52" },
    ]);
  });

  it("should follow the order from the column pasted into where it does not", () => {
    expect(pastedRows(clipboardTable("02-03-2026\t05-03-2026\t4\tsesuai"), columns, 1)).toEqual([
      { mulai: "02-03-2026", selesai: "05-03-2026", volume: "4", alasan: "SESUAI" },
    ]);
  });

  it("should fill two date columns with a span of days", () => {
    expect(pastedRows(clipboardTable("I.B.1\t02-03-2026 s.d. 05-03-2026\t\t1"), columns, 0)).toEqual([
      { kode: "I.B.1", mulai: "02-03-2026", selesai: "05-03-2026", volume: "1" },
    ]);
  });
});

describe("days as typed", () => {
  it.each([
    ["31-03-2026", "2026-03-31"],
    ["1/3/2026", "2026-03-01"],
    ["01.03.2026", "2026-03-01"],
    ["2026-03-31", "2026-03-31"],
    ["8 Maret 2021", "2021-03-08"],
    ["17 Agustus 2021", "2021-08-17"],
    ["1 Des 2021", "2021-12-01"],
    ["30 Februari 2021", null],
    ["31-02-2026", null],
    ["kemarin", null],
  ])("should read %s", (text, day) => expect(typedDate(text)).toBe(day));

  it.each(["1-3-2026 s.d. 5-3-2026", "1-3-2026 s/d 5-3-2026", "1-3-2026 sampai 5-3-2026", "1-3-2026 – 5-3-2026"])(
    "should see a span in %s",
    (text) => expect(typedSpan(text)).toEqual(["1-3-2026", "5-3-2026"]),
  );

  it.each([
    ["2 s/d 8 Maret 2021", ["2 Maret 2021", "8 Maret 2021"]],
    ["28 Maret s/d 2 April 2021", ["28 Maret 2021", "2 April 2021"]],
    ["Desember", null],
    ["8 Maret 2021", null],
  ])("should see what month and year a span shares in %s", (text, span) => expect(typedSpan(text)).toEqual(span));
});

describe("lines of the grid", () => {
  it("should become values, without the empty lines", () => {
    const { rows, lines, faults } = readBulk(
      columns,
      [
        { kode: "I.B.1", mulai: "02-03-2026", volume: "2,5" },
        { kode: " ", volume: "" },
        { kode: "I.B.2", volume: "1" },
      ],
      "id",
    );
    expect(faults).toEqual({});
    expect(lines).toEqual([0, 2]);
    expect(rows[0]).toEqual({ kode: "I.B.1", mulai: "2026-03-02", selesai: null, volume: "2.5", alasan: null });
  });

  it("should be faulted cell by cell", () => {
    const { faults } = readBulk(
      columns,
      [{}, { kode: "", mulai: "31-02-2026", volume: "banyak", alasan: "entah" }],
      "id",
    );
    expect(faults).toEqual({ "1.kode": "required", "1.mulai": "date", "1.volume": "decimal", "1.alasan": "choice" });
  });

  it("should show the server's messages at the line that the row came from", () => {
    const errors = [
      { path: "rows[1].volume", message: "terlalu besar" },
      { path: "rows", message: "terlalu banyak" },
    ];
    expect(serverFaults(errors, [0, 2], columns)).toEqual({ cells: { "2.volume": "terlalu besar" }, rest: true });
    expect(serverFaults(errors.slice(0, 1), [0, 2], columns).rest).toBe(false);
  });
});
