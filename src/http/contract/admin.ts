import { z } from "zod";
import { Localised } from "./shared-shapes.js";
import { RoleChoice } from "./session.js";

/** GET /api/users?search=&offset=&limit= · POST /api/users → {userId, activationCode} · PATCH /api/users/:id {active?, displayName?, mail?} ·
 *  POST /api/users/:id/activation → new code · POST /api/users/:id/roles {role, scopeType, scopeId} · DELETE /api/users/:id/roles/:assignmentId */
export const UserItem = z.object({
  userId: z.string(),
  username: z.string(),
  displayName: z.string(),
  mail: z.string().nullable(),
  active: z.boolean(),
  activated: z.boolean(),
  lockedUntil: z.int().nullable(),
  roles: z.array(RoleChoice),
});
export const UserList = z.object({ items: z.array(UserItem), total: z.int() });
export type UserList = z.infer<typeof UserList>;
/** A name to sign in with, as a NIP or the name of a mailbox is written; older accounts may have other names. */
export const UserName = z
  .string()
  .trim()
  .min(3)
  .max(100)
  .check(z.stringFormat("user-name", /^[A-Za-z0-9._@-]*$/u));
export const NewUser = z.object({
  username: UserName,
  displayName: z.string().trim().min(2).max(200),
  mail: z.email().max(200).nullable().default(null),
  personId: z.string().max(64).nullable().default(null),
});
export const NewUserCreated = z.object({
  userId: z.string(),
  activationCode: z.string().nullable(),
  /** What the person's records say that whoever makes the account should know. */
  notes: z.array(Localised),
});
export type NewUserCreated = z.infer<typeof NewUserCreated>;
export const RoleInput = z.object({
  role: z.string().min(1).max(64),
  scopeType: z.string().max(64).nullable(),
  scopeId: z.string().max(64).nullable(),
});

/** GET /api/roles · GET /api/scopes/:type?search= → [{id,name}] */
export const RoleList = z.array(z.object({ role: z.string(), label: Localised, scopeType: z.string().nullable() }));
export type RoleList = z.infer<typeof RoleList>;

/** GET /api/history?search=&caseId=&actor=&from=&to=&offset=&limit= (auditors) → Story · GET /api/history/verification → {entries, head, broken: seq|null} */
export const HistoryVerification = z.object({ entries: z.int(), head: z.string(), broken: z.int().nullable() });
export type HistoryVerification = z.infer<typeof HistoryVerification>;

/** GET /api/reference → tables that plugins offer for reading · GET /api/reference/:table?search=&offset=&limit= */
export const ReferenceTable = z.object({ id: z.string(), title: Localised });
export const ReferencePage = z.object({
  columns: z.array(z.object({ key: z.string(), label: Localised })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
  total: z.int(),
});
export type ReferencePage = z.infer<typeof ReferencePage>;

/** GET /api/studio/definitions → latest of each · GET /api/studio/definitions/:id/versions · GET /api/studio/definitions/:key/xml (text/xml) ·
 *  POST /api/studio/check {name, xml} → Findings · POST /api/studio/deployments {name, xml} → Deployed or 400 with Findings · GET /api/studio/forms/:app/:form */
export const DefinitionItem = z.object({
  key: z.string(),
  id: z.string(),
  name: z.string(),
  version: z.int(),
  versionTag: z.string().nullable(),
  resourceName: z.string(),
  running: z.int(),
  incidents: z.int(),
});
export const DefinitionList = z.object({ items: z.array(DefinitionItem), total: z.int() });
export type DefinitionList = z.infer<typeof DefinitionList>;
export const Finding = z.object({
  severity: z.enum(["error", "warning"]),
  elementId: z.string().nullable(),
  rule: z.string(),
  message: z.string(),
});
export const Findings = z.object({ findings: z.array(Finding) });
export type Findings = z.infer<typeof Findings>;
export const DiagramInput = z.object({ name: z.string().min(1).max(200), xml: z.string().min(1).max(5_000_000) });
export const Deployed = z.object({ key: z.string(), id: z.string(), version: z.int(), findings: z.array(Finding) });
export type Deployed = z.infer<typeof Deployed>;

/** GET /api/operations/incidents → list · POST /api/operations/incidents/:key/retry */
export const IncidentItem = z.object({
  key: z.string(),
  processId: z.string(),
  elementId: z.string(),
  type: z.string(),
  message: z.string(),
  since: z.int(),
  caseId: z.string().nullable(),
  caseReference: z.string().nullable(),
});
export const IncidentList = z.object({ items: z.array(IncidentItem), total: z.int() });
export type IncidentList = z.infer<typeof IncidentList>;

/** GET /api/operations/outbox → messages that could not be delivered so far · POST /api/operations/outbox/:id/retry */
export const StuckMessageItem = z.object({
  id: z.string(),
  /** What it is: an engine command, a mail … */
  kind: z.string(),
  orderKey: z.string(),
  attempts: z.int(),
  message: z.string(),
  /** True: set aside for good; false: tried again at `nextAt` (epoch ms). */
  refused: z.boolean(),
  nextAt: z.int(),
});
export const StuckMessageList = z.object({ items: z.array(StuckMessageItem), total: z.int() });
export type StuckMessageList = z.infer<typeof StuckMessageList>;
