import { IconAlertCircle } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import type { ReactElement, ReactNode } from "react";
import { mayPass, ProblemError } from "../api/problem.js";
import { useTexts } from "../i18n/use-texts.js";
import { isAtFields } from "./problem-field.js";

/** What went wrong, in the server's words; without an answer of the server, in ours. */
export function problemWords(error: unknown, t: TFunction): { title: string; detail: string } {
  if (!(error instanceof ProblemError)) return { title: t("problem.unknown"), detail: "" };
  if (error.status === 0) return { title: t("problem.offline"), detail: t("problem.offlineDetail") };
  if (error.title === "") return { title: t("problem.unreadable", { status: error.status }), detail: "" };
  if (error.detail.startsWith(error.title)) return { title: error.detail, detail: "" };
  return { title: error.title, detail: error.detail };
}

interface ProblemAlertProps {
  readonly error: unknown;
  /** Paths of the fields that say themselves what is wrong with them. */
  readonly fields?: readonly string[];
  readonly onRetry?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** A failure, announced to screen readers, with a way to try again where that may help. */
export function ProblemAlert({ error, fields: own = [], onRetry, children }: ProblemAlertProps): ReactElement | null {
  const { t } = useTexts();
  if (isAtFields(error, own)) return null;
  const { title, detail } = problemWords(error, t);
  const requestId = error instanceof ProblemError && error.status >= 500 ? error.requestId : null;
  const fields = error instanceof ProblemError ? error.errors.filter(({ message }) => !detail.includes(message)) : [];
  return (
    <div className="alert alert-danger alert-plain" role="alert">
      <div className="d-flex gap-2">
        <IconAlertCircle size={20} className="flex-shrink-0" aria-hidden />
        <div className="flex-fill">
          <div className="fw-medium">{title}</div>
          {detail === "" ? null : <div>{detail}</div>}
          {fields.length === 0 ? null : (
            <ul className="mb-0 ps-3">
              {fields.map((field) => (
                <li key={field.path + field.message}>{field.message}</li>
              ))}
            </ul>
          )}
          {requestId === null ? null : <div className="small">{t("problem.requestId", { id: requestId })}</div>}
          {children}
        </div>
        {onRetry === undefined || !mayPass(error) ? null : (
          <button type="button" className="btn btn-sm flex-shrink-0 align-self-start" onClick={onRetry}>
            {t("action.retry")}
          </button>
        )}
      </div>
    </div>
  );
}
