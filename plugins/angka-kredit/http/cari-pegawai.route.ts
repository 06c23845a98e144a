import { z } from "zod";
import { type Actor, type AnyRoute, defineRoute, type UnitOfWork } from "../../../src/plugin-api/index.js";
import type { PilihanPegawai } from "../app/konversi/cari-pegawai.js";

const MOST = 50;

/** GET /angka-kredit/pegawai?search= - choices of the fields in which somebody's grades or balance are entered. */
export const cariPegawaiRoute = (
  search: (
    tx: UnitOfWork,
    actor: Actor,
    query: { readonly search: string; readonly limit: number },
  ) => Promise<readonly PilihanPegawai[]>,
): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/angka-kredit/pegawai",
    summary: "Functional officials whose grades the caller may enter",
    tag: "angka-kredit",
    permission: "session",
    query: z.object({
      search: z.string().trim().max(100).default(""),
      limit: z.coerce.number().int().min(1).max(MOST).default(MOST),
    }),
    response: z.array(z.object({ nip: z.string(), label: z.string() })),
    handle: async ({ tx, actor, query }) => ({ status: 200, body: [...(await search(tx, actor, query))] }),
  });
