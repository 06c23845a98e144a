import { z } from "zod";

const name = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "Expected lower-case words joined by hyphens");
const localised = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });

/** What `bpmn/<app>/process-app.json` says. */
export const Manifest = z.strictObject({
  app: name,
  title: localised,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, "Expected a version like 1.0.0"),
  /** True: `plugins/<app>/plugin.ts` is loaded. */
  plugin: z.boolean(),
  diagrams: z.array(z.string().regex(/^[a-z0-9-]+\.bpmn$/, "Expected a file name like my-process.bpmn")).default([]),
  decisions: z.array(z.string().regex(/^[a-z0-9-]+\.dmn$/, "Expected a file name like my-decision.dmn")).default([]),
  forms: z.array(name).default([]),
  documents: z.array(name).default([]),
  roles: z.array(z.strictObject({ role: name, label: localised, scopeType: name.nullable() })).default([]),
  workers: z.array(name).default([]),
  /** Start forms of apps without code; apps with code offer theirs by case types. */
  starts: z
    .array(z.strictObject({ process: name, form: name, roles: z.array(name).min(1), title: localised.optional() }))
    .refine(
      (starts) => new Set(starts.map(({ process }) => process)).size === starts.length,
      "Expected one start for each process",
    )
    .default([]),
  /** Days that finished instances are kept. */
  retentionDays: z.int().min(1).max(36_500).default(3650),
});
export type Manifest = z.infer<typeof Manifest>;
