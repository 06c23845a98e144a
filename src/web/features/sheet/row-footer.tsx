import { IconDeviceFloppy, IconTrash } from "@tabler/icons-react";
import { useState, type ReactElement } from "react";
import type { SheetRow } from "../../../http/contract/cases.js";
import { Dialog } from "../../shared/components/dialog.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { RowEdit } from "./use-row-edit.js";

interface RowFooterProps {
  readonly edit: RowEdit;
  readonly row: SheetRow | null;
  /** A date is typed in part, or is none: saving tells of it. */
  readonly halfTyped: boolean;
  readonly canRemove: boolean;
  readonly hasNext: boolean;
}

/** Messages about saving, and the buttons that save. */
export function RowFooter({ edit, row, halfTyped, canRemove, hasNext }: RowFooterProps): ReactElement | null {
  const { t } = useTexts();
  const [removing, setRemoving] = useState(false);
  const writable = edit.columns.length > 0;
  if (!writable && !canRemove) return null;
  return (
    <footer className="row-footer">
      {edit.restored && edit.dirty && !edit.conflict ? (
        <div className="alert alert-info alert-plain w-100 mb-0" role="status">
          {t("sheet.restored")}
        </div>
      ) : null}
      {edit.conflict ? <Conflict edit={edit} /> : null}
      {edit.failure === null ? null : (
        <div className="w-100">
          <ProblemAlert error={edit.failure} />
        </div>
      )}
      {row !== null && canRemove ? (
        <button
          type="button"
          className="btn btn-outline-danger me-auto"
          disabled={edit.busy}
          onClick={() => setRemoving(true)}
        >
          <IconTrash size={18} className="me-1" aria-hidden /> {t("action.delete")}
        </button>
      ) : null}
      {writable ? (
        <div className="row-save">
          <button
            type="submit"
            className={row === null || !hasNext ? "btn btn-primary" : "btn"}
            disabled={edit.busy || edit.conflict || (!edit.dirty && !halfTyped && row !== null)}
          >
            <IconDeviceFloppy size={18} className="me-1" aria-hidden /> {t("action.save")}
          </button>
          {row === null || !hasNext ? null : (
            <button
              type="button"
              className="btn btn-primary"
              disabled={edit.busy || edit.conflict}
              title="Ctrl + Enter"
              onClick={() => void edit.save(true)}
            >
              {t("sheet.saveNext")}
            </button>
          )}
        </div>
      ) : null}
      {removing ? (
        <Dialog
          title={t("sheet.removeTitle")}
          confirm={t("action.delete")}
          danger
          onClose={() => setRemoving(false)}
          onConfirm={() => {
            setRemoving(false);
            void edit.remove();
          }}
        >
          <p className="mb-0">{t("sheet.removeWhy")}</p>
        </Dialog>
      ) : null}
    </footer>
  );
}

function Conflict({ edit }: { readonly edit: RowEdit }): ReactElement {
  const { t } = useTexts();
  return (
    <div className="alert alert-warning alert-plain w-100 mb-0" role="alert">
      <div className="fw-medium">{t("sheet.conflict")}</div>
      <p className="mb-2">{t("sheet.conflictWhy")}</p>
      <div className="btn-list">
        <button type="button" className="btn btn-sm" onClick={() => edit.takeTheirs()}>
          {t("sheet.takeTheirs")}
        </button>
        <button
          type="button"
          className="btn btn-sm btn-primary"
          disabled={edit.busy}
          onClick={() => void edit.overwrite()}
        >
          {t("sheet.overwrite")}
        </button>
      </div>
    </div>
  );
}
