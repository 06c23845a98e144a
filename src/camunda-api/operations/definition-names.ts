import type { Condition } from "../../engine-store/index.js";
import type { RecordStore } from "../context.js";

/** What names a version of a process, without its diagram, which may be megabytes. */
export interface DefinitionName {
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly name: string | null;
  readonly version: number;
  readonly tenantId: string;
  readonly isLatestVersion: boolean;
}

/** Names of the versions that fulfil a condition, at most `MAX_GROUPS` of engine-store. */
export async function definitionNames(
  store: RecordStore,
  where: Condition<"process_definition">,
): Promise<readonly DefinitionName[]> {
  const by = ["processDefinitionKey", "processDefinitionId", "name", "version", "tenantId", "isLatestVersion"] as const;
  const { groups } = await store.countBy({ table: "process_definition", by, where });
  return groups.map(({ values: [key, id, name, version, tenantId, isLatestVersion] }) => ({
    processDefinitionKey: String(key),
    processDefinitionId: String(id),
    name: name === null ? null : String(name),
    version: Number(version),
    tenantId: String(tenantId),
    isLatestVersion: isLatestVersion === true,
  }));
}
