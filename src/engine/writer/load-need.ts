import { compileBpmn, describeFaults } from "../deploy/index.js";
import { parseDmn } from "../dmn/index.js";
import type { EngineStore, MaybePromise } from "../ports/engine-store.js";
import type { EngineState } from "../state/engine-state.js";
import { QUEUE_CAPACITY, queuedJob } from "../state/job-queues.js";
import type { Need } from "../state/missing.js";
import type { Key } from "../state/rows.js";
import { loadBatchOperation, loadHistory } from "./load-history.js";

/** Brings what processing missed into memory. Answers synchronously when the store does. */
export function loadNeed(need: Need, state: EngineState, store: EngineStore): MaybePromise<void> {
  switch (need.kind) {
    case "aggregates":
      return each(need.roots, (root) => then(store.loadAggregate(root), (rows) => state.load(root, rows)));
    case "owner":
      return then(findOwner(need.table, need.key, store), (root) =>
        state.loadOwner(need.table, need.key, root ?? null),
      );
    case "timer":
      return then(store.select({ table: "timer", equals: { timerKey: need.key } }), ([row]) =>
        state.loadStartTimer(need.key, row),
      );
    case "message":
      return then(store.select({ table: "message", equals: { messageKey: need.key } }), ([row]) =>
        state.loadMessage(need.key, row),
      );
    case "message-group": {
      const { tenantId, name, correlationKey } = need;
      const messages = store.select({ table: "message", equals: { name, correlationKey, open: true, tenantId } });
      return then(messages, (found) =>
        then(
          store.select({
            table: "message_subscription",
            equals: { messageName: name, correlationKey, open: true, tenantId },
          }),
          (subscriptions) => state.loadGroup(tenantId, name, correlationKey, found, subscriptions),
        ),
      );
    }
    case "signal":
      return then(
        store.select({
          table: "signal_subscription",
          equals: { signalName: need.name, open: true, tenantId: need.tenantId },
        }),
        (rows) => state.loadSignals(need.tenantId, need.name, rows),
      );
    case "start-timers":
      return then(
        store.select({ table: "timer", equals: { processDefinitionKey: need.definition, open: true } }),
        (rows) => state.loadStartTimers(need.definition, rows),
      );
    case "start-locks":
      return then(
        store.select({ table: "process_instance", equals: { startCorrelationKey: need.correlationKey, open: true } }),
        (rows) => state.loadLocks(need.correlationKey, rows),
      );
    case "jobs":
      return then(
        store.select({ table: "job", equals: { type: need.type, availability: "ACTIVATABLE" }, limit: QUEUE_CAPACITY }),
        (rows) => state.jobQueues.load(need.type, rows.map(queuedJob), rows.length < QUEUE_CAPACITY),
      );
    case "history":
      return loadHistory(need.owner, need.key, state, store);
    case "batch-operation":
      return loadBatchOperation(need.key, state, store);
    case "executable":
      return compile(need.key, state);
    case "decision-graph":
      return parseGraph(need.key, state);
  }
}

async function compile(key: Key, state: EngineState): Promise<void> {
  const definition = state.processes.get(key);
  if (definition === undefined) throw new Error(`Expected process definition '${key}', but there is none`);
  const compiled = await compileBpmn(definition.resourceName, definition.xml);
  if (!compiled.ok)
    throw new Error(
      `Expected '${definition.resourceName}' to compile as it did when it was deployed, but: ${describeFaults(compiled.faults)}`,
    );
  const executable = compiled.processes.find(({ processId }) => processId === definition.processDefinitionId);
  if (executable === undefined)
    throw new Error(
      `Expected process '${definition.processDefinitionId}' in '${definition.resourceName}', but it is not there`,
    );
  state.loadExecutable(key, executable);
}

async function parseGraph(key: Key, state: EngineState): Promise<void> {
  const requirements = state.requirements.get(key);
  if (requirements === undefined) throw new Error(`Expected decision requirements '${key}', but there are none`);
  const parsed = await parseDmn(requirements.xml);
  if (!parsed.ok)
    throw new Error(
      `Expected '${requirements.resourceName}' to parse as it did when it was deployed, but: ${parsed.message}`,
    );
  state.loadDecisionGraph(key, parsed.value);
}

function findOwner(
  table: "job" | "user_task" | "incident" | "scope",
  key: Key,
  store: EngineStore,
): MaybePromise<Key | undefined> {
  const root = (rows: readonly { readonly rootProcessInstanceKey: Key }[]): Key | undefined =>
    rows[0]?.rootProcessInstanceKey;
  switch (table) {
    case "job":
      return then(store.select({ table: "job", equals: { jobKey: key } }), root);
    case "user_task":
      return then(store.select({ table: "user_task", equals: { userTaskKey: key } }), root);
    case "incident":
      return then(store.select({ table: "incident", equals: { incidentKey: key } }), root);
    case "scope":
      return then(store.select({ table: "process_instance", equals: { processInstanceKey: key } }), (instances) =>
        instances.length > 0
          ? root(instances)
          : then(store.select({ table: "element_instance", equals: { elementInstanceKey: key } }), root),
      );
  }
}

/** Goes on at once with a value, later with a promise: a synchronous store costs no turn of the event loop. */
function then<T, R>(value: MaybePromise<T>, goOn: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return value instanceof Promise ? value.then((loaded) => goOn(loaded)) : goOn(value);
}

function each<T>(items: readonly T[], work: (item: T) => MaybePromise<void>): MaybePromise<void> {
  const pending = items.map(work).filter((done) => done instanceof Promise);
  return pending.length === 0 ? undefined : Promise.all(pending).then(() => undefined);
}
