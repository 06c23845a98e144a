import { z } from "zod";
import { type AnyRoute, type Clock, defineRoute, type UnitOfWork } from "../../../src/plugin-api/index.js";
import { hariIni } from "../app/hari-ini.js";
import type { BahanHitung, Kalkulator } from "../app/kalkulator.js";

interface HitungDeps {
  readonly clock: Clock;
  readonly kalkulator: Kalkulator;
  readonly acuan: (tx: UnitOfWork) => Promise<Pick<BahanHitung, "acuan" | "butir">>;
}

/** Requests that one address may send in a minute; each may hold a list. */
const PER_MINUTE = 600;

const Jawaban = z.looseObject({ perhitungan: z.unknown() });

/** POST /angka-kredit/hitung - the calculator for everyone: the requests of `npm run -s hitung`, with the same answers. */
export const hitungRoute = ({ clock, kalkulator, acuan }: HitungDeps): AnyRoute =>
  defineRoute({
    method: "post",
    path: "/angka-kredit/hitung",
    summary: "Credit rules: one request or a list of them",
    tag: "angka-kredit",
    permission: "public",
    readsOnly: true,
    perMinute: PER_MINUTE,
    query: z.object({ bahasa: z.enum(["id", "en"]).default("id").describe("en: penjelasanEn beside penjelasan") }),
    body: z.unknown().meta({ description: "{ perhitungan, … } or a list of such requests" }),
    response: z.union([Jawaban, z.array(Jawaban)]),
    async handle({ tx, body, query }) {
      const bahan = { ...(await acuan(tx)), hariIni: hariIni(clock.now()), inggris: query.bahasa === "en" };
      return { status: 200, body: kalkulator.jawab(body, bahan) as z.infer<typeof Jawaban> };
    },
  });
