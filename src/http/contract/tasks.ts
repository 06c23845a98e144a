import { z } from "zod";
import { Fact, Localised, Tone } from "./shared-shapes.js";

/** GET /api/tasks?view=mine|group|all|done&search=&sort=due|created|name&order=asc|desc&process=&after=&limit= (cursor paging; `total` capped at 10,000) */
export const TaskListQuery = z.object({
  view: z.enum(["mine", "group", "all", "done"]).default("mine"),
  search: z.string().trim().max(200).optional(),
  sort: z.enum(["due", "created", "name"]).default("created"),
  order: z.enum(["asc", "desc"]).default("asc"),
  process: z.string().max(200).optional(),
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export const TaskCase = z.object({
  id: z.string(),
  reference: z.string(),
  title: z.string(),
  subjectName: z.string(),
  subjectNumber: z.string().nullable(),
  unitName: z.string().nullable(),
  status: z.string(),
  statusLabel: Localised,
  tone: Tone,
});

export const TaskItem = z.object({
  key: z.string(),
  name: z.string(),
  processName: z.string(),
  processId: z.string(),
  elementId: z.string(),
  /** Since when. */
  createdAt: z.int(),
  /** Until when, and in working days from now (negative: overdue); null without a due date. */
  dueAt: z.int().nullable(),
  dueInWorkingDays: z.int().nullable(),
  completedAt: z.int().nullable(),
  priority: z.int(),
  assignee: z.object({ username: z.string(), displayName: z.string(), me: z.boolean() }).nullable(),
  /** Null for processes whose data live in variables only. */
  case: TaskCase.nullable(),
  hasDraft: z.boolean(),
});
export type TaskItem = z.infer<typeof TaskItem>;

export const TaskList = z.object({
  items: z.array(TaskItem),
  total: z.int(),
  next: z.string().nullable(),
  counts: z.object({ mine: z.int(), group: z.int(), overdue: z.int() }),
});
export type TaskList = z.infer<typeof TaskList>;

/** GET /api/tasks/:key */
export const TaskPage = z.object({
  task: TaskItem,
  /** What this person may do with it now. */
  may: z.object({
    claim: z.boolean(),
    release: z.boolean(),
    complete: z.boolean(),
    assign: z.boolean(),
    comment: z.boolean(),
  }),
  /** Why it may not be completed (own case file, someone else's task). */
  refusal: z.string().nullable(),
  form: z.object({ key: z.string(), version: z.string(), schema: z.record(z.string(), z.unknown()) }).nullable(),
  /** Data the form starts with: prefill overlaid by the own draft. */
  data: z.record(z.string(), z.unknown()),
  draft: z.object({ savedAt: z.int(), revision: z.int() }).nullable(),
  /** Sheet worked on in this task, shown above the form. */
  sheet: z.string().nullable(),
  facts: z.array(Fact),
  comments: z.array(z.object({ id: z.string(), author: z.string(), at: z.int(), text: z.string() })),
});
export type TaskPage = z.infer<typeof TaskPage>;

/**
 * POST /api/tasks/:key/claim · DELETE /api/tasks/:key/claim · PUT /api/tasks/:key/assignee {username} ·
 * PUT /api/tasks/:key/draft {data, revision} → {revision, savedAt}; 409 CONFLICT when another device was newer ·
 * POST /api/tasks/:key/completion {data} → {next: key of the next task in "mine" or null, message} · POST /api/tasks/:key/comments {text} ·
 * GET /api/tasks/:key/candidates?search= → [{username, displayName}] for reassignment
 */
export const DraftInput = z.object({ data: z.record(z.string(), z.unknown()), revision: z.int().min(0) });
export const DraftSaved = z.object({ revision: z.int(), savedAt: z.int() });
export const CompletionInput = z.object({ data: z.record(z.string(), z.unknown()) });
export const CompletionDone = z.object({ caseId: z.string().nullable(), next: z.string().nullable() });
export type CompletionDone = z.infer<typeof CompletionDone>;

/** GET /api/starts → what may be started · GET /api/starts/:app/:type → form and prefill · POST /api/starts/:app/:type {data} → {caseId} (201) */
export const StartOffer = z.object({
  app: z.string(),
  type: z.string(),
  title: Localised,
  ok: z.boolean(),
  reason: Localised.nullable(),
});
export const StartForm = z.object({
  form: z.object({ key: z.string(), version: z.string(), schema: z.record(z.string(), z.unknown()) }),
  /** Prefill overlaid by the own draft. */
  data: z.record(z.string(), z.unknown()),
  /** `keptUntil`: when it goes unless it is saved again. */
  draft: z.object({ savedAt: z.int(), revision: z.int(), keptUntil: z.int() }).nullable(),
  title: Localised,
});
export type StartOffer = z.infer<typeof StartOffer>;
export type StartForm = z.infer<typeof StartForm>;
