import { IconHistory } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { Story } from "../../../http/contract/cases.js";
import { api, queryOf } from "../../shared/api/client.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { StoryList } from "../../shared/story/story-list.js";

const PAGE = 50;

/** The story of one case file. */
export function CaseStory({ caseId }: { readonly caseId: string }): ReactElement {
  const { t } = useTexts();
  const story = useInfiniteQuery({
    queryKey: ["story", caseId],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      api.get<Story>(`/cases/${encodeURIComponent(caseId)}/story${queryOf({ offset: pageParam, limit: PAGE })}`, {
        signal,
      }),
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.items.length, 0);
      return read < last.total && last.items.length > 0 ? read : null;
    },
  });
  if (story.isPending) return <Loading />;
  if (story.data === undefined) return <ProblemAlert error={story.error} onRetry={() => void story.refetch()} />;
  const entries = story.data.pages.flatMap((page) => page.items);
  return (
    <div className="card">
      <div className="card-body">
        {entries.length === 0 ? (
          <EmptyState icon={IconHistory} title={t("story.none")} />
        ) : (
          <StoryList folded entries={entries} />
        )}
        {story.hasNextPage ? (
          <button
            type="button"
            className="btn mt-2"
            disabled={story.isFetchingNextPage}
            onClick={() => void story.fetchNextPage()}
          >
            {t("list.more")}
          </button>
        ) : null}
      </div>
    </div>
  );
}
