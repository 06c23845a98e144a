import type { EngineProcesses } from "./camunda-client.js";
import type { Connection } from "./connection.js";
import { isEngineError } from "./engine-error.js";
import type { ElementVisit } from "./engine-records.js";

const PAGE = 1_000;

type ProcessCalls = Pick<
  EngineProcesses,
  | "createInstance"
  | "findInstances"
  | "getInstance"
  | "endedInstances"
  | "calledInstances"
  | "cancelInstance"
  | "publishMessage"
  | "elementVisits"
  | "sequenceFlows"
  | "variables"
>;

const instant = (text: string): number => Date.parse(text);

/** Reads every page of a search; `next` gets the offset. */
const all = async <T>(next: (from: number) => Promise<readonly T[]>): Promise<T[]> => {
  const found: T[] = [];
  for (;;) {
    const page = await next(found.length);
    found.push(...page);
    if (page.length < PAGE) return found;
  }
};

const visitState = (state: string): ElementVisit["state"] =>
  state === "ACTIVE" || state === "TERMINATED" ? state : "COMPLETED";

/** Instances, messages and what an instance went through. */
export const processCalls = (connection: Connection): ProcessCalls => ({
  async createInstance({ processId, variables, businessId, tags }) {
    const created = await connection.call("createProcessInstance", (sdk) =>
      sdk.createProcessInstance(
        {
          processDefinitionId: processId,
          variables: { ...variables },
          ...(businessId === undefined ? {} : { businessId }),
          ...(tags === undefined ? {} : { tags: [...tags] }),
        },
        // A repeated create makes a second instance: whoever repeats it looks for the first one before.
        { retry: false },
      ),
    );
    return {
      processInstanceKey: created.processInstanceKey,
      processDefinitionKey: created.processDefinitionKey,
      version: created.processDefinitionVersion,
    };
  },

  async findInstances(businessId) {
    const found = await connection.call("searchProcessInstances", (sdk) =>
      sdk.searchProcessInstances(
        {
          filter: { businessId },
          sort: [{ field: "processInstanceKey", order: "ASC" }],
          page: { limit: 100 },
        },
        connection.eventually,
      ),
    );
    return found.items
      .filter(({ parentProcessInstanceKey }) => parentProcessInstanceKey === null)
      .map(({ processInstanceKey }) => ({ processInstanceKey }));
  },

  async getInstance(processInstanceKey) {
    try {
      const found = await connection.call("getProcessInstance", (sdk) =>
        sdk.getProcessInstance({ processInstanceKey }, connection.eventually),
      );
      return {
        processInstanceKey: found.processInstanceKey,
        processDefinitionKey: found.processDefinitionKey,
        processId: found.processDefinitionId,
        processName: found.processDefinitionName ?? found.processDefinitionId,
        version: found.processDefinitionVersion,
        state: found.state,
        hasIncident: found.hasIncident,
      };
    } catch (error) {
      if (isEngineError(error, "NOT_FOUND")) return undefined;
      throw error;
    }
  },

  async endedInstances(processInstanceKeys) {
    const found = await connection.call("searchProcessInstances", (sdk) =>
      sdk.searchProcessInstances(
        { filter: { processInstanceKey: { $in: [...processInstanceKeys] } }, page: { limit: PAGE } },
        connection.now,
      ),
    );
    return found.items.flatMap(({ processInstanceKey, state }) =>
      state === "COMPLETED" || state === "TERMINATED" ? [{ processInstanceKey, state }] : [],
    );
  },

  async calledInstances(processInstanceKey) {
    const found: string[] = [];
    for (let callers = [processInstanceKey]; callers.length > 0;) {
      const parents = callers;
      const called = await all(async (from) => {
        const page = await connection.call("searchProcessInstances", (sdk) =>
          sdk.searchProcessInstances(
            { filter: { parentProcessInstanceKey: { $in: parents } }, page: { from, limit: PAGE } },
            connection.now,
          ),
        );
        return page.items;
      });
      callers = called.map((instance) => instance.processInstanceKey);
      found.push(...callers);
    }
    return found;
  },

  async cancelInstance(processInstanceKey) {
    await connection.call("cancelProcessInstance", (sdk) => sdk.cancelProcessInstance({ processInstanceKey }));
  },

  async publishMessage({ name, correlationKey, messageId, timeToLiveMs, variables }) {
    try {
      await connection.call("publishMessage", (sdk) =>
        sdk.publishMessage({
          name,
          correlationKey,
          ...(messageId === undefined ? {} : { messageId }),
          ...(timeToLiveMs === undefined ? {} : { timeToLive: timeToLiveMs }),
          ...(variables === undefined ? {} : { variables: { ...variables } }),
        }),
      );
    } catch (error) {
      if (!isEngineError(error, "ALREADY_EXISTS")) throw error;
    }
  },

  async elementVisits(processInstanceKey) {
    const found = await all(async (from) => {
      const page = await connection.call("searchElementInstances", (sdk) =>
        sdk.searchElementInstances(
          {
            filter: { processInstanceKey },
            sort: [{ field: "elementInstanceKey", order: "ASC" }],
            page: { from, limit: PAGE },
          },
          connection.now,
        ),
      );
      return page.items;
    });
    return found.map((visit) => ({
      elementId: visit.elementId,
      elementName: visit.elementName,
      type: visit.type,
      state: visitState(visit.state),
      startedAt: instant(visit.startDate),
      endedAt: visit.endDate === null ? null : instant(visit.endDate),
      hasIncident: visit.hasIncident,
    }));
  },

  async sequenceFlows(processInstanceKey) {
    const found = await connection.call("getProcessInstanceSequenceFlows", (sdk) =>
      sdk.getProcessInstanceSequenceFlows({ processInstanceKey }, connection.now),
    );
    return [...new Set(found.items.map(({ elementId }) => elementId))];
  },

  async variables(processInstanceKey) {
    const found = await all(async (from) => {
      const page = await connection.call("searchVariables", (sdk) =>
        sdk.searchVariables(
          {
            filter: { processInstanceKey, scopeKey: processInstanceKey },
            page: { from, limit: PAGE },
            truncateValues: false,
          },
          connection.now,
        ),
      );
      return page.items;
    });
    return Object.fromEntries(found.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
  },
});
