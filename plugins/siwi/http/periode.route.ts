import { z } from "zod";
import { type AnyRoute, AppError, defineRoute, type UnitOfWork } from "../../../src/plugin-api/index.js";
import type { Periode } from "../domain/periode.js";

/** Ports of these routes. */
export interface PeriodeDeps {
  readonly list: (tx: UnitOfWork) => Promise<readonly Periode[]>;
  readonly save: (tx: UnitOfWork, periode: Periode) => Promise<void>;
  readonly newId: () => string;
}

const Tanggal = z.iso.date();
const Body = z
  .strictObject({
    nama: z.string().trim().min(3).max(80),
    masaMulai: Tanggal,
    masaSelesai: Tanggal,
    buka: Tanggal,
    tutup: Tanggal,
  })
  .refine(({ masaMulai, masaSelesai }) => masaMulai <= masaSelesai, {
    path: ["masaSelesai"],
    message: "Masa penilaian selesai sebelum mulai",
  })
  .refine(({ buka, tutup }) => buka <= tutup, { path: ["tutup"], message: "Pengiriman ditutup sebelum dibuka" });
const Params = z.object({ periodeId: z.string().min(1).max(36) });

/** Periods assessed: GET, POST and PUT /siwi/periode. Source: domain note 2.4 (masa penilaian). */
export const periodeRoutes = ({ list, save, newId }: PeriodeDeps): readonly AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/siwi/periode",
    summary: "Daftar masa penilaian",
    tag: "SIWI",
    permission: "session",
    handle: async ({ tx }) => ({ status: 200, body: { items: await list(tx) } }),
  }),
  defineRoute({
    method: "post",
    path: "/siwi/periode",
    summary: "Membuka masa penilaian",
    tag: "SIWI",
    permission: ["manage", "SiwiPeriode"],
    body: Body,
    async handle({ tx, body }) {
      const periode = { id: newId(), ...body };
      await save(tx, periode);
      return { status: 201, body: periode };
    },
  }),
  defineRoute({
    method: "put",
    path: "/siwi/periode/:periodeId",
    summary: "Mengubah masa penilaian",
    tag: "SIWI",
    permission: ["manage", "SiwiPeriode"],
    params: Params,
    body: Body,
    async handle({ tx, params, body }) {
      const known = await list(tx);
      if (known.every(({ id }) => id !== params.periodeId)) {
        throw new AppError("NOT_FOUND", `Expected period '${params.periodeId}', but no such period was found`);
      }
      const periode = { id: params.periodeId, ...body };
      await save(tx, periode);
      return { status: 200, body: periode };
    },
  }),
];
