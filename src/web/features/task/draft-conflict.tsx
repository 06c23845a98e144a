import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api } from "../../shared/api/client.js";
import { Dialog } from "../../shared/components/dialog.js";
import { Loading } from "../../shared/components/loading.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { dateAndTime } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { TaskPage } from "./task-query.js";

interface DraftConflictProps {
  readonly taskKey: string;
  readonly onMine: (revision: number) => void;
  readonly onTheirs: (page: TaskPage) => void;
}

/** Two devices wrote the same draft: the person says which input counts. */
export function DraftConflict({ taskKey, onMine, onTheirs }: DraftConflictProps): ReactElement {
  const { t, language } = useTexts();
  const server = useQuery({
    queryKey: ["task-conflict", taskKey],
    queryFn: ({ signal }) => api.get<TaskPage>(`/tasks/${encodeURIComponent(taskKey)}`, { signal }),
    gcTime: 0,
    staleTime: 0,
  });
  const page = server.data;
  return (
    <Dialog
      title={t("conflict.title")}
      dismissible={false}
      cancel={t("conflict.theirs")}
      confirm={t("conflict.mine")}
      busy={page === undefined}
      onClose={() => page !== undefined && onTheirs(page)}
      onConfirm={() => page !== undefined && onMine(page.draft?.revision ?? 0)}
    >
      {server.isPending ? <Loading /> : null}
      {server.isError ? <ProblemAlert error={server.error} onRetry={() => void server.refetch()} /> : null}
      {page === undefined ? null : (
        <p className="mb-0">
          {page.draft === null
            ? t("conflict.gone")
            : t("conflict.why", { at: dateAndTime(page.draft.savedAt, language) })}
        </p>
      )}
    </Dialog>
  );
}
