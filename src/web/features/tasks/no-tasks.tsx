import { IconChecks, IconSearchOff } from "@tabler/icons-react";
import type { ReactElement } from "react";
import type { TaskList } from "../../../http/contract/tasks.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { TaskFilter } from "./task-query.js";

interface NoTasksProps {
  readonly filter: TaskFilter;
  readonly counts: TaskList["counts"];
  readonly onChange: (part: Partial<TaskFilter>) => void;
}

/** Why the list is empty: nothing waits, or the search hides it. */
export function NoTasks({ filter, counts, onChange }: NoTasksProps): ReactElement {
  const { t } = useTexts();
  if (filter.search !== "" || filter.process !== "")
    return (
      <EmptyState
        icon={IconSearchOff}
        title={t("tasks.none.search", { search: filter.search === "" ? filter.process : filter.search })}
        why={t("tasks.none.searchWhy")}
        action={
          <button type="button" className="btn" onClick={() => onChange({ search: "", process: "" })}>
            {t("tasks.none.clear")}
          </button>
        }
      />
    );
  const groupWaits = filter.view === "mine" && counts.group > 0;
  return (
    <EmptyState
      icon={IconChecks}
      title={t(`tasks.none.${filter.view}`)}
      why={groupWaits ? t("tasks.none.groupWaits", { count: counts.group }) : t(`tasks.none.${filter.view}Why`)}
      action={
        groupWaits ? (
          <button type="button" className="btn btn-primary" onClick={() => onChange({ view: "group" })}>
            {t("tasks.none.toGroup")}
          </button>
        ) : undefined
      }
    />
  );
}
