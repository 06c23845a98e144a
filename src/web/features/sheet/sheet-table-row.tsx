import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconPaperclip } from "@tabler/icons-react";
import { memo, type MouseEvent, type ReactElement } from "react";
import type { SheetColumn, SheetRow } from "../../../http/contract/cases.js";
import { decimalText } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { isNumeric, rowTitle, shownValue } from "./row-values.js";
import { difference, foldedLine, isDone, type TableLayout } from "./table-layout.js";

interface RowProps {
  readonly row: SheetRow;
  readonly number: number;
  readonly layout: TableLayout;
  readonly withFiles: boolean;
  readonly onOpen: (rowId: string) => void;
}

/** One row of a sheet: opens on a click anywhere; its name is the button for keyboard and screen reader. */
// Rows keep their identity while others are edited; typing in the panel renders none of them.
export const SheetTableRow = memo(
  function SheetTableRow({ row, number, layout, withFiles, onOpen }: RowProps): ReactElement {
    const done = isDone(layout.work, row);
    const open = (event: MouseEvent<HTMLTableRowElement>): void => {
      // Somebody who marks words in order to copy them does not want the row.
      if (window.getSelection()?.isCollapsed === false) return;
      event.currentTarget.querySelector("button")?.focus();
      onOpen(row.id);
    };
    return (
      <tr data-row={row.id} className={`sheet-row${done ? " sheet-row-done" : ""}`} onClick={open}>
        <RowName row={row} number={number} layout={layout} />
        {layout.cells.map((column) => (
          <Cell key={column.key} column={column} row={row} done={done && column === layout.work[0]} />
        ))}
        {withFiles ? <FilesCell count={row.files.length} /> : null}
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.number === after.number &&
    before.onOpen === after.onOpen &&
    before.withFiles === after.withFiles &&
    before.layout === after.layout,
);

function FilesCell({ count }: { readonly count: number }): ReactElement {
  const { t } = useTexts();
  return (
    <td className="sheet-files-cell">
      {count === 0 ? (
        <span className="text-secondary">–</span>
      ) : (
        <span className="nowrap">
          <IconPaperclip size={15} aria-hidden /> {count}
          <span className="visually-hidden"> {t("sheet.filesWord")}</span>
        </span>
      )}
    </td>
  );
}

function RowName({ row, number, layout }: Omit<RowProps, "onOpen" | "withFiles">): ReactElement {
  const { t, say, language } = useTexts();
  const name = rowTitle(layout.title, row, language);
  const folded = foldedLine(layout.folded, row, language);
  const long = layout.long
    .map((column) => ({ column, text: shownValue(column, row.values[column.key], language) }))
    .filter(({ text }) => text !== "");
  return (
    <td className="sheet-title">
      <button type="button" className="sheet-open">
        <span className="sheet-number">{number}</span>
        <span>{name === "" ? t("sheet.unnamed") : name}</span>
      </button>
      {long.map(({ column, text }, index) => (
        <div key={column.key} className="sheet-more">
          {index === 0 ? text : `${say(column.label)}: ${text}`}
        </div>
      ))}
      {folded === "" ? null : <div className="sheet-more sheet-folded">{folded}</div>}
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
  );
}

interface CellProps {
  readonly column: SheetColumn;
  readonly row: SheetRow;
  /** The row is done, and this cell shows it. */
  readonly done: boolean;
}

function Cell({ column, row, done }: CellProps): ReactElement {
  const { t, say, language } = useTexts();
  const shown = shownValue(column, row.values[column.key], language);
  const less = difference(column, row);
  const look = isNumeric(column) ? "text-end tabular" : `sheet-${column.kind}`;
  const onPhone = column.summary === true || (column.editable && shown !== "");
  return (
    <td data-label={say(column.label)} className={`${look}${onPhone ? "" : " not-on-phone"}`}>
      {done ? (
        <>
          <IconCircleCheck size={17} className="sheet-check" aria-hidden />
          <span className="visually-hidden">{t("sheet.done")} </span>
        </>
      ) : null}
      {shown === "" ? <span className="text-secondary">–</span> : <span className="sheet-value">{shown}</span>}
      {less === null ? null : (
        <span className="sheet-difference">
          {less.startsWith("-") ? "−" : "+"}
          {decimalText(less.replace("-", ""), language, column.scale)}
        </span>
      )}
    </td>
  );
}
