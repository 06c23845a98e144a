import { IconX } from "@tabler/icons-react";
import { memo, type ReactElement } from "react";
import type { SheetColumn } from "../../../../http/contract/cases.js";
import { useTexts } from "../../../shared/i18n/use-texts.js";
import type { Typed } from "../row-values.js";
import { BulkCell } from "./bulk-cell.js";

interface BulkLineProps {
  readonly columns: readonly SheetColumn[];
  readonly line: number;
  readonly typed: Typed;
  /** Messages of this line's cells in the order of the columns, joined; text, so that an unchanged line is not drawn. */
  readonly faults: string;
  readonly onChange: (line: number, column: string, text: string) => void;
  readonly onRemove: (line: number) => void;
}

/** Between the messages of a line; no message holds it. */
export const FAULT_GAP = "\u0000";

/** One line of the grid. Hundreds of them stay quick: only the line that is typed in is drawn. */
export const BulkLine = memo(function BulkLine({
  columns,
  line,
  typed,
  faults,
  onChange,
  onRemove,
}: BulkLineProps): ReactElement {
  const { t } = useTexts();
  const messages = faults.split(FAULT_GAP);
  return (
    <tr>
      <th scope="row" className="bulk-number">
        {line + 1}
      </th>
      {columns.map((column, index) => (
        <BulkCell
          key={column.key}
          column={column}
          line={line}
          text={typed[column.key] ?? ""}
          fault={messages[index] === "" ? undefined : messages[index]}
          onChange={onChange}
        />
      ))}
      <td className="bulk-remove">
        <button
          type="button"
          className="btn btn-icon btn-sm"
          aria-label={t("sheet.bulkRemoveLine", { line: line + 1 })}
          onClick={() => onRemove(line)}
        >
          <IconX size={16} aria-hidden />
        </button>
      </td>
    </tr>
  );
});
