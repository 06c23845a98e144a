import type { DeploymentResource } from "../../camunda-client/index.js";
import type { Key, TableName, TableRows } from "../../engine/index.js";
import type { MariadbEngineStore, SqliteEngineStore } from "../../engine-store/index.js";

type Store = Pick<SqliteEngineStore | MariadbEngineStore, "select" | "countBy">;

/** One version of a process in a deployment. */
export interface MovedProcess {
  readonly id: string;
  readonly version: number;
  readonly isNewest: boolean;
  readonly xml: string;
  readonly openInstances: number;
}

/** What was deployed together and is still needed: bindings to "the same deployment" hold at the other engine only when it stays together. */
export interface MovableDeployment {
  readonly resources: readonly DeploymentResource[];
  readonly processes: readonly MovedProcess[];
}

const DEFINITION_TABLES = ["process_definition", "decision_requirements", "form", "resource"] as const;
type DefinitionTable = (typeof DEFINITION_TABLES)[number] & TableName;

/** A deployed file, whatever its kind. */
interface DeployedFile {
  readonly deploymentKey: Key;
  readonly resource: DeploymentResource;
  readonly isNewest: boolean;
  readonly process?: MovedProcess;
}

const contentOf = (row: TableRows[DefinitionTable]): string =>
  "xml" in row ? row.xml : "schema" in row ? row.schema : row.content;

/** Open instances by process definition key. */
const openInstances = async (store: Store): Promise<ReadonlyMap<string, number>> => {
  const { groups } = await store.countBy({
    table: "process_instance",
    by: ["processDefinitionKey"],
    where: { kind: "compare", column: "state", by: "eq", value: "ACTIVE" },
    maxGroups: Number.MAX_SAFE_INTEGER - 1,
  });
  return new Map(groups.map(({ values, count }) => [String(values[0]), count]));
};

const filesOf = async (
  store: Store,
  table: DefinitionTable,
  open: ReadonlyMap<string, number>,
): Promise<DeployedFile[]> => {
  const rows = await store.select({ table, equals: { state: "ACTIVE" } });
  return rows.map((row) => ({
    deploymentKey: row.deploymentKey,
    resource: { name: row.resourceName, content: contentOf(row) },
    isNewest: row.isLatestVersion,
    ...("processDefinitionKey" in row
      ? {
          process: {
            id: row.processDefinitionId,
            version: row.version,
            isNewest: row.isLatestVersion,
            xml: row.xml,
            openInstances: open.get(row.processDefinitionKey) ?? 0,
          },
        }
      : {}),
  }));
};

const isNeeded = ({ isNewest, process }: DeployedFile): boolean => isNewest || (process?.openInstances ?? 0) > 0;

/** Deployments with the newest version of something or with a version that has open instances, oldest first. */
export const readDeployments = async (store: Store): Promise<readonly MovableDeployment[]> => {
  const open = await openInstances(store);
  const byDeployment = new Map<Key, DeployedFile[]>();
  for (const table of DEFINITION_TABLES)
    for (const file of await filesOf(store, table, open))
      byDeployment.set(file.deploymentKey, [...(byDeployment.get(file.deploymentKey) ?? []), file]);
  return [...byDeployment]
    .filter(([, files]) => files.some(isNeeded))
    .toSorted(([left], [right]) => Number(BigInt(left) - BigInt(right)))
    .map(([, files]) => ({
      // A file with several processes has a row for each of them.
      resources: [...new Map(files.map(({ resource }) => [resource.name, resource])).values()],
      processes: files.flatMap(({ process }) => (process === undefined ? [] : [process])),
    }));
};
