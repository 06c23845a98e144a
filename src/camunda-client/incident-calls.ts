import type { EngineJobs } from "./camunda-client.js";
import type { Connection } from "./connection.js";

type IncidentCalls = Pick<EngineJobs, "openIncidents" | "incidentsOfDefinition" | "retryIncident">;

/** What waits for a person. */
export const incidentCalls = (connection: Connection): IncidentCalls => ({
  async openIncidents({ offset, limit, processInstanceKeys }) {
    const found = await connection.call("searchIncidents", (sdk) =>
      sdk.searchIncidents(
        {
          filter: {
            state: "ACTIVE",
            ...(processInstanceKeys === undefined ? {} : { processInstanceKey: { $in: [...processInstanceKeys] } }),
          },
          sort: [{ field: "creationTime", order: "DESC" }],
          page: { from: offset, limit },
        },
        connection.now,
      ),
    );
    return {
      total: found.page.totalItems,
      items: found.items.map((incident) => ({
        key: incident.incidentKey,
        processInstanceKey: incident.processInstanceKey,
        processId: incident.processDefinitionId,
        elementId: incident.elementId,
        type: incident.errorType,
        message: incident.errorMessage,
        since: Date.parse(incident.creationTime),
        jobKey: incident.jobKey,
      })),
    };
  },

  async incidentsOfDefinition(processDefinitionKey) {
    const found = await connection.call("searchIncidents", (sdk) =>
      sdk.searchIncidents({ filter: { state: "ACTIVE", processDefinitionKey }, page: { limit: 1 } }, connection.now),
    );
    return found.page.totalItems;
  },

  async retryIncident(incidentKey) {
    await connection.call("resolveIncident", async (sdk) => {
      const { jobKey } = await sdk.getIncident({ incidentKey }, connection.eventually);
      // One attempt: whoever pressed "retry" sees at once whether the cause is gone.
      if (jobKey !== null) await sdk.updateJob({ jobKey, changeset: { retries: 1 } });
      await sdk.resolveIncident({ incidentKey });
    });
  },
});
