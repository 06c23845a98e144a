import { IconCircleCheck } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import type { IncidentList } from "../../../http/contract/admin.js";
import { api, queryOf } from "../../shared/api/client.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { Pager } from "../../shared/components/pager.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { useToasts } from "../../shared/components/toasts.js";
import { dateAndTime } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

const PAGE = 25;

/** What went wrong in running processes and waits for somebody. */
export function IncidentsPage(): ReactElement {
  const { t, language } = useTexts();
  const [offset, setOffset] = useState(0);
  const toasts = useToasts();
  const client = useQueryClient();
  const list = useQuery({
    queryKey: ["incidents", offset],
    queryFn: ({ signal }) =>
      api.get<IncidentList>(`/operations/incidents${queryOf({ offset, limit: PAGE })}`, { signal }),
    refetchInterval: 30_000,
  });
  const retry = useMutation({
    mutationFn: (key: string) => api.post(`/operations/incidents/${encodeURIComponent(key)}/retry`),
    onSuccess: () => toasts.done(t("incident.retried")),
    onError: toasts.failed,
    onSettled: () => client.invalidateQueries({ queryKey: ["incidents"] }),
  });
  return (
    <>
      <PageHeader title={t("operations.title")} below={t("operations.intro")} />
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data === undefined ? null : (
        <div className="card">
          {list.data.items.length === 0 ? (
            <EmptyState icon={IconCircleCheck} title={t("operations.none")} why={t("operations.noneWhy")} />
          ) : null}
          <ul className="plain-list">
            {list.data.items.map((incident) => (
              <li key={incident.key} className="list-row flex-wrap">
                <div className="flex-fill incident-text">
                  <div className="fw-medium">{incident.message}</div>
                  <div className="second-line">
                    {incident.processId} · {incident.elementId} ·{" "}
                    {t("incident.since", { date: dateAndTime(incident.since, language) })}
                  </div>
                </div>
                {incident.caseId === null ? null : (
                  <Link to={`/berkas/${incident.caseId}`}>{incident.caseReference ?? incident.caseId}</Link>
                )}
                <button
                  type="button"
                  className="btn"
                  disabled={retry.isPending && retry.variables === incident.key}
                  onClick={() => retry.mutate(incident.key)}
                >
                  {t("action.retry")}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {list.data === undefined ? null : (
        <Pager offset={offset} limit={PAGE} total={list.data.total} onOffset={setOffset} />
      )}
    </>
  );
}
