import { useMemo, type ReactElement } from "react";
import type { SheetPage, SheetRow } from "../../../http/contract/cases.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { isNumeric, shownValue } from "./row-values.js";
import { SheetTableRow } from "./sheet-table-row.js";
import { tableLayout } from "./table-layout.js";

interface SheetTableProps {
  readonly page: SheetPage;
  readonly rows: readonly SheetRow[];
  /** How many rows of the sheet stand before these. */
  readonly first: number;
  readonly onOpen: (rowId: string) => void;
}

/** A sheet without a column of files keeps none. */
const hasFiles = ({ columns, rows }: SheetPage): boolean =>
  columns.some(({ kind }) => kind === "files") || rows.some(({ files }) => files.length > 0);

/** The rows under their group headings, totals below; cards on a phone. */
export function SheetTable({ page, rows, first, onOpen }: SheetTableProps): ReactElement {
  const { t, say, language } = useTexts();
  const { columns, canAdd } = page;
  const layout = useMemo(() => tableLayout({ columns, canAdd }), [columns, canAdd]);
  const { title, cells } = layout;
  const withFiles = hasFiles(page);
  const span = cells.length + (withFiles ? 2 : 1);
  let group: string | null = null;
  return (
    <div className="sheet-scroll" role="region" aria-label={t("sheet.rows")} tabIndex={0}>
      <table className="table sheet-table">
        <thead>
          <tr>
            <th scope="col">{title.map((column) => say(column.label)).join(" · ")}</th>
            {cells.map((column) => (
              <th key={column.key} scope="col" className={isNumeric(column) ? "text-end" : `sheet-${column.kind}`}>
                {say(column.label)}
              </th>
            ))}
            {withFiles ? <th scope="col">{t("sheet.files")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row, index) => {
            const heading = row.group !== group && row.group !== "" ? row.group : null;
            group = row.group;
            return [
              heading === null ? null : (
                <tr key={`group-${row.id}`} className="sheet-group">
                  <th colSpan={span} scope="rowgroup">
                    {heading}
                  </th>
                </tr>
              ),
              <SheetTableRow
                key={row.id}
                row={row}
                number={first + index + 1}
                layout={layout}
                withFiles={withFiles}
                onOpen={onOpen}
              />,
            ];
          })}
        </tbody>
        {page.totals.length === 0 ? null : (
          <tfoot>
            {page.totals.map((total) => (
              <tr key={total.label.id}>
                <th scope="row">{say(total.label)}</th>
                {cells.map((column) => (
                  <td key={column.key} className="text-end tabular" data-label={say(column.label)}>
                    {shownValue(column, total.values[column.key], language)}
                  </td>
                ))}
                {withFiles ? <td /> : null}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  );
}
