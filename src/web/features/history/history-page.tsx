import { IconDownload, IconHistoryOff, IconShieldCheck, IconShieldX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { HistoryVerification } from "../../../http/contract/admin.js";
import type { Story } from "../../../http/contract/cases.js";
import { api, queryOf } from "../../shared/api/client.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { Pager } from "../../shared/components/pager.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { SearchField } from "../../shared/components/search-field.js";
import { wholeNumber } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { StoryList } from "../../shared/story/story-list.js";
import { useAddress } from "../../shared/use-address.js";

const PAGE = 50;
const filters = ["search", "actor", "caseId", "from", "to"] as const;
type FilterName = (typeof filters)[number];

/** A day of the calendar that the address names; anything else there is passed over. */
const dayIn = (text: string | null): string => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return text !== null && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : "";
};

/** First and last moment of a day of this device, epoch ms; undefined without a day. */
const dayEdge = (day: string, end: boolean): number | undefined => {
  if (day === "") return undefined;
  return new Date(`${day}T${end ? "23:59:59.999" : "00:00:00.000"}`).getTime();
};

/** Everything that happened, for auditors: searchable, with the state of the hash chain. */
export function HistoryPage(): ReactElement {
  const { t } = useTexts();
  const [query, changeAddress] = useAddress();
  const offset = Number(query.get("offset") ?? 0) || 0;
  const change = (name: FilterName | "offset", value: string): void =>
    changeAddress(
      (asked) => {
        const next = new URLSearchParams(asked);
        if (name !== "offset") next.delete("offset");
        if (value === "" || value === "0") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: name !== "offset" },
    );
  const asked = {
    search: query.get("search"),
    actor: query.get("actor"),
    caseId: query.get("caseId"),
    from: dayEdge(dayIn(query.get("from")), false),
    to: dayEdge(dayIn(query.get("to")), true),
    offset,
    limit: PAGE,
  };
  const list = useQuery({
    queryKey: ["history", asked],
    queryFn: ({ signal }) => api.get<Story>(`/history${queryOf(asked)}`, { signal }),
    placeholderData: (previous) => previous,
  });
  const value = (name: FilterName): string => query.get(name) ?? "";
  return (
    <>
      <PageHeader
        title={t("history.title")}
        actions={
          <a className="btn" href={`/api/history/export${queryOf({ ...asked, offset: null, limit: null })}`} download>
            <IconDownload size={18} className="me-2" aria-hidden /> {t("history.export")}
          </a>
        }
      />
      <Chain />
      <div className="card">
        <div className="list-tools">
          <SearchField
            value={value("search")}
            onChange={(text) => change("search", text)}
            label={t("history.search")}
            slashKey
          />
          <SearchField value={value("actor")} onChange={(text) => change("actor", text)} label={t("history.actor")} />
          <label className="d-inline-flex align-items-center gap-2">
            {t("history.from")}
            <input
              type="date"
              className="form-control"
              value={dayIn(query.get("from"))}
              max={dayIn(query.get("to"))}
              onChange={(event) => change("from", event.target.value)}
            />
          </label>
          <label className="d-inline-flex align-items-center gap-2">
            {t("history.to")}
            <input
              type="date"
              className="form-control"
              value={dayIn(query.get("to"))}
              min={dayIn(query.get("from"))}
              onChange={(event) => change("to", event.target.value)}
            />
          </label>
        </div>
        <div className={`card-body${list.isPlaceholderData ? " dimmed" : ""}`}>
          {list.isPending ? <Loading /> : null}
          {list.isError ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
          {list.data?.items.length === 0 ? (
            <EmptyState icon={IconHistoryOff} title={t("history.none")} why={t("history.noneWhy")} />
          ) : null}
          {list.data === undefined ? null : <StoryList entries={list.data.items} dayRank="h2" linked />}
          {list.data === undefined ? null : (
            <Pager
              offset={offset}
              limit={PAGE}
              total={list.data.total}
              onOffset={(to) => change("offset", String(to))}
            />
          )}
        </div>
      </div>
    </>
  );
}

function Chain(): ReactElement {
  const { t, language } = useTexts();
  const chain = useQuery({
    queryKey: ["history-chain"],
    queryFn: ({ signal }) => api.get<HistoryVerification>("/history/verification", { signal }),
    staleTime: 60_000,
  });
  if (chain.isError) return <ProblemAlert error={chain.error} onRetry={() => void chain.refetch()} />;
  if (chain.data === undefined) return <Loading label={t("history.checking")} />;
  const { entries, head, broken } = chain.data;
  return (
    <div className={`alert alert-plain ${broken === null ? "alert-info" : ""} d-flex gap-3`} role="status">
      {broken === null ? (
        <IconShieldCheck size={24} className="flex-shrink-0" aria-hidden />
      ) : (
        <IconShieldX size={24} className="flex-shrink-0" aria-hidden />
      )}
      <div className="min-w-0">
        <div className="fw-medium">
          {broken === null
            ? t("history.intact", { total: wholeNumber(entries, language) })
            : t("history.broken", { seq: broken })}
        </div>
        <div className="checksum">{head}</div>
      </div>
    </div>
  );
}
