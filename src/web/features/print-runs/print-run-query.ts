import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { PrintRunItemList, PrintRunList, PrintRunView } from "../../../http/contract/print-runs.js";
import { api, queryOf } from "../../shared/api/client.js";
import { useToasts } from "../../shared/components/toasts.js";

export type { PrintRunItemList, PrintRunView };
export type PrintRunItemFilter = "ALL" | PrintRunItemList["items"][number]["status"];
export type PrintRunAct = "stop" | "resume" | "retry";

/** While a run goes on its page asks this often. */
const FOLLOW_MS = 1_000;
const LIST_MS = 5_000;

const address = (id: string): string => `/print-runs/${encodeURIComponent(id)}`;

/** Where the browser fetches everything that was printed. */
export const archiveAddress = (id: string): string => `/api${address(id)}/archive`;

const goesOn = (run: PrintRunView | undefined): boolean => run?.status === "RUNNING";

export const usePrintRuns = (offset: number, limit: number) =>
  useQuery({
    queryKey: ["print-runs", "list", offset],
    queryFn: ({ signal }) => api.get<PrintRunList>(`/print-runs${queryOf({ offset, limit })}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(goesOn) === true ? LIST_MS : false),
  });

export const usePrintRun = (id: string) =>
  useQuery({
    queryKey: ["print-runs", id],
    queryFn: ({ signal }) => api.get<PrintRunView>(address(id), { signal }),
    refetchInterval: ({ state }) => (goesOn(state.data) ? FOLLOW_MS : false),
  });

/** `progress` changes when the run has moved on: the list is asked again then. */
export const usePrintRunItems = (
  id: string,
  filter: PrintRunItemFilter,
  offset: number,
  limit: number,
  progress: number,
) =>
  useQuery({
    queryKey: ["print-runs", id, "items", filter, offset, progress],
    queryFn: ({ signal }) =>
      api.get<PrintRunItemList>(
        `${address(id)}/items${queryOf({ status: filter === "ALL" ? undefined : filter, offset, limit })}`,
        { signal },
      ),
    placeholderData: (before) => before,
  });

export const usePrintRunAct = (id: string) => {
  const toasts = useToasts();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: PrintRunAct) => api.post<PrintRunView>(`${address(id)}/${act}`),
    onSuccess: (run) => client.setQueryData(["print-runs", id], run),
    onError: toasts.failed,
    onSettled: () => client.invalidateQueries({ queryKey: ["print-runs"] }),
  });
};
