import { IconSearchOff } from "@tabler/icons-react";
import { useState, type ReactElement } from "react";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Pager } from "../../shared/components/pager.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { SearchField } from "../../shared/components/search-field.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { type CasePapers, PAPERS_PAGE, useCasePapers } from "./case-query.js";

interface PagedPapersProps<K extends keyof CasePapers> {
  readonly caseId: string;
  readonly kind: K;
  /** What came with the case file. */
  readonly first: CasePapers[K];
  /** Name of the search field. */
  readonly searchLabel: string;
  readonly children: (items: CasePapers[K]["items"]) => ReactElement;
}

/** Documents or files of a case file: all of them at once when they are few, else paged and searched. */
export function PagedPapers<K extends keyof CasePapers>(props: PagedPapersProps<K>): ReactElement {
  const { caseId, kind, first, searchLabel, children } = props;
  const { t } = useTexts();
  const [filter, setFilter] = useState({ search: "", offset: 0 });
  const list = useCasePapers(caseId, kind, first, filter);
  if (first.total <= first.items.length) return <div className="card">{children(first.items)}</div>;
  const { items, total } = list.data ?? first;
  return (
    <div className="card">
      <div className="list-tools">
        <SearchField
          value={filter.search}
          onChange={(search) => setFilter({ search, offset: 0 })}
          label={searchLabel}
          slashKey
        />
      </div>
      {list.isError ? (
        <div className="p-3">
          <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : null}
      {!list.isError && items.length === 0 ? (
        <EmptyState icon={IconSearchOff} title={t("casePapers.noMatch", { search: filter.search })} />
      ) : null}
      {!list.isError && items.length > 0 ? (
        <div className={list.isPlaceholderData ? "dimmed" : ""}>{children(items)}</div>
      ) : null}
      <div className="px-3 pb-3">
        <Pager
          offset={filter.offset}
          limit={PAPERS_PAGE}
          total={total}
          onOffset={(offset) => setFilter({ ...filter, offset })}
        />
      </div>
    </div>
  );
}
