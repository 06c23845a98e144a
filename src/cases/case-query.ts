import { containing } from "../platform/db/index.js";
import type { CaseFiles } from "./case-type.js";
import type { CaseCondition } from "./data/case-file.repository.js";

/** What a list of case files asks for. */
export interface CaseQuery {
  readonly app?: string | undefined;
  readonly type?: string | undefined;
  readonly status?: string | undefined;
  /** Part of reference, title, name, number or unit. */
  readonly search?: string | undefined;
  /** Only those about this user. */
  readonly ownerId?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

const SEARCHED = ["reference", "title", "subject_name", "subject_number", "unit_name"];

/** All of the conditions; their parameters must have different names. */
export const allOf = (conditions: readonly CaseCondition[]): CaseCondition => ({
  sql: conditions.length === 0 ? "1 = 1" : conditions.map(({ sql }) => `(${sql})`).join(" AND "),
  parameters: Object.assign({}, ...conditions.map(({ parameters }) => parameters)) as Record<string, unknown>,
});

const equal = (column: string, name: string, value: string | undefined): CaseCondition[] =>
  value === undefined || value === "" ? [] : [{ sql: `${column} = :${name}`, parameters: { [name]: value } }];

const contains = (search: string | undefined): CaseCondition[] =>
  search === undefined || search.trim() === ""
    ? []
    : [
        {
          sql: SEARCHED.map((column) => `c.${column} LIKE :search ESCAPE '!'`).join(" OR "),
          parameters: { search: containing(search.trim()) },
        },
      ];

/** The conditions of a page's query, without rights. */
export const conditionOf = ({
  app,
  type,
  status,
  search,
  ownerId,
}: Omit<CaseQuery, "offset" | "limit">): CaseCondition =>
  allOf([
    ...equal("c.app", "app", app),
    ...equal("c.type", "type", type),
    ...equal("c.status", "status", status),
    ...equal("c.owner_id", "ownerId", ownerId),
    ...contains(search),
  ]);

/** The conditions of a plugin's list. */
export const filterCondition = (filter: Parameters<CaseFiles["list"]>[1]): CaseCondition => {
  const { app, type, status, ownerId, scope } = filter;
  const statuses = typeof status === "string" ? [status] : status;
  return allOf([
    ...equal("c.app", "app", app),
    ...equal("c.type", "type", type),
    ...equal("c.owner_id", "ownerId", ownerId),
    ...(statuses === undefined ? [] : [{ sql: "c.status IN (:statuses)", parameters: { statuses } }]),
    ...(scope === undefined
      ? []
      : [
          {
            sql: `EXISTS (SELECT 1 FROM case_scope f WHERE f.case_id = c.id
              AND f.scope_type = :scopeType AND f.scope_id = :scopeId)`,
            parameters: { scopeType: scope.type, scopeId: scope.id },
          },
        ]),
  ]);
};
