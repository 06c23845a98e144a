import { IconTableOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import type { ReferencePage as Page } from "../../../http/contract/admin.js";
import { api, queryOf } from "../../shared/api/client.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { PageTabs } from "../../shared/components/page-tabs.js";
import { Pager } from "../../shared/components/pager.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { SearchField } from "../../shared/components/search-field.js";
import type { Localised } from "../../shared/format/localised.js";
import { dayText } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

const PAGE = 50;

interface Table {
  readonly id: string;
  readonly title: Localised;
}

/** Reference data of the process apps, for reading. */
export function ReferencePage(): ReactElement {
  const { t, say } = useTexts();
  const { table } = useParams();
  const navigate = useNavigate();
  const tables = useQuery({
    queryKey: ["reference"],
    queryFn: ({ signal }) => api.get<readonly Table[]>("/reference", { signal }),
    staleTime: Infinity,
  });
  const current = tables.data?.find((item) => item.id === table) ?? tables.data?.[0];
  return (
    <>
      <PageHeader title={t("reference.title")} />
      {tables.isPending ? <Loading /> : null}
      {tables.isError ? <ProblemAlert error={tables.error} onRetry={() => void tables.refetch()} /> : null}
      {tables.data?.length === 0 ? (
        <div className="card">
          <EmptyState icon={IconTableOff} title={t("reference.none")} />
        </div>
      ) : null}
      {current === undefined || tables.data === undefined ? null : (
        <div className="card">
          <PageTabs
            label={t("reference.tables")}
            tabs={tables.data.map((item) => ({ id: item.id, label: say(item.title) }))}
            current={current.id}
            onTab={(id) => void navigate(`/referensi/${encodeURIComponent(id)}`)}
          />
          <Rows key={current.id} table={current.id} />
        </div>
      )}
    </>
  );
}

/** Days are shown as people write them; everything else stays as the table has it. */
const cellText = (value: string | number | null | undefined, language: "id" | "en"): string | number =>
  typeof value === "string" ? dayText(value, language) : (value ?? "–");

function Rows({ table }: { readonly table: string }): ReactElement {
  const { t, say, language } = useTexts();
  const [query, setQuery] = useSearchParams();
  const search = query.get("search") ?? "";
  const offset = Number(query.get("offset") ?? 0) || 0;
  const page = useQuery({
    queryKey: ["reference", table, search, offset],
    queryFn: ({ signal }) =>
      api.get<Page>(`/reference/${encodeURIComponent(table)}${queryOf({ search, offset, limit: PAGE })}`, { signal }),
    placeholderData: (previous) => previous,
  });
  return (
    <>
      <div className="list-tools">
        <SearchField
          value={search}
          onChange={(text) => setQuery(text === "" ? {} : { search: text }, { replace: true })}
          label={t("reference.search")}
          slashKey
        />
      </div>
      {page.isPending ? <Loading /> : null}
      {page.isError ? (
        <div className="p-3">
          <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />
        </div>
      ) : null}
      {page.data?.rows.length === 0 ? <EmptyState icon={IconTableOff} title={t("reference.noMatch")} /> : null}
      {page.data === undefined || page.data.rows.length === 0 ? null : (
        <div className="table-responsive" role="region" aria-label={t("reference.rows")} tabIndex={0}>
          <table className="table reference-table">
            <thead>
              <tr>
                {page.data.columns.map((column) => (
                  <th key={column.key} scope="col">
                    {say(column.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.data.rows.map((row) => (
                <tr key={JSON.stringify(row)}>
                  {page.data.columns.map((column) => (
                    <td key={column.key}>{cellText(row[column.key], language)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {page.data === undefined ? null : (
        <div className="px-3 pb-3">
          <Pager
            offset={offset}
            limit={PAGE}
            total={page.data.total}
            onOffset={(to) => setQuery({ ...(search === "" ? {} : { search }), offset: String(to) })}
          />
        </div>
      )}
    </>
  );
}
