import type { EngineStore } from "../ports/engine-store.js";
import type { EngineState } from "../state/engine-state.js";

/** Brings definitions and administration records into memory, where all of them stay. */
export async function loadDefinitions(state: EngineState, store: EngineStore): Promise<void> {
  const open = { open: true } as const;
  state.loadDefinitions({
    process_definition: await store.select({ table: "process_definition" }),
    decision_requirements: await store.select({ table: "decision_requirements" }),
    decision_definition: await store.select({ table: "decision_definition" }),
    form: await store.select({ table: "form" }),
    resource: await store.select({ table: "resource" }),
    admin_user: await store.select({ table: "admin_user", equals: open }),
    admin_group: await store.select({ table: "admin_group", equals: open }),
    admin_role: await store.select({ table: "admin_role", equals: open }),
    admin_tenant: await store.select({ table: "admin_tenant", equals: open }),
    admin_mapping_rule: await store.select({ table: "admin_mapping_rule", equals: open }),
    admin_membership: await store.select({ table: "admin_membership", equals: open }),
    admin_authorization: await store.select({ table: "admin_authorization", equals: open }),
    cluster_variable: await store.select({ table: "cluster_variable", equals: open }),
    global_task_listener: await store.select({ table: "global_task_listener", equals: open }),
  });
}
