import { useEffect, useRef, type ReactElement } from "react";
import type { FieldMessage } from "../../shared/form/form-slot.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

interface ErrorSummaryProps {
  readonly messages: readonly FieldMessage[];
  /** Counts the attempts to send: a new one moves the focus here, a repaired field does not. */
  readonly attempt: number;
  readonly onGo: (path: string) => void;
}

/** All that is wrong with the form, each line leading to its field. Focus comes here. */
export function ErrorSummary({ messages, attempt, onGo }: ErrorSummaryProps): ReactElement {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: "center" });
  }, [attempt]);
  return (
    <div ref={box} className="alert alert-danger alert-plain error-summary" role="alert" tabIndex={-1}>
      <div className="fw-medium">{t("form.errors", { count: messages.length })}</div>
      <ul>
        {messages.map(({ path, message }) => (
          <li key={path + message}>
            <button type="button" className="btn-link-plain" onClick={() => onGo(path)}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
