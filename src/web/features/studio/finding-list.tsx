import { IconAlertCircle, IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { findingText } from "./finding-words.js";
import type { Finding } from "./open-modeler.js";

interface FindingListProps {
  /** Null before the first check. */
  readonly findings: readonly Finding[] | null;
  readonly onChosen: (elementId: string) => void;
}

/** What keeps the diagram from running and what could be better; a click selects the element. */
export function FindingList({ findings, onChosen }: FindingListProps): ReactElement | null {
  const { t, language } = useTexts();
  if (findings === null) return null;
  if (findings.length === 0)
    return (
      <div className="finding-list finding-none" role="status">
        <IconCircleCheck size={18} aria-hidden /> {t("studio.noFindings")}
      </div>
    );
  return (
    <section className="finding-list" aria-label={t("studio.findings")}>
      <ul className="plain-list">
        {findings.map((finding) => (
          <li
            key={`${finding.elementId ?? ""}${finding.rule}${finding.message}`}
            className={`finding finding-${finding.severity}`}
          >
            {finding.severity === "error" ? (
              <IconAlertCircle size={18} aria-hidden />
            ) : (
              <IconAlertTriangle size={18} aria-hidden />
            )}
            <span className="visually-hidden">{t(`studio.severity.${finding.severity}`)}</span>
            {finding.elementId === null ? (
              <span>{findingText(finding, language)}</span>
            ) : (
              <button
                type="button"
                className="btn-link-plain"
                onClick={() => finding.elementId !== null && onChosen(finding.elementId)}
              >
                {findingText(finding, language)}
              </button>
            )}
            <span className="text-secondary ms-auto">{finding.elementId}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
