import { useMutation, useQueryClient } from "@tanstack/react-query";
import { IconKeyboard, IconX } from "@tabler/icons-react";
import { useState, type ReactElement } from "react";
import type { TaskItem } from "../../../http/contract/tasks.js";
import { api } from "../../shared/api/client.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { SearchField } from "../../shared/components/search-field.js";
import { useToasts } from "../../shared/components/toasts.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useAddress } from "../../shared/use-address.js";
import { NoTasks } from "./no-tasks.js";
import { ShortcutHelp } from "./shortcut-help.js";
import { SortChoice } from "./sort-choice.js";
import { filterFrom, filterTo, useTaskList, type TaskFilter } from "./task-query.js";
import { TaskTable } from "./task-table.js";
import { useTaskKeys } from "./use-task-keys.js";
import { ViewTabs } from "./view-tabs.js";
import "./tasks.css";

/** The task list: what waits for me, for my group, what everyone has, what is done. */
export function TasksPage(): ReactElement {
  const { t } = useTexts();
  const [query, changeAddress] = useAddress();
  const filter = filterFrom(query);
  const change = (part: Partial<TaskFilter>): void =>
    changeAddress((asked) => filterTo({ ...filterFrom(asked), ...part }), { replace: part.view === undefined });
  const list = useTaskList(filter);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const first = list.data?.pages[0];
  const claim = useClaim();
  const [help, setHelp] = useState(false);
  useTaskKeys({
    items,
    onClaim: (task) => claim.mutate(task),
    onHelp: () => setHelp(true),
  });
  return (
    <>
      <PageHeader
        title={t("tasks.title")}
        actions={
          <button type="button" className="btn d-none d-lg-inline-flex" onClick={() => setHelp(true)}>
            <IconKeyboard size={18} className="me-2" aria-hidden /> {t("keys.title")}
          </button>
        }
      />
      <div className="card">
        <ViewTabs view={filter.view} counts={first?.counts} onView={(view) => change({ view })} />
        <div className="list-tools">
          <SearchField
            value={filter.search}
            onChange={(search) => change({ search })}
            label={t("tasks.search")}
            slashKey
          />
          {filter.process === "" ? null : (
            <button
              type="button"
              className="btn btn-sm filter-chip"
              onClick={() => change({ process: "" })}
              aria-label={t("tasks.dropProcess")}
            >
              {items[0]?.processName ?? filter.process} <IconX size={14} className="ms-1" aria-hidden />
            </button>
          )}
          <SortChoice filter={filter} onChange={change} />
        </div>
        {list.isError ? (
          <div className="p-3">
            <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
          </div>
        ) : null}
        {list.isPending ? <Loading /> : null}
        {first !== undefined && items.length === 0 ? (
          <NoTasks filter={filter} counts={first.counts} onChange={change} />
        ) : null}
        {items.length > 0 ? (
          <TaskTable
            items={items}
            done={filter.view === "done"}
            dimmed={list.isPlaceholderData}
            claiming={claim.isPending ? claim.variables.key : null}
            onClaim={(task) => claim.mutate(task)}
            onProcess={(process) => change({ process })}
          />
        ) : null}
        {list.hasNextPage || items.length > 0 ? (
          <div className="list-foot">
            <span className="text-secondary">
              {t("tasks.shown", { shown: items.length, total: first?.total ?? 0 })}
            </span>
            {list.hasNextPage ? (
              <button
                type="button"
                className="btn btn-sm"
                disabled={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {t("list.more")}
              </button>
            ) : null}
          </div>
        ) : null}
      </div>
      {help ? <ShortcutHelp onClose={() => setHelp(false)} /> : null}
    </>
  );
}

function useClaim() {
  const { t } = useTexts();
  const client = useQueryClient();
  const toasts = useToasts();
  return useMutation({
    mutationFn: (task: TaskItem) => api.post(`/tasks/${task.key}/claim`),
    onSuccess: (_answer, task) => toasts.done(t("tasks.claimed", { name: task.name })),
    onError: (error) => toasts.failed(error),
    onSettled: () => client.invalidateQueries({ queryKey: ["tasks"] }),
  });
}
