import { useMutation, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import type { z } from "zod";
import type { CompletionDone, TaskPage as TaskPageSchema } from "../../../http/contract/tasks.js";
import { api } from "../../shared/api/client.js";
import type { FormValues } from "../../shared/form/form-slot.js";

export type TaskPage = z.infer<typeof TaskPageSchema>;

export const taskKeyOf = (taskKey: string): readonly string[] => ["task", taskKey];

/** The task with its form. Not fetched again by itself: that would move the ground under what is being typed. */
export const useTask = (taskKey: string): UseQueryResult<TaskPage> =>
  useQuery({
    queryKey: taskKeyOf(taskKey),
    queryFn: ({ signal }) => api.get<TaskPage>(`/tasks/${encodeURIComponent(taskKey)}`, { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Completes it. */
export const completeTask = (taskKey: string, data: FormValues): Promise<CompletionDone> =>
  api.post<CompletionDone>(`/tasks/${encodeURIComponent(taskKey)}/completion`, { data });

/** Something done to the task besides its form (claim, release, reassign, comment); the page is read again after it. */
export function useTaskAct(taskKey: string, onError: (error: unknown) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: taskKeyOf(taskKey) }),
        client.invalidateQueries({ queryKey: ["tasks"] }),
      ]),
  });
}
