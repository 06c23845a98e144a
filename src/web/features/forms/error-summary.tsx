import { useEffect, useRef, type ReactElement } from "react";
import type { FieldMessage } from "../../shared/form/form-slot.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

interface ErrorSummaryProps {
  readonly messages: readonly FieldMessage[];
  readonly onGo: (path: string) => void;
}

/** All that is wrong with the form, each line leading to its field. Focus comes here. */
export function ErrorSummary({ messages, onGo }: ErrorSummaryProps): ReactElement {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: "center" });
  }, [messages]);
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
