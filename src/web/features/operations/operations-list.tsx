import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ComponentProps, type ReactElement, type ReactNode } from "react";
import { api, queryOf } from "../../shared/api/client.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { Pager } from "../../shared/components/pager.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useToasts } from "../../shared/components/toasts.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

const PAGE = 25;

interface OperationsListProps<Item> {
  /** The list under /api/operations. */
  readonly name: "incidents" | "outbox";
  readonly nothing: ComponentProps<typeof EmptyState>;
  /** Said after another try was ordered. */
  readonly retried: string;
  readonly keyOf: (item: Item) => string;
  readonly row: (item: Item) => ReactNode;
}

/** What got stuck, read again twice a minute, each with a way to try once more. */
export function OperationsList<Item>({ name, nothing, retried, keyOf, row }: OperationsListProps<Item>): ReactElement {
  const { t } = useTexts();
  const [offset, setOffset] = useState(0);
  const toasts = useToasts();
  const client = useQueryClient();
  const list = useQuery({
    queryKey: ["operations", name, offset],
    queryFn: ({ signal }) =>
      api.get<{ items: Item[]; total: number }>(`/operations/${name}${queryOf({ offset, limit: PAGE })}`, { signal }),
    refetchInterval: 30_000,
  });
  const retry = useMutation({
    mutationFn: (key: string) => api.post(`/operations/${name}/${encodeURIComponent(key)}/retry`),
    onSuccess: () => toasts.done(retried),
    onError: toasts.failed,
    onSettled: () => client.invalidateQueries({ queryKey: ["operations", name] }),
  });
  if (list.isPending) return <Loading />;
  if (list.data === undefined) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  const { items, total } = list.data;
  return (
    <>
      <div className="card">
        {items.length === 0 ? <EmptyState {...nothing} /> : null}
        <ul className="plain-list">
          {items.map((item) => (
            <li key={keyOf(item)} className="list-row flex-wrap">
              {row(item)}
              <button
                type="button"
                className="btn"
                disabled={retry.isPending && retry.variables === keyOf(item)}
                onClick={() => retry.mutate(keyOf(item))}
              >
                {t("action.retry")}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <Pager offset={offset} limit={PAGE} total={total} onOffset={setOffset} />
    </>
  );
}
