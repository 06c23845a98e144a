import type { EngineProcesses } from "./camunda-client.js";
import type { Connection } from "./connection.js";
import type { EngineDefinition } from "./engine-records.js";

type DefinitionCalls = Pick<
  EngineProcesses,
  "deploy" | "latestDefinitions" | "versionsOf" | "definitionXml" | "runningInstances"
>;

interface SdkDefinition {
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly name: string | null;
  readonly version: number;
  readonly versionTag: string | null;
  readonly resourceName: string;
}

const toDefinition = (definition: SdkDefinition): EngineDefinition => ({
  key: definition.processDefinitionKey,
  id: definition.processDefinitionId,
  name: definition.name ?? definition.processDefinitionId,
  version: definition.version,
  versionTag: definition.versionTag,
  resourceName: definition.resourceName,
});

/** `text` with the wildcards of `$like` taken literally. */
export const likeContains = (text: string): string => `*${text.replaceAll(/[\\*?]/gu, (c) => `\\${c}`)}*`;

/** Deployment and process definitions. */
export const definitionCalls = (connection: Connection): DefinitionCalls => ({
  async deploy(resources) {
    const deployed = await connection.call("createDeployment", (sdk) =>
      sdk.createDeployment({ resources: resources.map(({ name, content }) => new File([content], name)) }),
    );
    return {
      processes: deployed.processes.map((process) => ({
        key: process.processDefinitionKey,
        id: process.processDefinitionId,
        version: process.processDefinitionVersion,
        resourceName: process.resourceName,
      })),
    };
  },

  async latestDefinitions({ offset, limit, search }) {
    const found = await connection.call("searchProcessDefinitions", (sdk) =>
      sdk.searchProcessDefinitions(
        {
          filter: {
            isLatestVersion: true,
            ...(search === undefined || search === "" ? {} : { name: { $like: likeContains(search) } }),
          },
          sort: [{ field: "processDefinitionId", order: "ASC" }],
          page: { from: offset, limit },
        },
        connection.now,
      ),
    );
    return { items: found.items.map(toDefinition), total: found.page.totalItems };
  },

  async versionsOf(processId) {
    const found = await connection.call("searchProcessDefinitions", (sdk) =>
      sdk.searchProcessDefinitions(
        {
          filter: { processDefinitionId: processId },
          sort: [{ field: "version", order: "DESC" }],
          page: { limit: 1_000 },
        },
        connection.now,
      ),
    );
    return found.items.map(toDefinition);
  },

  async definitionXml(processDefinitionKey) {
    const xml = await connection.call("getProcessDefinitionXML", (sdk) =>
      sdk.getProcessDefinitionXml({ processDefinitionKey }, connection.eventually),
    );
    return xml;
  },

  async runningInstances(processDefinitionKey) {
    const found = await connection.call("searchProcessInstances", (sdk) =>
      sdk.searchProcessInstances(
        { filter: { processDefinitionKey, state: "ACTIVE" }, page: { limit: 1 } },
        connection.now,
      ),
    );
    return found.page.totalItems;
  },
});
