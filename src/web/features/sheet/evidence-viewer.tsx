import { IconDownload, IconExternalLink, IconFileText, IconFileZip } from "@tabler/icons-react";
import type { ReactElement } from "react";
import type { SheetRow } from "../../../http/contract/cases.js";
import { fileAddress } from "../../shared/api/upload.js";
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

function Content({ file, address }: EvidenceViewerProps & { readonly address: string }): ReactElement {
  const { t } = useTexts();
  if (file.contentType === "application/pdf") return <iframe key={file.id} src={address} title={file.name} />;
  if (file.contentType.startsWith("image/")) return <img src={address} alt={file.name} />;
  const Icon = isArchive(file.contentType) ? IconFileZip : IconFileText;
  return (
    <div className="nothing">
      <div className="nothing-icon">
        <Icon size={36} stroke={1.5} aria-hidden />
      </div>
      <p>{isArchive(file.contentType) ? t("files.archive") : t("files.noPreview")}</p>
      <a className="btn" href={address} download={file.name}>
        <IconDownload size={18} className="me-1" aria-hidden /> {t("action.download")}
      </a>
    </div>
  );
}
