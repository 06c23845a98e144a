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
  column("volume", "decimal", { required: true, scale: 2, unitIn: "satuan" }),
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

  it("should fold dates into a span, and put the unit behind its number and nothing else", () => {
    const { folded } = tableLayout({
      columns: [...columns, column("ak", "decimal"), column("catatan", "text")],
      canAdd: false,
    });
    const line = foldedLine(
      folded,
      row({ mulai: "2021-03-01", selesai: "2021-03-12", volume: "45", satuan: "JP", ak: "0.1", catatan: "lengkap" }),
      "id",
    );
    expect(line).toBe("1 Mar 2021 – 12 Mar 2021 · volume 45,00 JP · ak 0,1 · lengkap");
  });

  it("should show a unit by itself where its number has a column", () => {
    const { folded } = tableLayout({ columns, canAdd: true });
    expect(foldedLine(folded, row({ volume: "45", satuan: "JP" }), "id")).toBe("JP");
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
