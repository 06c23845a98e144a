import { describe, expect, it } from "@jest/globals";
import type { SheetColumn, SheetRow } from "../../../src/http/contract/cases.js";
import { difference, foldedLine, isDone, tableLayout } from "../../../src/web/features/sheet/table-layout.js";

const column = (key: string, kind: SheetColumn["kind"], more: Partial<SheetColumn> = {}): SheetColumn => ({
  key,
  label: { id: key, en: key },
  kind,
  editable: false,
  required: false,
  ...more,
});
const columns = [
  column("kode", "search", { summary: true }),
  column("butir", "text"),
  column("uraian", "longtext", { required: true }),
  column("mulai", "date", { required: true }),
  column("selesai", "date"),
  column("volume", "decimal", { required: true, scale: 2 }),
  column("satuan", "text"),
  column("usul", "decimal", { scale: 3, summary: true }),
  column("nilai", "decimal", { scale: 3, summary: true, editable: true, required: true, comparedTo: "usul" }),
  column("keterangan", "longtext", { editable: true }),
];
const row = (values: SheetRow["values"]): SheetRow => ({
  id: "r",
  revision: 1,
  group: "",
  values,
  files: [],
  notes: [],
});
const keys = (list: readonly SheetColumn[]): string[] => list.map(({ key }) => key);

describe("table of a sheet", () => {
  it("should keep columns for summaries and for what one fills in, and fold the rest", () => {
    const layout = tableLayout({ columns, canAdd: false });
    expect(keys(layout.cells)).toEqual(["usul", "nilai", "keterangan"]);
    expect(keys(layout.work)).toEqual(["nilai"]);
    expect(keys(layout.long)).toEqual(["uraian"]);
  });

  it("should not fold required numbers while rows are composed", () => {
    expect(keys(tableLayout({ columns, canAdd: true }).cells)).toEqual(["volume", "usul", "nilai"]);
  });

  it("should fold dates into a span and put words behind their number", () => {
    const { folded } = tableLayout({ columns, canAdd: false });
    const line = foldedLine(
      folded,
      row({ mulai: "2021-03-01", selesai: "2021-03-12", volume: "45", satuan: "JP" }),
      "id",
    );
    expect(line).toBe("1 Mar 2021 – 12 Mar 2021 · volume 45,00 JP");
  });

  it("should tell done rows and by how much a value differs", () => {
    const nilai = columns.find(({ key }) => key === "nilai") ?? column("", "text");
    expect(isDone([nilai], row({ nilai: "3.000" }))).toBe(true);
    expect(isDone([nilai], row({ nilai: null }))).toBe(false);
    expect(difference(nilai, row({ usul: "3.6", nilai: "3.000" }))).toBe("-0.6".padEnd(6, "0"));
    expect(difference(nilai, row({ usul: "3.6", nilai: "3.600" }))).toBeNull();
    expect(difference(nilai, row({ usul: "3.6", nilai: null }))).toBeNull();
  });
});
