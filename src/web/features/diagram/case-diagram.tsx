import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { CaseDiagram as Diagram } from "../../../http/contract/cases.js";
import { api } from "../../shared/api/client.js";
import { now } from "../../shared/clock.js";
import { Loading } from "../../shared/components/loading.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { dateAndTime, duration } from "../../shared/format/dates.js";
import { ZoomButtons } from "../../shared/diagram/zoom-buttons.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { drawPath, type Drawing } from "./bpmn-canvas.js";
import { elementStates } from "./path-of.js";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "./diagram.css";

/** The case file's way through its process: as a picture, and as a list that says the same. */
export function CaseDiagram({ caseId }: { readonly caseId: string }): ReactElement {
  const diagram = useQuery({
    queryKey: ["diagram", caseId],
    queryFn: ({ signal }) => api.get<Diagram>(`/cases/${encodeURIComponent(caseId)}/diagram`, { signal }),
  });
  if (diagram.isPending) return <Loading />;
  if (diagram.data === undefined) return <ProblemAlert error={diagram.error} onRetry={() => void diagram.refetch()} />;
  return <Drawn diagram={diagram.data} />;
}

function Drawn({ diagram }: { readonly diagram: Diagram }): ReactElement {
  const { t, language } = useTexts();
  const host = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    const place = host.current;
    if (place === null) return undefined;
    let gone = false;
    let drawn: Drawing | null = null;
    const draw = async (): Promise<void> => {
      drawn = await drawPath({
        host: place,
        xml: diagram.xml,
        states: elementStates(diagram.elements, now()),
        flows: diagram.flows,
        badge: (state) => (state.visits > 1 ? `${state.visits}× ` : "") + duration(state.spentMs, language),
      });
      if (gone) drawn.destroy();
      else setDrawing(drawn);
    };
    draw().catch((cause: unknown) => gone || setFailure(cause));
    return () => {
      gone = true;
      drawn?.destroy();
      setDrawing(null);
    };
  }, [diagram, language]);
  return (
    <section className="card diagram-card" aria-labelledby="diagram-title">
      <div className="card-header">
        <h2 className="card-title" id="diagram-title">
          {diagram.processName}
        </h2>
        <span className="ms-auto text-secondary">{t("diagram.version", { version: diagram.version })}</span>
      </div>
      {failure === null ? null : (
        <div className="card-body">
          <ProblemAlert error={failure} />
        </div>
      )}
      <div className="diagram-body">
        <div className="diagram-picture">
          <div ref={host} className="diagram-canvas" role="region" aria-label={t("diagram.alternative")} />
          <div className="diagram-legend">
            <span className="legend-done">{t("diagram.done")}</span>
            <span className="legend-active">{t("diagram.active")}</span>
            <span className="legend-incident">{t("diagram.incident")}</span>
            {drawing === null ? null : <ZoomButtons drawing={drawing} />}
          </div>
        </div>
        <div className="diagram-steps" role="region" aria-label={t("diagram.steps")} tabIndex={0}>
          {drawing === null ? null : <Steps diagram={diagram} drawing={drawing} />}
        </div>
      </div>
    </section>
  );
}

function Steps({ diagram, drawing }: { readonly diagram: Diagram; readonly drawing: Drawing }): ReactElement {
  const { t, language } = useTexts();
  const visits = diagram.elements.filter((visit) => drawing.isStep(visit.elementId));
  return (
    <table className="table stacked-table" id="diagram-steps">
      <caption className="visually-hidden">{t("diagram.steps")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("diagram.step")}</th>
          <th scope="col">{t("diagram.state")}</th>
          <th scope="col">{t("diagram.from")}</th>
          <th scope="col">{t("diagram.spent")}</th>
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <tr key={visit.elementId + visit.startedAt}>
            <td>
              <button type="button" className="step-link" onClick={() => drawing.show(visit.elementId)}>
                {drawing.nameOf(visit.elementId)}
              </button>
            </td>
            <td>{visit.incident ? t("diagram.incident") : t(`diagram.state.${visit.state}`)}</td>
            <td>{dateAndTime(visit.startedAt, language)}</td>
            <td>{duration((visit.endedAt ?? now()) - visit.startedAt, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
