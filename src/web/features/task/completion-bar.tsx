import type { ReactElement } from "react";
import type { OutcomeButton } from "../../shared/form/outcome-buttons.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { DraftState } from "../../shared/draft/draft-state.js";
import type { Draft } from "../../shared/draft/use-draft.js";

interface CompletionBarProps {
  readonly outcomes: readonly OutcomeButton[];
  readonly draft: Draft;
  readonly disabled: boolean;
  /** Files are still on their way. */
  readonly waiting: boolean;
  readonly lastPage: boolean;
  readonly onComplete: (button: OutcomeButton) => void;
}

const themes = new Set(["primary", "success", "danger", "warning"]);

/** Foot of the form, always in sight: state of the draft, and one button per outcome. */
export function CompletionBar({
  outcomes,
  draft,
  disabled,
  waiting,
  lastPage,
  onComplete,
}: CompletionBarProps): ReactElement {
  const { t } = useTexts();
  return (
    <div className="completion-bar">
      <DraftState status={draft.status} savedAt={draft.savedAt} />
      <div className="completion-buttons">
        {waiting ? <span className="text-secondary align-self-center">{t("task.uploading")}</span> : null}
        {lastPage ? (
          outcomes.map((outcome) => (
            <button
              key={outcome.label + JSON.stringify(outcome.values)}
              type="button"
              className={`btn ${themes.has(outcome.theme) ? `btn-${outcome.theme}` : ""}`}
              disabled={disabled}
              onClick={() => onComplete(outcome)}
            >
              {outcome.label}
            </button>
          ))
        ) : (
          <span className="text-secondary align-self-center">{t("task.morePages")}</span>
        )}
      </div>
    </div>
  );
}
