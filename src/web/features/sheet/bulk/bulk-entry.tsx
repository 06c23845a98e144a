import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactElement,
} from "react";
import Modal from "react-bootstrap/Modal";
import type { SheetPage } from "../../../../http/contract/cases.js";
import { ProblemAlert } from "../../../shared/components/problem-alert.js";
import { useTexts } from "../../../shared/i18n/use-texts.js";
import { editableColumns } from "../row-values.js";
import type { SheetActs } from "../sheet-query.js";
import { BulkLine, FAULT_GAP } from "./bulk-line.js";
import { type BulkEdit, useBulkEdit } from "./use-bulk-edit.js";

interface BulkEntryProps {
  readonly place: { readonly caseId: string; readonly sheetId: string };
  readonly page: SheetPage;
  readonly acts: SheetActs;
  readonly onClose: () => void;
}

/** Many rows at once: typed by keyboard or pasted from a spreadsheet, seen before they are sent, taken all or none. */
export function BulkEntry({ place, page, acts, onClose }: BulkEntryProps): ReactElement {
  const { t } = useTexts();
  const columns = useMemo(() => editableColumns(page.columns, null), [page.columns]);
  const edit = useBulkEdit({ place, columns, known: page.columns, acts, onSaved: onClose });
  const wrong = Object.keys(edit.faults).length;
  return (
    <Modal show fullscreen onHide={onClose} keyboard={false} aria-labelledby="bulk-title" className="bulk">
      <Modal.Header closeButton closeLabel={t("action.close")}>
        <Modal.Title id="bulk-title" as="h2" className="h3 mb-0">
          {t("sheet.bulkTitle")}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <p className="text-secondary">{t("sheet.bulkHelp")}</p>
        {edit.failure === null ? null : <ProblemAlert error={edit.failure} />}
        <BulkGrid columns={columns} edit={edit} />
        <button type="button" className="btn mt-2" onClick={edit.addLine}>
          {t("sheet.bulkAddLine")}
        </button>
      </Modal.Body>
      <Modal.Footer>
        <span className="me-auto text-danger-strong" role="status">
          {wrong === 0 ? "" : t("sheet.bulkFaults", { of: wrong })}
        </span>
        <button type="button" className="btn" onClick={onClose}>
          {t("action.close")}
        </button>
        <button
          type="button"
          className="btn btn-primary"
          disabled={edit.busy || edit.filled === 0}
          onClick={() => void edit.send()}
        >
          {t("sheet.bulkSave", { of: edit.filled })}
        </button>
      </Modal.Footer>
    </Modal>
  );
}

interface BulkGridProps {
  readonly columns: ReturnType<typeof editableColumns>;
  readonly edit: BulkEdit;
}

/** Line and column of the cell that an event came from; null outside the cells. */
const cellOf = (target: EventTarget): { readonly line: number; readonly column: string } | null => {
  const name = target instanceof HTMLElement ? target.dataset["cell"] : undefined;
  const dot = name?.indexOf(".") ?? -1;
  return name === undefined || dot === -1 ? null : { line: Number(name.slice(0, dot)), column: name.slice(dot + 1) };
};

const steps: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

function BulkGrid({ columns, edit }: BulkGridProps): ReactElement {
  const { t, say } = useTexts();
  const box = useRef<HTMLTableElement>(null);
  /** Cell to go to when it is drawn: a new line is not there yet. */
  const goal = useRef<string | null>(`0.${columns[0]?.key ?? ""}`);
  const latest = useRef(edit);
  useEffect(() => {
    latest.current = edit;
    if (goal.current === null) return;
    box.current?.querySelector<HTMLElement>(`[data-cell="${goal.current}"]`)?.focus();
    goal.current = null;
  });
  useEffect(() => {
    // Among hundreds of lines nobody finds a wrong cell by scrolling.
    if (edit.refused === 0) return;
    const wrong = box.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    wrong?.focus();
    // In the middle, because its message stands below it.
    wrong?.scrollIntoView({ block: "center" });
  }, [edit.refused]);
  const remove = useCallback((line: number) => latest.current.removeLine(line), []);

  const step = (event: KeyboardEvent<HTMLTableElement>): void => {
    const cell = cellOf(event.target);
    const by = steps[event.key];
    if (cell === null || by === undefined) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void edit.send();
      return;
    }
    // Arrows choose inside a list of choices.
    if (event.key !== "Enter" && event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    const next = `${cell.line + by}.${cell.column}`;
    if (event.key === "Enter" && cell.line + by === edit.lines.length) {
      goal.current = `${cell.line + by}.${columns[0]?.key ?? cell.column}`;
      edit.addLine();
    } else box.current?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  };
  const paste = (event: ClipboardEvent<HTMLTableElement>): void => {
    const cell = cellOf(event.target);
    const text = event.clipboardData.getData("text/plain");
    // A single word is pasted into its cell as everywhere.
    if (cell === null || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    edit.paste(
      cell.line,
      Math.max(
        0,
        columns.findIndex(({ key }) => key === cell.column),
      ),
      text,
    );
  };
  return (
    <div className="bulk-scroll">
      <table ref={box} className="table bulk-table" onKeyDown={step} onPaste={paste}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t("sheet.bulkLine")}</span>
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.required ? "required" : ""}>
                {say(column.label)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {edit.lines.map((typed, line) => (
            <BulkLine
              // Lines have no name of their own.
              key={line}
              columns={columns}
              line={line}
              typed={typed}
              faults={columns.map(({ key }) => edit.faults[`${line}.${key}`] ?? "").join(FAULT_GAP)}
              onChange={edit.change}
              onRemove={remove}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
