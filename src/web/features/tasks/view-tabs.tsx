import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactElement } from "react";
import type { TaskList } from "../../../http/contract/tasks.js";
import { wholeNumber } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { taskViews, type TaskView } from "./task-query.js";

interface ViewTabsProps {
  readonly view: TaskView;
  readonly counts: TaskList["counts"] | undefined;
  readonly onView: (view: TaskView) => void;
}

/** Whose tasks are listed, with the numbers waiting. */
export function ViewTabs({ view, counts, onView }: ViewTabsProps): ReactElement {
  const { t, language } = useTexts();
  const countOf = (which: TaskView): number | undefined =>
    which === "mine" ? counts?.mine : which === "group" ? counts?.group : undefined;
  return (
    <div className="view-tabs">
      <nav aria-label={t("tasks.views")} className="d-flex">
        {taskViews.map((which) => {
          const count = countOf(which);
          return (
            <button
              key={which}
              type="button"
              className={`view-tab${which === view ? " active" : ""}`}
              aria-current={which === view ? "page" : undefined}
              onClick={() => onView(which)}
            >
              {t(`tasks.view.${which}`)}
              {count === undefined ? null : <span className="badge count-badge">{wholeNumber(count, language)}</span>}
            </button>
          );
        })}
      </nav>
      {counts === undefined || counts.overdue === 0 ? null : (
        <span className="due due-late ms-auto pe-3 d-none d-md-inline-flex">
          <IconAlertTriangle size={16} aria-hidden /> {t("tasks.overdue", { count: counts.overdue })}
        </span>
      )}
    </div>
  );
}
