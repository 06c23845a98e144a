import { Readable } from "node:stream";
import { z } from "zod";
import type { AnyRoute } from "../../http/index.js";
import { defineRoute } from "../../http/index.js";
import type { Clock } from "../../platform/index.js";
import type { Database } from "../../platform/db/index.js";
import type { HistoryService } from "../create-history.js";
import type { HistoryFilter, RecordedEntry } from "../recorded-entry.js";
import { CSV_HEAD, csvLines } from "./csv-lines.js";
import { filterOf, HistoryQuery } from "./history-query.js";
import { readLogEntry } from "./read-log.js";

interface ExportDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly history: HistoryService;
}

const CHUNK = 500;

/** Matching entries in pieces, newest first; the caller fixes `to`, so that new entries do not shift the pages. */
async function* entries({ db, history }: ExportDeps, filter: HistoryFilter): AsyncGenerator<readonly RecordedEntry[]> {
  for (let offset = 0; ; offset += CHUNK) {
    const { items } = await db.read((tx) => history.search(tx, filter, { offset, limit: CHUNK }));
    yield items;
    if (items.length < CHUNK) return;
  }
}

async function* csv(pages: AsyncGenerator<readonly RecordedEntry[]>): AsyncGenerator<string> {
  yield CSV_HEAD;
  for await (const page of pages) yield page.map(csvLines).join("");
}

async function* json(pages: AsyncGenerator<readonly RecordedEntry[]>): AsyncGenerator<string> {
  let comma = "";
  yield "[";
  for await (const page of pages) {
    for (const entry of page) {
      yield `${comma}\n${JSON.stringify(entry)}`;
      comma = ",";
    }
  }
  yield "\n]\n";
}

/** GET /history/export?format=csv|json and the filters of GET /history; the download itself is recorded first. */
export const exportRoute = (deps: ExportDeps): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/history/export",
    summary: "The history as CSV or JSON, with hashes, for auditors",
    tag: "history",
    permission: ["read", "History"],
    query: HistoryQuery.extend({ format: z.enum(["csv", "json"]).default("csv") }),
    transaction: false, // streams
    async handle({ query, actor }) {
      const filter = filterOf(query);
      const now = deps.clock.now();
      await deps.db.transaction((tx) => deps.history.append(tx, readLogEntry(actor, "read.export", filter)));
      // `to` is exclusive: what was written up to this millisecond is in.
      const pages = entries(deps, { ...filter, to: Math.min(filter.to ?? now + 1, now + 1) });
      const isCsv = query.format === "csv";
      return {
        status: 200,
        raw: {
          contentType: isCsv ? "text/csv; charset=utf-8" : "application/json",
          fileName: `riwayat-${new Date(now).toISOString().slice(0, 10)}.${query.format}`,
          download: true,
          stream: Readable.from(isCsv ? csv(pages) : json(pages)),
        },
      };
    },
  });
