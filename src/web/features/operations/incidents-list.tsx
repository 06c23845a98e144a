import { IconCircleCheck } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { IncidentList } from "../../../http/contract/admin.js";
import { dateAndTime } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { OperationsList } from "./operations-list.js";

/** Automatic steps that stopped and wait for somebody. */
export function IncidentsList(): ReactElement {
  const { t, language } = useTexts();
  return (
    <OperationsList<IncidentList["items"][number]>
      name="incidents"
      nothing={{ icon: IconCircleCheck, title: t("operations.none"), why: t("operations.noneWhy") }}
      retried={t("incident.retried")}
      keyOf={(incident) => incident.key}
      row={(incident) => (
        <>
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
        </>
      )}
    />
  );
}
