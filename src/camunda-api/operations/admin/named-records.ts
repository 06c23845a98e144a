import type { AdminContent } from "../../../engine/index.js";
import { run } from "../../command.js";
import type { ApiContext } from "../../context.js";
import { json, noContent } from "../../exchange.js";
import { defineOperation, type Operation } from "../../operation.js";
import { badRequest } from "../../problem.js";
import { field } from "../../search/filter-field.js";
import { searchPage, type SearchBody } from "../../search/record-search-page.js";
import { checkId, checkText, getAdmin, open } from "./admin-record.js";

/** Tables of records with an id, a name and a description. */
type NamedTable = "admin_group" | "admin_role" | "admin_tenant";
type IdColumn = "groupId" | "roleId" | "tenantId";

interface NamedBody {
  readonly name: string;
  readonly description?: string | null;
}

interface Kind {
  readonly table: NamedTable;
  readonly id: IdColumn;
  /** As in operation ids and answers. */
  readonly entity: string;
  readonly folder: string;
  readonly searchesAs: string;
}

const KINDS: readonly Kind[] = [
  { table: "admin_group", id: "groupId", entity: "Group", folder: "/groups", searchesAs: "searchGroups" },
  { table: "admin_role", id: "roleId", entity: "Role", folder: "/roles", searchesAs: "searchRoles" },
  { table: "admin_tenant", id: "tenantId", entity: "Tenant", folder: "/tenants", searchesAs: "searchTenants" },
];

type Columns = Readonly<Record<string, unknown>> & NamedBody;

/** An answer of such a record. */
export const namedResult = (id: string, row: object): object => {
  const { name, description = null, [id]: value } = row as Columns;
  return { [id]: value, name, description };
};

function attributesOf({ name, description }: NamedBody): { name: string; description: string | null } {
  checkText("name", name);
  return { name, description: description ?? null };
}

/** Groups, roles and tenants: making, finding, changing and deleting them. */
export const namedRecordOperations = (context: ApiContext): readonly Operation[] =>
  KINDS.flatMap((kind) => operationsOf(kind, context));

function operationsOf(kind: Kind, { engine, store }: ApiContext): readonly Operation[] {
  const { table, id, entity, folder } = kind;
  const one = `${folder}/{${id}}`;
  interface Data {
    readonly body: NamedBody & Readonly<Record<string, string>>;
    readonly path: Readonly<Record<string, string>>;
    readonly url: string;
  }
  const idOf = (path: Data["path"]): string => path[id] ?? "";
  return [
    defineOperation<Data>({
      operationId: `create${entity}`,
      method: "POST",
      url: folder,
      namesTenants: true,
      handle: async ({ body }) => {
        // The published contract lets it be absent for groups and roles; without one there is nothing to make.
        if ((body as NamedBody | undefined) === undefined) throw badRequest("Required request body is missing");
        const value = (body as Data["body"])[id] ?? "";
        checkId(id, value);
        const content = { [id]: value, ...attributesOf(body) } as unknown as AdminContent<"admin_group">;
        // The three tables differ in the name of the id alone.
        await run(engine, { type: "admin-record.create", table: table as "admin_group", content });
        return json(namedResult(id, content), 201);
      },
    }),
    defineOperation<Omit<Data, "path"> & { readonly body?: SearchBody }>({
      operationId: kind.searchesAs,
      method: "POST",
      url: `${folder}/search`,
      handle: async ({ body }) => json(await searchNamed(kind, store, body)),
    }),
    defineOperation<Data>({
      operationId: `get${entity}`,
      method: "GET",
      url: one,
      handle: async ({ path }) =>
        json(namedResult(id, await getAdmin<NamedTable>(store, table, id as never, idOf(path), entity))),
    }),
    defineOperation<Data>({
      operationId: `update${entity}`,
      method: "PUT",
      url: one,
      handle: async ({ path, body }) => {
        const value = idOf(path);
        const changes = attributesOf(body);
        await run(engine, { type: "admin-record.update", table, id: value, changes });
        return json(namedResult(id, { [id]: value, ...changes }));
      },
    }),
    defineOperation<Data>({
      operationId: `delete${entity}`,
      method: "DELETE",
      url: one,
      handle: async ({ path }) => {
        await run(engine, { type: "admin-record.delete", table, id: idOf(path as Data["path"]) });
        return noContent();
      },
    }),
  ];
}

const searchNamed = (
  { table, id }: Pick<Kind, "table" | "id">,
  store: ApiContext["store"],
  body: SearchBody | undefined,
): Promise<object> =>
  searchPage<NamedTable, object>(
    store,
    {
      table,
      filter: { [id]: field(id as never), name: field("name") },
      sort: { key: "tenantKey" as never },
      toItem: (row) => namedResult(id, row),
    },
    body,
    open<NamedTable>(),
  );
