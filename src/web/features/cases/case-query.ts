import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import type { z } from "zod";
import type { CaseList, CasePage as CasePageSchema } from "../../../http/contract/cases.js";
import { api, queryOf } from "../../shared/api/client.js";

export type CasePage = z.infer<typeof CasePageSchema>;

export const CASES_PAGE = 25;
/** Pause before the page of a case is read again while the engine is away, ms. */
const ENGINE_AWAY_MS = 15_000;

export interface CaseFilter {
  readonly search: string;
  readonly mine: boolean;
  readonly offset: number;
}

/** Case files that the role may read. */
export const useCases = (filter: CaseFilter): UseQueryResult<CaseList> =>
  useQuery({
    queryKey: ["cases", filter],
    queryFn: ({ signal }) =>
      api.get<CaseList>(
        `/cases${queryOf({ search: filter.search, mine: filter.mine ? true : null, offset: filter.offset, limit: CASES_PAGE })}`,
        { signal },
      ),
    placeholderData: (previous) => previous,
  });

/** One case file. */
export const useCase = (caseId: string): UseQueryResult<CasePage> =>
  useQuery({
    queryKey: ["case", caseId],
    queryFn: ({ signal }) => api.get<CasePage>(`/cases/${encodeURIComponent(caseId)}`, { signal }),
    // What the engine did not say comes without being asked for, once it answers again.
    refetchInterval: ({ state }) => (state.data?.engineAnswers === false ? ENGINE_AWAY_MS : false),
  });
