import { z } from "zod";
import { type Actor, type AnyRoute, defineRoute, type UnitOfWork } from "../../../src/plugin-api/index.js";

const Offers = z.array(z.object({ value: z.string(), label: z.string() }));
const NAMES = ["bulan", "akhir-masa", "bulan-pak", "jenis-akun", "atasan", "pejabat"] as const;
type Name = (typeof NAMES)[number];

/** GET /edupak/pilihan/:daftar: choices of the app's forms for the caller. */
export const offerRoutes = (
  offer: (
    name: Name,
    tx: UnitOfWork,
    actor: Actor,
  ) => Promise<readonly { readonly value: string; readonly label: string }[]>,
): readonly AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/edupak/pilihan/:daftar",
    summary:
      "Choices for forms of e-DUPAK: months to open or to end with, kinds of account, superiors, authorised officials",
    tag: "edupak",
    permission: "session",
    params: z.object({ daftar: z.enum(NAMES) }),
    response: Offers,
    async handle({ params, tx, actor }) {
      const found = await offer(params.daftar, tx, actor);
      return { status: 200, body: found.map(({ value, label }) => ({ value, label })) };
    },
  }),
];
