import { z } from "zod";
import { type Actor, type AnyRoute, defineRoute, type UnitOfWork } from "../../../src/plugin-api/index.js";
import type { PegawaiChoice, Untuk } from "../app/search-pegawai.js";

const MOST = 50;

/** GET /siwi/pegawai?untuk=&search= - choices of the fields in which a pegawai is picked. */
export const pegawaiSearchRoute = (
  search: (
    tx: UnitOfWork,
    actor: Actor,
    query: { readonly untuk: Untuk; readonly search: string; readonly limit: number },
  ) => Promise<readonly PegawaiChoice[]>,
): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/siwi/pegawai",
    summary: "Pegawai whom the caller may pick for a NIWN, a change of data or a signature",
    tag: "siwi",
    permission: "session",
    query: z.object({
      untuk: z.enum(["niwn", "perubahan-data", "penandatangan"]),
      search: z.string().trim().max(100).default(""),
      limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
    }),
    response: z.array(z.object({ nip: z.string(), label: z.string() })),
    handle: async ({ tx, actor, query }) => ({ status: 200, body: [...(await search(tx, actor, query))] }),
  });
