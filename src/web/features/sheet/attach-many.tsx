import { IconUpload } from "@tabler/icons-react";
import { useRef, useState, type FormEvent, type ReactElement } from "react";
import Modal from "react-bootstrap/Modal";
import type { SheetPage, SheetRow } from "../../../http/contract/cases.js";
import { MAX_UPLOAD_BYTES, uploadFile } from "../../shared/api/upload.js";
import { FileChoice } from "../../shared/components/file-choice.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useToasts } from "../../shared/components/toasts.js";
import { fileSize } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { rowTitle } from "./row-values.js";
import type { SheetActs } from "./sheet-query.js";
import { foldedLine, tableLayout } from "./table-layout.js";

interface AttachManyProps {
  readonly page: SheetPage;
  /** Rows that the list shows now: a search narrows the choice. */
  readonly rows: readonly SheetRow[];
  readonly acts: SheetActs;
  readonly onClose: () => void;
}

/** One file of evidence for many rows: chosen once, uploaded once, taken by all of them or none. */
export function AttachMany({ page, rows, acts, onClose }: AttachManyProps): ReactElement {
  const { t, language } = useTexts();
  const toasts = useToasts();
  const files = page.columns.filter(({ kind }) => kind === "files").map(({ key }) => key);
  const open = rows.filter((row) => !files.some((key) => row.locked?.includes(key) === true));
  const bare = open.filter((row) => row.files.length === 0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  /** What has been uploaded already: after a refusal only the choice is sent again. */
  const sent = useRef<{ readonly file: File; readonly id: string } | null>(null);
  const ids = open.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const tooLarge = file !== null && file.size > MAX_UPLOAD_BYTES;

  const choose = (some: readonly SheetRow[]): void => setChosen(new Set(some.map(({ id }) => id)));
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    event.stopPropagation();
    if (busy || file === null || tooLarge || ids.length === 0) return;
    setBusy(true);
    setFailure(null);
    try {
      if (sent.current?.file !== file) sent.current = { file, id: (await uploadFile(file)).id };
      await acts.attachMany(ids, sent.current.id);
      toasts.done(t("sheet.attachManyDone", { of: ids.length }));
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Modal show scrollable size="lg" fullscreen="md-down" onHide={onClose} aria-labelledby="attach-many-title">
      <form className="attach-many" noValidate onSubmit={(event) => void send(event)}>
        <Modal.Header closeButton closeLabel={t("action.close")}>
          <Modal.Title id="attach-many-title" as="h2" className="h3 mb-0">
            {t("sheet.attachManyTitle")}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <p className="text-secondary">{t("sheet.attachManyHelp")}</p>
          {failure === null ? null : <ProblemAlert error={failure} />}
          <FileChoice
            label={t("sheet.attachManyFile")}
            button={t("files.choose")}
            icon={IconUpload}
            chosen={file?.name ?? t("files.noneChosen")}
            onChoose={([chosenFile]) => setFile((before) => chosenFile ?? before)}
          />
          {tooLarge ? (
            <div className="text-danger-strong small" role="alert">
              {t("files.tooLarge", { limit: fileSize(MAX_UPLOAD_BYTES, language) })}
            </div>
          ) : null}
          <div className="form-hint mt-1">{t("files.hint")}</div>
          <div className="btn-list my-3">
            <button type="button" className="btn btn-sm" disabled={bare.length === 0} onClick={() => choose(bare)}>
              {t("sheet.attachManyBare", { of: bare.length })}
            </button>
            <button type="button" className="btn btn-sm" onClick={() => choose(open)}>
              {t("sheet.attachManyAll", { of: open.length })}
            </button>
            <button type="button" className="btn btn-sm" disabled={ids.length === 0} onClick={() => choose([])}>
              {t("sheet.attachManyNone")}
            </button>
          </div>
          <Choices page={page} rows={rows} open={open} chosen={chosen} onToggle={toggle} />
        </Modal.Body>
        <Modal.Footer>
          <button type="button" className="btn" onClick={onClose}>
            {t("action.cancel")}
          </button>
          <button
            type="submit"
            className="btn btn-primary"
            disabled={busy || file === null || tooLarge || ids.length === 0}
          >
            {busy ? <span className="spinner-border spinner-border-sm me-2" aria-hidden="true" /> : null}
            {t("sheet.attachManyDo", { of: ids.length })}
          </button>
        </Modal.Footer>
      </form>
    </Modal>
  );
}

interface ChoicesProps {
  readonly page: SheetPage;
  readonly rows: readonly SheetRow[];
  /** Those that take files. */
  readonly open: readonly SheetRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function Choices({ page, rows, open, chosen, onToggle }: ChoicesProps): ReactElement {
  const { t, language } = useTexts();
  const { folded } = tableLayout(page);
  return (
    <fieldset>
      <legend className="visually-hidden">{t("sheet.rows")}</legend>
      <ul className="plain-list">
        {rows.map((row, index) =>
          open.includes(row) ? (
            <li key={row.id}>
              <label className="form-check mb-2">
                <input
                  type="checkbox"
                  className="form-check-input"
                  checked={chosen.has(row.id)}
                  onChange={() => onToggle(row.id)}
                />
                <span className="form-check-label">
                  {index + 1}. {rowTitle(page.columns, row, language) || t("sheet.unnamed")}
                  <span className="d-block small text-secondary">
                    {[foldedLine(folded, row, language), t("sheet.attachManyHas", { of: row.files.length })]
                      .filter((text) => text !== "")
                      .join(" · ")}
                  </span>
                </span>
              </label>
            </li>
          ) : null,
        )}
      </ul>
    </fieldset>
  );
}
