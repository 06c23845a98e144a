import { z } from "zod";
import type { ElementVisit } from "../../camunda-client/index.js";
import type { AnyRoute } from "../../http/index.js";
import { defineRoute } from "../../http/index.js";
import { CaseDiagram } from "../../http/contract/cases.js";
import { AppError } from "../../platform/index.js";
import type { CaseRoutesDeps } from "./case-routes-deps.js";

const BODY = "MULTI_INSTANCE_BODY";

/** The process itself and its flows are no places on the diagram where something waits. */
const isPlace = ({ type }: ElementVisit): boolean => type !== "PROCESS" && type !== "SEQUENCE_FLOW";

/** Of a multi-instance activity each instance is a visit; what holds them together is one only while it has none, or has an incident. */
const placesOf = (visits: readonly ElementVisit[]): readonly ElementVisit[] => {
  const inner = new Set(visits.filter(({ type }) => type !== BODY).map(({ elementId }) => elementId));
  return visits
    .filter(isPlace)
    .filter(({ type, elementId, hasIncident }) => type !== BODY || hasIncident || !inner.has(elementId));
};

/** GET /cases/:id/diagram */
export const diagramRoute = ({ db, cases, client }: CaseRoutesDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/cases/:id/diagram",
    summary: "The diagram of a case file's process with the way taken",
    tag: "cases",
    permission: "session",
    params: z.object({ id: z.string().min(1).max(36) }),
    response: CaseDiagram,
    transaction: false, // asks the engine, and must not hold the database meanwhile
    async handle({ params, ability }) {
      const { processInstanceKey } = await db.read((tx) => cases.readable(tx, params.id, ability));
      const instance = processInstanceKey === null ? undefined : await client.getInstance(processInstanceKey);
      if (instance === undefined) {
        throw new AppError(
          "NOT_FOUND",
          `Expected a process instance of case file '${params.id}', but there is none yet`,
          {
            detail: {
              id: "Proses berkas ini belum dimulai. Coba lagi sebentar",
              en: "The process of this case file has not started yet. Try again in a moment",
            },
          },
        );
      }
      const [xml, visits, flows] = await Promise.all([
        client.definitionXml(instance.processDefinitionKey),
        client.elementVisits(instance.processInstanceKey),
        client.sequenceFlows(instance.processInstanceKey),
      ]);
      return {
        status: 200,
        body: {
          xml,
          processName: instance.processName,
          version: instance.version,
          elements: placesOf(visits).map(({ elementId, state, startedAt, endedAt, hasIncident }) => ({
            elementId,
            state,
            startedAt,
            endedAt,
            incident: hasIncident,
          })),
          flows: [...flows],
        },
      };
    },
  });
