import { IconFolderOff } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { CaseItem } from "../../../http/contract/cases.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { Pager } from "../../shared/components/pager.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { SearchField } from "../../shared/components/search-field.js";
import { StatusBadge } from "../../shared/components/status-badge.js";
import { shortDate } from "../../shared/format/dates.js";
import { spacedNip } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useAddress } from "../../shared/use-address.js";
import { CASES_PAGE, useCases, type CaseFilter } from "./case-query.js";

const filterFrom = (query: URLSearchParams): CaseFilter => ({
  search: query.get("search") ?? "",
  mine: query.get("mine") === "true",
  offset: Math.max(0, Number(query.get("offset") ?? 0) || 0),
});

function filterTo({ search, mine, offset }: CaseFilter): URLSearchParams {
  const query = new URLSearchParams();
  if (search !== "") query.set("search", search);
  if (mine) query.set("mine", "true");
  if (offset > 0) query.set("offset", String(offset));
  return query;
}

/** The case files that one may see. */
export function CasesPage(): ReactElement {
  const { t } = useTexts();
  const [query, changeAddress] = useAddress();
  const filter = filterFrom(query);
  const list = useCases(filter);
  const change = (part: Partial<CaseFilter>): void =>
    changeAddress((asked) => filterTo({ ...filterFrom(asked), offset: 0, ...part }), {
      replace: part.offset === undefined,
    });
  return (
    <>
      <PageHeader title={t("cases.title")} />
      <div className="card">
        <div className="list-tools">
          <SearchField
            value={filter.search}
            onChange={(search) => change({ search })}
            label={t("cases.search")}
            slashKey
          />
          <label className="form-check form-switch mb-0">
            <input
              type="checkbox"
              className="form-check-input"
              role="switch"
              checked={filter.mine}
              onChange={(event) => change({ mine: event.target.checked })}
            />
            <span className="form-check-label">{t("cases.mine")}</span>
          </label>
        </div>
        {list.isError ? (
          <div className="p-3">
            <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
          </div>
        ) : null}
        {list.isPending ? <Loading /> : null}
        {list.data?.items.length === 0 ? (
          <EmptyState
            icon={IconFolderOff}
            title={filter.search === "" ? t("cases.none") : t("cases.noMatch", { search: filter.search })}
            why={filter.search === "" ? t("cases.noneWhy") : t("cases.noMatchWhy")}
          />
        ) : null}
        {list.data !== undefined && list.data.items.length > 0 ? (
          <CaseTable items={list.data.items} dimmed={list.isPlaceholderData} />
        ) : null}
        {list.data === undefined ? null : (
          <div className="px-3 pb-3">
            <Pager
              offset={filter.offset}
              limit={CASES_PAGE}
              total={list.data.total}
              onOffset={(offset) => change({ offset })}
            />
          </div>
        )}
      </div>
    </>
  );
}

function CaseTable({ items, dimmed }: { readonly items: readonly CaseItem[]; readonly dimmed: boolean }): ReactElement {
  const { t, say, language } = useTexts();
  return (
    <table className={`table case-table stacked-table${dimmed ? " dimmed" : ""}`}>
      <thead>
        <tr>
          <th scope="col">{t("cases.col.reference")}</th>
          <th scope="col">{t("cases.col.person")}</th>
          <th scope="col">{t("cases.col.unit")}</th>
          <th scope="col">{t("cases.col.status")}</th>
          <th scope="col">{t("cases.col.updated")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              <Link className="row-link" to={`/berkas/${item.id}`}>
                {item.reference}
              </Link>
              <div className="second-line">{item.title}</div>
            </td>
            <td>
              <div>{item.subjectName}</div>
              {item.subjectNumber === null ? null : (
                <div className="second-line tabular nowrap">{spacedNip(item.subjectNumber)}</div>
              )}
            </td>
            <td>{item.unitName ?? "—"}</td>
            <td>
              <StatusBadge tone={item.tone}>{say(item.statusLabel)}</StatusBadge>
            </td>
            <td className="nowrap">{shortDate(item.updatedAt, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
