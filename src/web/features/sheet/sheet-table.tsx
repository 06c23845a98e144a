import { IconAlertTriangle, IconInfoCircle, IconPaperclip } from "@tabler/icons-react";
import { memo, useMemo, type ReactElement } from "react";
import type { SheetColumn, SheetPage, SheetRow } from "../../../http/contract/cases.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { isNumeric, rowTitle, shownValue, titleColumns } from "./row-values.js";

interface SheetTableProps {
  readonly page: SheetPage;
  readonly rows: readonly SheetRow[];
  readonly onOpen: (rowId: string) => void;
}

/** The rows under their group headings, totals below; cards on a phone. */
export function SheetTable({ page, rows, onOpen }: SheetTableProps): ReactElement {
  const { t, say, language } = useTexts();
  const title = useMemo(() => titleColumns(page.columns), [page.columns]);
  const cells = useMemo(() => cellColumns(page, title), [page, title]);
  const span = cells.length + 2;
  let group: string | null = null;
  return (
    <div className="sheet-scroll" role="region" aria-label={t("sheet.rows")} tabIndex={0}>
      <table className="table sheet-table">
        <thead>
          <tr>
            <th scope="col">{title.map((column) => say(column.label)).join(" · ")}</th>
            {cells.map((column) => (
              <th key={column.key} scope="col" className={isNumeric(column) ? "text-end" : ""}>
                {say(column.label)}
              </th>
            ))}
            <th scope="col">{t("sheet.files")}</th>
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
                number={index + 1}
                title={title}
                cells={cells}
                longtext={page.columns.find(({ kind }) => kind === "longtext")}
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
                <td />
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** What gets a column of its own: not the name, not long texts, nothing that no row has. */
const cellColumns = ({ columns, rows }: SheetPage, title: readonly SheetColumn[]): SheetColumn[] =>
  columns.filter(
    (column) =>
      !title.includes(column) &&
      column.kind !== "files" &&
      column.kind !== "longtext" &&
      (column.summary === true || column.required || rows.some((row) => (row.values[column.key] ?? "") !== "")),
  );

interface RowProps {
  readonly row: SheetRow;
  readonly number: number;
  readonly title: readonly SheetColumn[];
  readonly cells: readonly SheetColumn[];
  readonly longtext: SheetColumn | undefined;
  readonly onOpen: (rowId: string) => void;
}

// Rows keep their identity while others are edited; typing in the panel renders none of them.
const SheetTableRow = memo(
  function SheetTableRow({ row, number, title, cells, longtext, onOpen }: RowProps): ReactElement {
    const { t, say, language } = useTexts();
    const name = rowTitle(title, row, language);
    const more =
      longtext === undefined || title.includes(longtext)
        ? ""
        : shownValue(longtext, row.values[longtext.key], language);
    return (
      <tr data-row={row.id}>
        <td className="sheet-title">
          <button type="button" className="sheet-open" onClick={() => onOpen(row.id)}>
            <span className="sheet-number">{number}</span>
            <span>{name === "" ? t("sheet.unnamed") : name}</span>
          </button>
          {more === "" ? null : <div className="sheet-more">{more}</div>}
          {row.notes.map((note) => (
            <div key={note.text.id} className={`sheet-note sheet-note-${note.tone}`}>
              {note.tone === "info" ? (
                <IconInfoCircle size={15} aria-hidden />
              ) : (
                <IconAlertTriangle size={15} aria-hidden />
              )}{" "}
              {say(note.text)}
            </div>
          ))}
        </td>
        {cells.map((column) => {
          const shown = shownValue(column, row.values[column.key], language);
          return (
            <td
              key={column.key}
              data-label={say(column.label)}
              className={`${isNumeric(column) ? "text-end tabular" : ""}${column.summary === true ? "" : " not-on-phone"}`}
            >
              {shown === "" ? <span className="text-secondary">–</span> : shown}
            </td>
          );
        })}
        <td className="sheet-files-cell">
          {row.files.length === 0 ? (
            <span className="text-secondary">–</span>
          ) : (
            <span className="nowrap">
              <IconPaperclip size={15} aria-hidden /> {row.files.length}
              <span className="visually-hidden"> {t("sheet.filesWord")}</span>
            </span>
          )}
        </td>
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.number === after.number &&
    before.onOpen === after.onOpen &&
    before.cells.length === after.cells.length,
);
