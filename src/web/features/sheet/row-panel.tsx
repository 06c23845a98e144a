import { IconChevronLeft, IconChevronRight, IconX } from "@tabler/icons-react";
import { useRef, useState, type ReactElement } from "react";
import Offcanvas from "react-bootstrap/Offcanvas";
import type { SheetPage, SheetRow } from "../../../http/contract/cases.js";
import { Dialog } from "../../shared/components/dialog.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { removeLocal } from "../../shared/local-copy/local-copy.js";
import { useSignedIn } from "../../shared/session/session-query.js";
import { RowWork } from "./row-work.js";
import { rowTitle } from "./row-values.js";
import type { SheetActs } from "./sheet-query.js";
import { rowKey } from "./use-row-edit.js";

interface RowPanelProps {
  readonly place: { readonly caseId: string; readonly sheetId: string };
  readonly page: SheetPage;
  /** Null for a row that is being added. */
  readonly row: SheetRow | null;
  readonly position: { readonly at: number; readonly of: number } | null;
  readonly acts: SheetActs;
  readonly onAdded: (row: SheetRow) => void;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
  readonly onClose: () => void;
}

/** One row with its evidence, over the list: a wide panel on a desk, the whole screen on a phone. */
export function RowPanel(props: RowPanelProps): ReactElement {
  const { t, say, language } = useTexts();
  const { page, row, position } = props;
  const user = useSignedIn();
  const dirty = useRef(false);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const guard = (go: () => void): void => {
    if (dirty.current) setLeaving(() => go);
    else go();
  };
  const name = row === null ? t("sheet.new") : rowTitle(page.columns, row, language);
  const wide = row !== null && (row.files.length > 0 || page.canAttach);
  return (
    <Offcanvas
      show
      placement="end"
      onHide={() => guard(props.onClose)}
      className={`row-panel${wide ? " row-panel-wide" : ""}`}
      aria-labelledby="row-title"
      restoreFocus
    >
      <div className="row-panel-header">
        <div className="flex-fill min-w-0">
          <div className="text-secondary small">
            {[row?.group, position === null ? null : t("sheet.position", { at: position.at, of: position.of })]
              .filter(Boolean)
              .join(" · ")}
          </div>
          <h2 className="h3 mb-0" id="row-title">
            {name === "" ? t("sheet.unnamed") : name}
          </h2>
          {row?.notes.map((note) => (
            <div key={note.text.id} className={`sheet-note sheet-note-${note.tone}`}>
              {say(note.text)}
            </div>
          ))}
        </div>
        <div className="btn-list flex-nowrap">
          <PanelButton
            label={t("sheet.previous")}
            go={props.onPrevious}
            guard={guard}
            icon={<IconChevronLeft size={20} aria-hidden />}
          />
          <PanelButton
            label={t("sheet.next")}
            go={props.onNext}
            guard={guard}
            icon={<IconChevronRight size={20} aria-hidden />}
          />
          <PanelButton
            label={t("action.close")}
            go={props.onClose}
            guard={guard}
            icon={<IconX size={20} aria-hidden />}
          />
        </div>
      </div>
      <RowWork
        key={row?.id ?? "new"}
        place={props.place}
        page={page}
        row={row}
        acts={props.acts}
        onDirty={(now) => {
          dirty.current = now;
        }}
        onAdded={props.onAdded}
        onNext={props.onNext}
        onRemoved={props.onClose}
      />
      {leaving === null ? null : (
        <Dialog
          title={t("sheet.discardTitle")}
          confirm={t("sheet.discard")}
          cancel={t("sheet.keepEditing")}
          danger
          onClose={() => setLeaving(null)}
          onConfirm={() => {
            dirty.current = false;
            removeLocal(rowKey(user.userId, props.place, row));
            setLeaving(null);
            leaving();
          }}
        >
          <p className="mb-0">{t("sheet.discardWhy")}</p>
        </Dialog>
      )}
    </Offcanvas>
  );
}

interface PanelButtonProps {
  readonly label: string;
  readonly go: (() => void) | null;
  readonly guard: (go: () => void) => void;
  readonly icon: ReactElement;
}

const PanelButton = ({ label, go, guard, icon }: PanelButtonProps): ReactElement => (
  <button
    type="button"
    className="btn btn-icon"
    aria-label={label}
    title={label}
    disabled={go === null}
    onClick={() => go !== null && guard(go)}
  >
    {icon}
  </button>
);
