import { z } from "zod";

/** Shapes that several parts of /api share. The browser imports the types only. */
export const Localised = z.object({ id: z.string(), en: z.string() });
export const Tone = z.enum(["neutral", "info", "success", "warning", "danger"]);

/** A labelled value at the head of a task or case; its files are shown as links in place of the value. */
export const Fact = z.object({
  label: Localised,
  value: z.string(),
  files: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
});
export type Fact = z.infer<typeof Fact>;

/** Errors of /api, as application/problem+json. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  /** `path` names the field, e.g. `data.alasan` or `values.volume`. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** A page of a list: `offset`/`limit` in the query, `total` beside the items. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.int() });
export const PageQuery = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(25),
  search: z.string().max(200).optional(),
});

/** Epoch milliseconds. */
export const Instant = z.int();
