import { IconAlertOctagon } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api } from "../../shared/api/client.js";
import { useToasts } from "../../shared/components/toasts.js";
import { dateAndTime } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { CasePage } from "./case-query.js";

interface CaseIncidentsProps {
  readonly caseId: string;
  readonly incidents: CasePage["incidents"];
}

/** What keeps the case file from moving on, with a way to try again. */
export function CaseIncidents({ caseId, incidents }: CaseIncidentsProps): ReactElement | null {
  const { t, language } = useTexts();
  const toasts = useToasts();
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: (key: string) =>
      api.post(`/cases/${encodeURIComponent(caseId)}/incidents/${encodeURIComponent(key)}/retry`),
    onSuccess: () => toasts.done(t("incident.retried")),
    onError: toasts.failed,
    onSettled: () => client.invalidateQueries({ queryKey: ["case", caseId] }),
  });
  if (incidents.length === 0) return null;
  return (
    <ul className="plain-list mb-3">
      {incidents.map((incident) => (
        <li key={incident.key} className="alert alert-danger alert-plain d-flex gap-3 align-items-center mb-2">
          <IconAlertOctagon size={22} className="flex-shrink-0" aria-hidden />
          <div className="flex-fill">
            <div className="fw-medium">{incident.message}</div>
            <div className="small">{t("incident.since", { date: dateAndTime(incident.since, language) })}</div>
          </div>
          {incident.mayRetry ? (
            <button
              type="button"
              className="btn btn-sm"
              disabled={retry.isPending}
              onClick={() => retry.mutate(incident.key)}
            >
              {t("action.retry")}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
