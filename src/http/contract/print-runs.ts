import { z } from "zod";
import { Localised, pageOf, PageQuery } from "./shared-shapes.js";

/**
 * GET /api/print-runs?offset=&limit= (one's own and colleagues') → PrintRunList · GET /api/print-runs/:id → PrintRunView ·
 * GET /api/print-runs/:id/items?status=&offset=&limit= → PrintRunItemList · POST /api/print-runs/:id/stop · …/resume · …/retry → PrintRunView ·
 * GET /api/print-runs/:id/archive → application/zip
 */
export const PrintRunView = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(["RUNNING", "STOPPED", "FINISHED"]),
  /** Why it was stopped by itself. */
  reason: Localised.nullable(),
  total: z.int(),
  printed: z.int(),
  failed: z.int(),
  startedAt: z.int(),
  startedByName: z.string(),
  isMine: z.boolean(),
  /** Whether one may stop it, go on with it and retry; auditors only look. */
  mayAct: z.boolean(),
  finishedAt: z.int().nullable(),
  /** Documents per second at present; null when that cannot be said. */
  perSecond: z.number().nullable(),
});
export type PrintRunView = z.infer<typeof PrintRunView>;

export const PrintRunList = pageOf(PrintRunView);
export type PrintRunList = z.infer<typeof PrintRunList>;

const ItemStatus = z.enum(["WAITING", "PRINTED", "FAILED"]);

export const PrintRunItemList = pageOf(
  z.object({
    position: z.int(),
    label: z.string(),
    status: ItemStatus,
    /** Why it failed. */
    reason: Localised.nullable(),
    documentId: z.string().nullable(),
  }),
);
export type PrintRunItemList = z.infer<typeof PrintRunItemList>;

export const PrintRunItemQuery = PageQuery.extend({ status: ItemStatus.optional() });
