import { AppError, type FieldProblem } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import type { Sheet, SheetColumn, SheetRequest, SheetRow, SheetValue } from "../sheet.js";

const PAGE = 200;

/** The row as it is now with the columns, or undefined when it is gone. */
const currentRow = async (
  tx: UnitOfWork,
  sheet: Sheet,
  at: SheetRequest,
  id: string,
): Promise<{ readonly row: SheetRow; readonly columns: readonly SheetColumn[] } | undefined> => {
  for (let offset = 0; ; offset += PAGE) {
    const { rows, columns, total } = await sheet.page(tx, at, { offset, limit: PAGE });
    const row = rows.find((each) => each.id === id);
    if (row !== undefined) return { row, columns };
    if (rows.length === 0 || offset + PAGE >= total) return undefined;
  }
};

const shown = (value: SheetValue | undefined): string => (value === null || value === undefined ? "–" : String(value));

const changesOf = (
  { row, columns }: { readonly row: SheetRow; readonly columns: readonly SheetColumn[] },
  wanted: Readonly<Record<string, SheetValue>>,
): FieldProblem[] =>
  columns
    .filter(({ key }) => key in wanted && shown(row.values[key]) !== shown(wanted[key]))
    .map(({ key, label }) => ({
      path: `values.${key}`,
      message: {
        id: `${label.id} sekarang ${shown(row.values[key])}`,
        en: `${label.en} is now ${shown(row.values[key])}`,
      },
    }));

/**
 * Runs a change of a row; when someone else was faster, says what stands there now beside what was wanted.
 * @throws {AppError} CONFLICT with one error for each column that differs, and whatever else the sheet throws.
 */
export const tellingWhatChanged = async (
  tx: UnitOfWork,
  { sheet, at }: { readonly sheet: Sheet; readonly at: SheetRequest },
  row: { readonly id: string; readonly values: Readonly<Record<string, SheetValue>> },
  change: () => Promise<SheetRow>,
): Promise<SheetRow> => {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "CONFLICT" || error.details.errors !== undefined) throw error;
    const current = await currentRow(tx, sheet, at, row.id);
    const errors = current === undefined ? [] : changesOf(current, row.values);
    const words = (language: "id" | "en"): string => errors.map(({ message }) => message[language]).join("; ");
    throw new AppError("CONFLICT", error.message, {
      cause: error,
      errors,
      detail: {
        id: `Baris ini baru saja diubah orang lain${errors.length === 0 ? "" : `: ${words("id")}`}. Muat ulang baris, lalu ulangi`,
        en: `Someone else has just changed this row${errors.length === 0 ? "" : `: ${words("en")}`}. Reload the row and try again`,
      },
    });
  }
};
