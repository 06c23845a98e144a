import { IconPaperclip } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { fileAddress } from "../../shared/api/upload.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { dateAndTime } from "../../shared/format/dates.js";
import { fileSize } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { CasePage } from "./case-query.js";

/** Everything that was uploaded to the case file. */
export function CaseFilesList({ files }: { readonly files: CasePage["files"] }): ReactElement {
  const { t, language } = useTexts();
  if (files.length === 0)
    return (
      <div className="card">
        <EmptyState icon={IconPaperclip} title={t("caseFiles.none")} />
      </div>
    );
  return (
    <ul className="card plain-list">
      {files.map((file) => (
        <li key={file.id + file.place} className="list-row">
          <IconPaperclip size={20} className="text-secondary flex-shrink-0" aria-hidden />
          <div className="flex-fill min-w-0">
            <a href={fileAddress(file.id)} target="_blank" rel="noreferrer">
              {file.name}
            </a>
            <div className="second-line">
              {fileSize(file.sizeBytes, language)} · {dateAndTime(file.uploadedAt, language)}
            </div>
          </div>
          <a className="btn btn-sm" href={fileAddress(file.id)} download={file.name}>
            {t("action.download")}
            <span className="visually-hidden"> {file.name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
