import type { Localised } from "../platform/index.js";
import type { SheetColumn } from "./sheet.js";

/** A column that is only read, unless `more` says otherwise. @since 1.5 */
export const sheetColumn = (
  key: string,
  label: Localised,
  kind: SheetColumn["kind"] = "text",
  more: Partial<SheetColumn> = {},
): SheetColumn => ({ key, label, kind, editable: false, required: false, ...more });
