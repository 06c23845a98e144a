import { IconDownload, IconEye, IconTrash, IconUpload } from "@tabler/icons-react";
import { useState, type ReactElement } from "react";
import type { SheetRow } from "../../../http/contract/cases.js";
import { isTransient } from "../../shared/api/problem.js";
import { fileAddress, MAX_UPLOAD_BYTES, uploadFile } from "../../shared/api/upload.js";
import { FileChoice } from "../../shared/components/file-choice.js";
import { problemWords } from "../../shared/components/problem-alert.js";
import { useToasts } from "../../shared/components/toasts.js";
import { fileSize } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { SheetActs } from "./sheet-query.js";

interface RowFilesProps {
  readonly row: SheetRow;
  readonly canAttach: boolean;
  readonly acts: SheetActs;
  readonly shown: string | null;
  readonly onShow: (fileId: string) => void;
}

/** A file on its way, or one that was refused. */
interface Sending {
  readonly id: number;
  readonly name: string;
  readonly share: number;
  readonly problem: string | null;
}

let nextId = 1;

/** Evidence of a row: what is there, and adding more. */
export function RowFiles({ row, canAttach, acts, shown, onShow }: RowFilesProps): ReactElement {
  const { t, language } = useTexts();
  const toasts = useToasts();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const patch = (id: number, part: Partial<Sending>): void =>
    setSending((list) => list.map((item) => (item.id === id ? { ...item, ...part } : item)));

  const send = async (file: File): Promise<void> => {
    const id = nextId++;
    const large = file.size > MAX_UPLOAD_BYTES;
    const problem = large ? t("files.tooLarge", { limit: fileSize(MAX_UPLOAD_BYTES, language) }) : null;
    setSending((list) => [...list, { id, name: file.name, share: 0, problem }]);
    if (large) return;
    try {
      const stored = await uploadFile(file, { onProgress: (share) => patch(id, { share }) });
      await acts.attach(row.id, stored.id);
      setSending((list) => list.filter((item) => item.id !== id));
      onShow(stored.id);
    } catch (error) {
      const { title, detail } = problemWords(error, t);
      // Without a connection the rest is about forms; otherwise the detail names the file.
      patch(id, { problem: detail === "" || isTransient(error) ? title : detail });
    }
  };
  const choose = async (files: readonly File[]): Promise<void> => {
    for (const file of files) await send(file);
  };
  const detach = (fileId: string): void => {
    acts.detach(row.id, fileId).catch(toasts.failed);
  };

  return (
    <section aria-label={t("files.list")} className="row-files">
      <h3 className="h4">{t("files.evidence")}</h3>
      {row.files.length === 0 && sending.length === 0 ? <p className="text-secondary">{t("files.none")}</p> : null}
      <ul className="plain-list">
        {row.files.map((file) => (
          <li key={file.id} className={`file-line${file.id === shown ? " file-line-shown" : ""}`}>
            <div className="flex-fill min-w-0">
              <div className="text-truncate">{file.name}</div>
              <div className="text-secondary small">{fileSize(file.sizeBytes, language)}</div>
            </div>
            <button
              type="button"
              className="btn btn-icon btn-sm"
              aria-label={t("files.show", { name: file.name })}
              aria-pressed={file.id === shown}
              onClick={() => onShow(file.id)}
            >
              <IconEye size={16} aria-hidden />
            </button>
            <a
              className="btn btn-icon btn-sm"
              href={fileAddress(file.id)}
              download={file.name}
              aria-label={t("files.download", { name: file.name })}
            >
              <IconDownload size={16} aria-hidden />
            </a>
            {canAttach ? (
              <button
                type="button"
                className="btn btn-icon btn-sm"
                aria-label={t("files.remove", { name: file.name })}
                onClick={() => detach(file.id)}
              >
                <IconTrash size={16} aria-hidden />
              </button>
            ) : null}
          </li>
        ))}
        {sending.map((item) => (
          <li key={item.id} className="file-line">
            <div className="flex-fill min-w-0">
              <div className="text-truncate">{item.name}</div>
              {item.problem === null ? (
                <div
                  className="progress progress-sm"
                  role="progressbar"
                  aria-label={t("files.progress", { name: item.name })}
                  aria-valuenow={Math.round(item.share * 100)}
                  aria-valuemin={0}
                  aria-valuemax={100}
                >
                  <div className="progress-bar" style={{ width: `${item.share * 100}%` }} />
                </div>
              ) : (
                <div className="text-danger-strong small" role="alert">
                  {item.problem}
                </div>
              )}
            </div>
            {item.problem === null ? null : (
              <button
                type="button"
                className="btn btn-sm"
                onClick={() => setSending((list) => list.filter(({ id }) => id !== item.id))}
              >
                {t("action.close")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {canAttach ? (
        <div className="mt-2">
          <FileChoice button={t("files.add")} icon={IconUpload} multiple onChoose={(files) => void choose(files)} />
          <div className="form-hint mt-1">{t("files.hint")}</div>
        </div>
      ) : null}
    </section>
  );
}
