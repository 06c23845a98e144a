import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useEffect } from "react";
import type { z } from "zod";
import type {
  CaseAttachmentList,
  CaseDocumentList,
  CaseList,
  CasePage as CasePageSchema,
} from "../../../http/contract/cases.js";
import { api, queryOf } from "../../shared/api/client.js";

export type CasePage = z.infer<typeof CasePageSchema>;

export const CASES_PAGE = 25;
/** Pause before the page of a case is read again while the system works on it, ms: most steps take seconds, some take hours. */
const SOON_MS = 2_000;
const LATER_MS = 10_000;
/** After so many answers one looks less often. */
const SOON_ANSWERS = 10;

const isMoving = (page: CasePage | undefined): boolean =>
  page !== undefined && page.openTasks.length === 0 && page.case.closedAt === null;

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
    // A case that nobody has a task in is moved on by the system, which a reader should see without asking again.
    refetchInterval: ({ state }) => {
      if (!isMoving(state.data)) return false;
      return state.dataUpdateCount < SOON_ANSWERS ? SOON_MS : LATER_MS;
    },
  });

/** What the other parts of the page are named after in the cache, each with the case file's id behind it. */
const PARTS = ["sheet", "story", "diagram"] as const;

/** Reads rows, story and diagram again once the case file has moved, for its page is read by itself. */
export function usePartsFollow({ case: { id, updatedAt }, openTasks }: CasePage): void {
  const client = useQueryClient();
  const standing = `${updatedAt} ${openTasks.map(({ key }) => key).join(" ")}`;
  useEffect(
    // The clean-up: not at first, but each time that the case file stands elsewhere.
    () => () => {
      for (const part of PARTS) void client.invalidateQueries({ queryKey: [part, id] });
    },
    [client, id, standing],
  );
}

/** What a case file has many of. */
export interface CasePapers {
  readonly documents: CaseDocumentList;
  readonly files: CaseAttachmentList;
}

export const PAPERS_PAGE = 25;

/** A page of the documents or files of a case file. `first` came with the case file; when its total changes the page is asked again. */
export const useCasePapers = <K extends keyof CasePapers>(
  caseId: string,
  kind: K,
  first: CasePapers[K],
  { search, offset }: { readonly search: string; readonly offset: number },
): UseQueryResult<CasePapers[K]> =>
  useQuery({
    queryKey: ["case", caseId, kind, search, offset, first.total],
    queryFn: ({ signal }) =>
      api.get<CasePapers[K]>(
        `/cases/${encodeURIComponent(caseId)}/${kind}${queryOf({ search, offset, limit: PAPERS_PAGE })}`,
        { signal },
      ),
    enabled: first.total > first.items.length,
    placeholderData: keepPreviousData,
  });
