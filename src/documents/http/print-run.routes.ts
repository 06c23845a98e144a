import { Readable } from "node:stream";
import { z } from "zod";
import { PrintRunItemList, PrintRunItemQuery, PrintRunList, PrintRunView } from "../../http/contract/print-runs.js";
import { PageQuery } from "../../http/contract/shared-shapes.js";
import { type AnyRoute, defineRoute } from "../../http/index.js";
import { type ArchiveDependencies, archiveEntries } from "../runs/archive-entries.js";
import type { FollowPrintRuns, PrintRunAct } from "../runs/follow-print-runs.js";
import { zipStream } from "../runs/zip-stream.js";

export interface PrintRunRoutesDependencies {
  readonly follow: FollowPrintRuns;
  readonly archive: ArchiveDependencies;
}

const Id = z.object({ id: z.string().min(1).max(36) });
const about = { tag: "documents", permission: "session" } as const;

/** Following print runs of one's own and of colleagues, stopping them, going on, and fetching what they printed. */
export function printRunRoutes({ follow, archive }: PrintRunRoutesDependencies): AnyRoute[] {
  const actRoute = (act: PrintRunAct, summary: string): AnyRoute =>
    defineRoute({
      ...about,
      method: "post",
      path: `/print-runs/:id/${act}`,
      summary,
      params: Id,
      response: PrintRunView,
      async handle({ params, actor, ability, tx }) {
        return { status: 200, body: await follow.act(tx, { actor, ability }, params.id, act) };
      },
    });

  return [
    defineRoute({
      ...about,
      method: "get",
      path: "/print-runs",
      summary: "Print runs of one's own and of colleagues in the same role, newest first; auditors see all",
      query: PageQuery,
      response: PrintRunList,
      async handle({ query: { offset, limit }, actor, ability, tx }) {
        return { status: 200, body: await follow.list(tx, { actor, ability }, { offset, limit }) };
      },
    }),
    defineRoute({
      ...about,
      method: "get",
      path: "/print-runs/:id",
      summary: "How far a print run is",
      params: Id,
      response: PrintRunView,
      async handle({ params, actor, ability, tx }) {
        return { status: 200, body: await follow.view(tx, { actor, ability }, params.id) };
      },
    }),
    defineRoute({
      ...about,
      method: "get",
      path: "/print-runs/:id/items",
      summary: "Documents of a print run, those that failed with their reason",
      params: Id,
      query: PrintRunItemQuery,
      response: PrintRunItemList,
      async handle({ params, query: { status, offset, limit }, actor, ability, tx }) {
        return { status: 200, body: await follow.items(tx, { actor, ability }, params.id, { status, offset, limit }) };
      },
    }),
    actRoute("stop", "Stops a print run; what is in hand is still printed"),
    actRoute("resume", "Goes on with a stopped print run"),
    actRoute("retry", "Prints again what failed"),
    defineRoute({
      ...about,
      method: "get",
      path: "/print-runs/:id/archive",
      summary:
        "What was printed so far, as one ZIP in the order of the run; documents that one may not read are left out",
      params: Id,
      transaction: false, // streams, and writes that the documents were read
      async handle({ params, actor, ability }) {
        const run = await archive.db.read((tx) => follow.find(tx, { actor, ability }, params.id));
        const stream = Readable.from(zipStream(archiveEntries(archive, run, actor, ability)));
        return {
          status: 200,
          raw: { contentType: "application/zip", fileName: `${run.title}.zip`, download: true, stream },
        };
      },
    }),
  ];
}
