import { describe, expect, it } from "@jest/globals";
import type { SheetColumn, SheetRow } from "../../../src/http/contract/cases.js";
import {
  editableColumns,
  readTyped,
  rowTitle,
  shownValue,
  typedValues,
} from "../../../src/web/features/sheet/row-values.js";

const column = (key: string, kind: SheetColumn["kind"], more: Partial<SheetColumn> = {}): SheetColumn => ({
  key,
  label: { id: key, en: key },
  kind,
  editable: true,
  required: false,
  ...more,
});
const columns = [
  column("kode", "search", { required: true }),
  column("butir", "text", { editable: false }),
  column("tanggal", "date"),
  column("volume", "integer"),
  column("nilai", "decimal", { scale: 3 }),
  column("bukti", "files"),
];
const row: SheetRow = {
  id: "r",
  revision: 1,
  group: "",
  values: { kode: "12", butir: "Tatap muka", tanggal: "2021-03-02", volume: 45, nilai: "1.8" },
  files: [],
  notes: [],
  locked: ["volume"],
};

describe("values of a row", () => {
  it("should let one fill in what is editable, not locked and no file", () => {
    expect(editableColumns(columns, row).map(({ key }) => key)).toEqual(["kode", "tanggal", "nilai"]);
  });

  it("should show what it reads back unchanged", () => {
    const shown = typedValues(columns, row, "id");
    expect(shown).toMatchObject({ nilai: "1,8", tanggal: "2021-03-02", volume: "45" });
    expect(readTyped(columns.slice(0, 5), shown, "id")).toEqual({ values: row.values, faults: {} });
  });

  it("should read back a thousand and more as it was", () => {
    const volume = column("volume", "decimal");
    const thousand = { ...row, values: { volume: "1200" } };
    for (const language of ["id", "en"] as const) {
      expect(readTyped([volume], typedValues([volume], thousand, language), language).values).toEqual(thousand.values);
    }
  });

  it("should name each column that cannot be sent", () => {
    expect(readTyped(columns.slice(0, 5), { kode: " ", volume: "1,5", nilai: "banyak" }, "id").faults).toEqual({
      kode: "required",
      volume: "integer",
      nilai: "decimal",
    });
  });

  it("should send absent values as null", () => {
    expect(readTyped([column("nilai", "decimal")], { nilai: "" }, "id").values).toEqual({ nilai: null });
  });

  it("should name a row by its code and its wording", () => {
    expect(rowTitle(columns, row, "id")).toBe("12 Tatap muka");
  });

  it("should show decimals with the digits of their column and choices by their words", () => {
    const choice = column("peran", "choice", { choices: [{ value: "UTAMA", label: { id: "Utama", en: "Main" } }] });
    expect(shownValue(columns[4] ?? choice, "1.8", "id")).toBe("1,800");
    expect(shownValue(choice, "UTAMA", "en")).toBe("Main");
    expect(shownValue(choice, null, "en")).toBe("");
  });
});
