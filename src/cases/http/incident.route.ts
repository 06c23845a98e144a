import { z } from "zod";
import { isEngineError } from "../../camunda-client/index.js";
import type { Ability, AnyRoute } from "../../http/index.js";
import { defineRoute } from "../../http/index.js";
import type { CasePage } from "../../http/contract/cases.js";
import { AppError } from "../../platform/index.js";
import type { CaseFile } from "../case-file.js";
import type { CaseRoutesDeps } from "./case-routes-deps.js";

type Incident = CasePage["incidents"][number];

const MOST = 50;

/** Open incidents of a case file's instance and of those that it called, newest first. */
export const incidentsOf = async (
  { client }: Pick<CaseRoutesDeps, "client">,
  { processInstanceKey }: CaseFile,
  ability: Ability,
): Promise<Incident[]> => {
  if (processInstanceKey === null) return [];
  const processInstanceKeys = [processInstanceKey, ...(await client.calledInstances(processInstanceKey))];
  const { items } = await client.openIncidents({ offset: 0, limit: MOST, processInstanceKeys });
  const mayRetry = ability.can("retry", "CaseFile");
  return items.map(({ key, elementId, message, since }) => ({ key, elementId, message, since, mayRetry }));
};

/** POST /cases/:id/incidents/:key/retry */
export const incidentRoute = (deps: CaseRoutesDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/cases/:id/incidents/:key/retry",
    summary: "Gives a step that got stuck another attempt",
    tag: "cases",
    permission: ["retry", "CaseFile"],
    params: z.object({ id: z.string().min(1).max(36), key: z.string().regex(/^\d{1,25}$/) }),
    transaction: false, // asks the engine, and must not hold the database meanwhile
    async handle({ params: { id, key }, actor, ability }) {
      const { db, cases, client, history } = deps;
      const caseFile = await db.read((tx) => cases.readable(tx, id, ability));
      const incident = (await incidentsOf(deps, caseFile, ability)).find((open) => open.key === key);
      if (incident === undefined) {
        throw new AppError("NOT_FOUND", `Expected an open incident '${key}' of case file '${id}', but there is none`, {
          detail: { id: "Gangguan ini sudah tidak ada", en: "This incident is no longer open" },
        });
      }
      await db.transaction((tx) =>
        history.append(tx, {
          actorId: actor.userId,
          actorName: actor.displayName,
          role: actor.role?.role ?? null,
          action: "case.retried",
          caseId: id,
          subject: { type: "Incident", id: key },
          story: { id: "mencoba ulang langkah yang terhenti", en: "retried a step that got stuck" },
          processInstanceKey: caseFile.processInstanceKey,
          elementId: incident.elementId,
        }),
      );
      try {
        await client.retryIncident(key);
      } catch (error) {
        // Someone else was faster: the step is under way again, which is what was wanted.
        if (!isEngineError(error, "NOT_FOUND")) throw error;
      }
      return { status: 204 };
    },
  });
