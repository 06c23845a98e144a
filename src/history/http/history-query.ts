import { z } from "zod";
import { PageQuery } from "../../http/contract/shared-shapes.js";
import type { HistoryFilter } from "../recorded-entry.js";

/** What an auditor narrows the history by; instants are epoch milliseconds. */
export const HistoryQuery = PageQuery.extend({
  caseId: z.string().max(36).optional(),
  actor: z.string().trim().max(200).optional(),
  from: z.coerce.number().int().optional(),
  to: z.coerce.number().int().optional(),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;

/** The conditions of a query, without its paging. */
export const filterOf = ({ caseId, actor, search, from, to }: HistoryQuery): HistoryFilter => ({
  ...(caseId === undefined ? {} : { caseId }),
  ...(actor === undefined ? {} : { actor }),
  ...(search === undefined ? {} : { search }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
