import { IconPaperclip } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { fileAddress } from "../../shared/api/upload.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { dateAndTime } from "../../shared/format/dates.js";
import { fileSize } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { PagedPapers } from "./paged-papers.js";
import type { CasePapers } from "./case-query.js";

interface CaseFilesListProps {
  readonly caseId: string;
  readonly first: CasePapers["files"];
}

/** Everything that was uploaded to the case file. */
export function CaseFilesList({ caseId, first }: CaseFilesListProps): ReactElement {
  const { t } = useTexts();
  if (first.total === 0)
    return (
      <div className="card">
        <EmptyState icon={IconPaperclip} title={t("caseFiles.none")} />
      </div>
    );
  return (
    <PagedPapers caseId={caseId} kind="files" first={first} searchLabel={t("caseFiles.search")}>
      {(files) => <FileLines files={files} />}
    </PagedPapers>
  );
}

function FileLines({ files }: { readonly files: CasePapers["files"]["items"] }): ReactElement {
  const { t, language } = useTexts();
  return (
    <ul className="plain-list">
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
