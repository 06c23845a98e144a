import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api } from "../api/client.js";
import { Dialog } from "../components/dialog.js";
import { Loading } from "../components/loading.js";
import { ProblemAlert } from "../components/problem-alert.js";
import { dateAndTime } from "../format/dates.js";
import { useTexts } from "../i18n/use-texts.js";
import type { DraftedForm } from "./use-draft.js";

interface DraftConflictProps {
  /** Where the form is read. */
  readonly path: string;
  readonly onMine: (revision: number) => void;
  readonly onTheirs: (page: DraftedForm) => void;
}

/** Two devices wrote the same draft: the person says which input counts. */
export function DraftConflict({ path, onMine, onTheirs }: DraftConflictProps): ReactElement {
  const { t, language } = useTexts();
  const server = useQuery({
    queryKey: ["draft-conflict", path],
    queryFn: ({ signal }) => api.get<DraftedForm>(path, { signal }),
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
