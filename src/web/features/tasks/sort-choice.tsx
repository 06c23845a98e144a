import { IconSortAscending, IconSortDescending } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { taskSorts, type TaskFilter } from "./task-query.js";

interface SortChoiceProps {
  readonly filter: TaskFilter;
  readonly onChange: (part: Partial<TaskFilter>) => void;
}

/** Order of the list. */
export function SortChoice({ filter, onChange }: SortChoiceProps): ReactElement {
  const { t } = useTexts();
  const ascending = filter.order === "asc";
  return (
    <div className="input-group sort-choice">
      <select
        className="form-select"
        aria-label={t("sort.label")}
        value={filter.sort}
        onChange={(event) => onChange({ sort: taskSorts.find((sort) => sort === event.target.value) ?? "due" })}
      >
        {taskSorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="btn btn-icon"
        aria-label={ascending ? t("sort.toDescending") : t("sort.toAscending")}
        title={ascending ? t("sort.toDescending") : t("sort.toAscending")}
        onClick={() => onChange({ order: ascending ? "desc" : "asc" })}
      >
        {ascending ? <IconSortAscending size={18} aria-hidden /> : <IconSortDescending size={18} aria-hidden />}
      </button>
    </div>
  );
}
