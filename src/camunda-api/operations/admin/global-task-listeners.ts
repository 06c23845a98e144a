import type {
  CreateGlobalTaskListenerData,
  DeleteGlobalTaskListenerData,
  GetGlobalTaskListenerData,
  GlobalTaskListenerResult,
  SearchGlobalTaskListenersData,
  UpdateGlobalTaskListenerData,
} from "@camunda8/orchestration-cluster-api";
import type { AdminContent } from "../../../engine/index.js";
import { run } from "../../command.js";
import type { ApiContext } from "../../context.js";
import type { Plain } from "../../contract/plain.js";
import { json, noContent } from "../../exchange.js";
import { defineOperation, type Operation } from "../../operation.js";
import { invalidArgument } from "../../problem.js";
import { field, itemField, type FilterField } from "../../search/filter-field.js";
import { searchPage } from "../../search/record-search-page.js";
import { checkId, checkText, getAdmin, open } from "./admin-record.js";

type Result = Plain<GlobalTaskListenerResult>;
type Content = AdminContent<"global_task_listener">;

/** What holds when a request does not say (public documentation, 8.9). */
const DEFAULTS = { retries: 3, afterNonGlobal: false, priority: 50 } as const;

const result = (row: Content): Result => ({
  id: row.id,
  type: row.type,
  eventTypes: [...row.eventTypes] as Result["eventTypes"],
  retries: row.retries,
  afterNonGlobal: row.afterNonGlobal,
  priority: row.priority,
  source: row.source,
});

function contentOf(id: string, body: Plain<UpdateGlobalTaskListenerData["body"]>): Content {
  const { type = "", eventTypes = [], retries, afterNonGlobal, priority } = body;
  checkText("type", type);
  if (eventTypes.length === 0) throw invalidArgument("No eventTypes provided");
  if (retries !== undefined && retries < 1)
    throw invalidArgument(`The value for retries is '${retries}' but must be greater than 0`);
  return {
    id,
    type,
    eventTypes: eventTypes.includes("all") ? ["all"] : [...new Set(eventTypes)],
    retries: retries ?? DEFAULTS.retries,
    afterNonGlobal: afterNonGlobal ?? DEFAULTS.afterNonGlobal,
    priority: priority ?? DEFAULTS.priority,
    source: "API",
  };
}

/** At least one of the filters fits one of the listener's events. */
const eventTypes: FilterField<"global_task_listener"> = (value) => {
  const filters = value as readonly unknown[];
  if (filters.length === 0) return { kind: "all", of: [] };
  return { kind: "any", of: filters.map((filter) => itemField<"global_task_listener">("eventTypes")(filter)) };
};

/** Listeners that are asked about every user task. */
export const globalTaskListenerOperations = ({ engine, store }: ApiContext): readonly Operation[] => [
  defineOperation<CreateGlobalTaskListenerData>({
    operationId: "createGlobalTaskListener",
    method: "POST",
    url: "/global-task-listeners",
    handle: async ({ body: { id, ...attributes } }) => {
      checkId("id", id);
      const content = contentOf(id, attributes);
      await run(engine, { type: "admin-record.create", table: "global_task_listener", content });
      return json(result(content), 201);
    },
  }),
  defineOperation<SearchGlobalTaskListenersData>({
    operationId: "searchGlobalTaskListeners",
    method: "POST",
    url: "/global-task-listeners/search",
    handle: async ({ body }) =>
      json(
        await searchPage(
          store,
          {
            table: "global_task_listener",
            filter: {
              id: field("id"),
              type: field("type"),
              retries: field("retries"),
              eventTypes,
              afterNonGlobal: field("afterNonGlobal"),
              priority: field("priority"),
              source: field("source"),
            },
            toItem: result,
          },
          body,
          open<"global_task_listener">(),
        ),
      ),
  }),
  defineOperation<GetGlobalTaskListenerData>({
    operationId: "getGlobalTaskListener",
    method: "GET",
    url: "/global-task-listeners/{id}",
    handle: async ({ path }) =>
      json(result(await getAdmin(store, "global_task_listener", "id", path.id, "Global task listener"))),
  }),
  defineOperation<UpdateGlobalTaskListenerData>({
    operationId: "updateGlobalTaskListener",
    method: "PUT",
    url: "/global-task-listeners/{id}",
    handle: async ({ path: { id }, body }) => {
      const changes = contentOf(id, body);
      await run(engine, { type: "admin-record.update", table: "global_task_listener", id, changes });
      return json(result(changes));
    },
  }),
  defineOperation<DeleteGlobalTaskListenerData>({
    operationId: "deleteGlobalTaskListener",
    method: "DELETE",
    url: "/global-task-listeners/{id}",
    handle: async ({ path }) => {
      await run(engine, { type: "admin-record.delete", table: "global_task_listener", id: path.id });
      return noContent();
    },
  }),
];
