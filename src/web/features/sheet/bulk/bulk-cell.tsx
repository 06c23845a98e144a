import type { ReactElement } from "react";
import type { SheetColumn } from "../../../../http/contract/cases.js";
import { useTexts } from "../../../shared/i18n/use-texts.js";
import { isNumeric } from "../row-values.js";

interface BulkCellProps {
  readonly column: SheetColumn;
  readonly line: number;
  readonly text: string;
  readonly fault: string | undefined;
  readonly onChange: (line: number, column: string, text: string) => void;
}

/** One cell of the grid. Days are typed as text, because they are pasted as text. */
export function BulkCell({ column, line, text, fault, onChange }: BulkCellProps): ReactElement {
  const { t, say } = useTexts();
  const cell = `${line}.${column.key}`;
  const shared = {
    "data-cell": cell,
    "aria-label": t("sheet.bulkCell", { column: say(column.label), line: line + 1 }),
    "aria-invalid": fault !== undefined,
    value: text,
    ...(fault === undefined ? {} : { "aria-describedby": `fault-${cell}` }),
  };
  const look = fault === undefined ? "" : " is-invalid";
  const known = column.choices?.some(({ value }) => value === text) === true || text === "";
  return (
    <td data-label={say(column.label)} className={`bulk-${column.kind}`}>
      {column.kind === "choice" ? (
        <select
          {...shared}
          className={`form-select${look}`}
          onChange={(event) => onChange(line, column.key, event.target.value)}
        >
          <option value="">{t("field.choose")}</option>
          {known ? null : <option value={text}>{text}</option>}
          {column.choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {say(choice.label)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={isNumeric(column) ? "decimal" : "text"}
          autoComplete="off"
          className={`form-control${look}${isNumeric(column) ? " tabular" : ""}`}
          {...(column.kind === "date" ? { placeholder: t("sheet.bulkDay") } : {})}
          onChange={(event) => onChange(line, column.key, event.target.value)}
        />
      )}
      {fault === undefined ? null : (
        <div className="bulk-fault" id={`fault-${cell}`}>
          {fault}
        </div>
      )}
    </td>
  );
}
