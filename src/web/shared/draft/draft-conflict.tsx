import { useQuery } from "@tanstack/react-query";
import { useEffect, type ReactElement } from "react";
import { api } from "../api/client.js";
import { Dialog } from "../components/dialog.js";
import { Loading } from "../components/loading.js";
import { ProblemAlert } from "../components/problem-alert.js";
import type { FormValues } from "../form/form-slot.js";
import { dateAndTime } from "../format/dates.js";
import { useTexts } from "../i18n/use-texts.js";
import type { DraftedForm } from "./use-draft.js";

interface DraftConflictProps {
  /** Where the form is read. */
  readonly path: string;
  /** Input of this device. */
  readonly mine: FormValues | null;
  readonly onMine: (revision: number) => void;
  readonly onTheirs: (page: DraftedForm) => void;
}

/** True when the server has all of it already: the answer to this device's own draft was lost. */
const isKnown = (mine: FormValues | null, theirs: FormValues): boolean =>
  mine !== null && Object.entries(mine).every(([key, value]) => JSON.stringify(value) === JSON.stringify(theirs[key]));

/** Two devices wrote the same draft: the person says which input counts. */
export function DraftConflict({ path, mine, onMine, onTheirs }: DraftConflictProps): ReactElement | null {
  const { t, language } = useTexts();
  const server = useQuery({
    queryKey: ["draft-conflict", path],
    queryFn: ({ signal }) => api.get<DraftedForm>(path, { signal }),
    gcTime: 0,
    staleTime: 0,
  });
  const page = server.data;
  const same = page !== undefined && page.draft !== null && isKnown(mine, page.data);
  const revision = page?.draft?.revision ?? 0;
  useEffect(() => {
    if (same) onMine(revision);
    // Once for each answer: what the parent hands over is another function at every drawing.
  }, [same, revision]);
  if (same) return null;
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
