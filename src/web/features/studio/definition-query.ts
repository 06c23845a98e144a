import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { DefinitionList } from "../../../http/contract/admin.js";
import { api } from "../../shared/api/client.js";

export type Definition = DefinitionList["items"][number];

/** The newest version of each process. */
export const useDefinitions = (): UseQueryResult<DefinitionList> =>
  useQuery({
    queryKey: ["definitions"],
    queryFn: ({ signal }) => api.get<DefinitionList>("/studio/definitions", { signal }),
  });

/** All versions of one process, newest first. The answer is a list, with or without its total. */
export const useVersions = (definitionId: string): UseQueryResult<readonly Definition[]> =>
  useQuery({
    queryKey: ["definitions", definitionId],
    queryFn: async ({ signal }) => {
      const answer = await api.get<DefinitionList | readonly Definition[]>(
        `/studio/definitions/${encodeURIComponent(definitionId)}/versions`,
        { signal },
      );
      const items = "items" in answer ? answer.items : answer;
      return items.toSorted((a, b) => b.version - a.version);
    },
  });

/** The diagram of one version. */
export const useDiagramXml = (key: string | null): UseQueryResult<string> =>
  useQuery({
    queryKey: ["definition-xml", key],
    enabled: key !== null,
    queryFn: ({ signal }) => api.get<string>(`/studio/definitions/${encodeURIComponent(key ?? "")}/xml`, { signal }),
    staleTime: Infinity,
  });
