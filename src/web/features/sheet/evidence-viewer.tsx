import { IconDownload, IconExternalLink, IconFileText, IconFileZip } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { FileEntries, SheetRow } from "../../../http/contract/cases.js";
import { api } from "../../shared/api/client.js";
import { fileAddress } from "../../shared/api/upload.js";
import { Loading } from "../../shared/components/loading.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { fileSize } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

interface EvidenceViewerProps {
  readonly file: SheetRow["files"][number];
}

const isArchive = (type: string): boolean => /zip|rar|7z|tar/.test(type);

/** A piece of evidence beside the fields: PDF and pictures as they are, everything else to download. */
export function EvidenceViewer({ file }: EvidenceViewerProps): ReactElement {
  const { t, language } = useTexts();
  const address = fileAddress(file.id);
  return (
    <section className="evidence" aria-label={t("files.evidence")}>
      <div className="evidence-head">
        <span className="text-truncate flex-fill">{file.name}</span>
        <span className="text-secondary nowrap">{fileSize(file.sizeBytes, language)}</span>
        <a
          className="btn btn-icon btn-sm"
          href={address}
          target="_blank"
          rel="noreferrer"
          aria-label={t("files.newTab", { name: file.name })}
        >
          <IconExternalLink size={16} aria-hidden />
        </a>
      </div>
      <div className="evidence-body">
        <Content file={file} address={address} />
      </div>
    </section>
  );
}

interface ContentProps extends EvidenceViewerProps {
  readonly address: string;
}

function Content({ file, address }: ContentProps): ReactElement {
  const { t } = useTexts();
  if (file.contentType === "application/pdf") return <iframe key={file.id} src={address} title={file.name} />;
  if (file.contentType.startsWith("image/")) return <img src={address} alt={file.name} />;
  if (isArchive(file.contentType)) return <Archive file={file} address={address} />;
  return (
    <div className="nothing">
      <div className="nothing-icon">
        <IconFileText size={36} stroke={1.5} aria-hidden />
      </div>
      <p>{t("files.noPreview")}</p>
      <Download file={file} address={address} />
    </div>
  );
}

function Download({ file, address }: ContentProps): ReactElement {
  const { t } = useTexts();
  return (
    <a className="btn" href={address} download={file.name}>
      <IconDownload size={18} className="me-1" aria-hidden /> {t("action.download")}
    </a>
  );
}

/** What is in an archive, as the server saw it when it was uploaded. */
function Archive({ file, address }: ContentProps): ReactElement {
  const { t, language } = useTexts();
  const inside = useQuery({
    queryKey: ["file-entries", file.id],
    queryFn: ({ signal }) => api.get<FileEntries>(`/files/${encodeURIComponent(file.id)}/entries`, { signal }),
    staleTime: Infinity,
  });
  const entries = inside.data?.entries ?? [];
  return (
    <div className="archive">
      <div className="d-flex flex-wrap gap-3 align-items-center justify-content-between mb-3">
        <span className="text-secondary">
          <IconFileZip size={22} stroke={1.5} aria-hidden />{" "}
          {inside.data === undefined ? t("files.archive") : t("files.archiveCount", { count: entries.length })}
        </span>
        <Download file={file} address={address} />
      </div>
      {inside.isPending ? <Loading /> : null}
      {inside.isError ? <ProblemAlert error={inside.error} onRetry={() => void inside.refetch()} /> : null}
      {entries.length === 0 ? null : (
        <table className="table table-sm archive-table">
          <thead>
            <tr>
              <th scope="col">{t("files.name")}</th>
              <th scope="col" className="text-end">
                {t("files.size")}
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, index) => (
              // Archives may hold the same name twice.
              <tr key={`${index}-${entry.name}`}>
                <td className="archive-name">{entry.name}</td>
                <td className="text-end tabular nowrap">{fileSize(entry.sizeBytes, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
