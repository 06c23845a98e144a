import { IconFileOff, IconFileTypePdf, IconShieldCheck } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { documentAddress } from "../../shared/api/upload.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { longDate } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { PagedPapers } from "./paged-papers.js";
import type { CasePapers } from "./case-query.js";

interface CaseDocumentsProps {
  readonly caseId: string;
  readonly first: CasePapers["documents"];
}

/** Printed documents of the case file; each opens as PDF and can be checked. */
export function CaseDocuments({ caseId, first }: CaseDocumentsProps): ReactElement {
  const { t } = useTexts();
  if (first.total === 0)
    return (
      <div className="card">
        <EmptyState icon={IconFileOff} title={t("documents.none")} why={t("documents.noneWhy")} />
      </div>
    );
  return (
    <PagedPapers caseId={caseId} kind="documents" first={first} searchLabel={t("documents.search")}>
      {(documents) => <DocumentLines documents={documents} />}
    </PagedPapers>
  );
}

function DocumentLines({ documents }: { readonly documents: CasePapers["documents"]["items"] }): ReactElement {
  const { t, language } = useTexts();
  return (
    <ul className="plain-list">
      {documents.map((document) => (
        <li key={document.id} className="list-row flex-wrap">
          <IconFileTypePdf size={28} stroke={1.5} className="text-secondary" aria-hidden />
          <div className="flex-fill">
            <div className="fw-medium">{document.title}</div>
            <div className="second-line">
              {[document.number, longDate(document.issuedAt, language)].filter(Boolean).join(" · ")}
            </div>
          </div>
          <div className="btn-list">
            <a className="btn" href={documentAddress(document.id)} target="_blank" rel="noreferrer">
              {t("action.open")}
              <span className="visually-hidden"> {document.title}</span>
            </a>
            <Link className="btn" to={`/verifikasi/${document.id}`}>
              <IconShieldCheck size={18} className="me-1" aria-hidden /> {t("documents.verify")}
              <span className="visually-hidden"> {document.title}</span>
            </Link>
          </div>
        </li>
      ))}
    </ul>
  );
}
