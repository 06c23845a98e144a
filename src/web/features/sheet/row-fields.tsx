import { useEffect, useRef, type ReactElement } from "react";
import type { SheetColumn, SheetPage, SheetRow } from "../../../http/contract/cases.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { ColumnField } from "./column-field.js";
import { shownValue, titleColumns } from "./row-values.js";
import type { SheetActs } from "./sheet-query.js";
import type { RowEdit } from "./use-row-edit.js";

interface RowFieldsProps {
  readonly page: SheetPage;
  readonly row: SheetRow | null;
  readonly edit: RowEdit;
  readonly acts: SheetActs;
}

/** What is fixed as facts, what may be filled in as fields. */
export function RowFields({ page, row, edit, acts }: RowFieldsProps): ReactElement {
  const { say, language } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const editable = new Set(edit.columns.map((column) => column.key));
  const title = new Set(titleColumns(page.columns));
  const fixed =
    row === null
      ? []
      : page.columns.filter((column) => !editable.has(column.key) && column.kind !== "files" && !title.has(column));
  const facts = fixed
    .map((column) => ({ column, value: shownValue(column, row?.values[column.key], language) }))
    .filter(({ value }) => value !== "");
  useEffect(() => {
    box.current?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  }, []);
  return (
    <div ref={box}>
      {facts.length === 0 ? null : (
        <dl className="facts mb-3">
          {facts.map(({ column, value }) => (
            <div key={column.key} className={column.kind === "longtext" ? "fact-wide" : ""}>
              <dt>{say(column.label)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="row-fields">
        {edit.columns.map((column: SheetColumn) => (
          <ColumnField
            key={column.key}
            column={column}
            value={edit.typed[column.key] ?? ""}
            error={edit.errors[column.key]}
            search={(text, signal) => acts.search(column.key, text, signal)}
            onChange={(text) => edit.change(column.key, text)}
          />
        ))}
      </div>
    </div>
  );
}
