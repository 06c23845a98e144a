import { api } from "../../../src/web/shared/api/client.js";
import { ProblemError } from "../../../src/web/shared/api/problem.js";
import type { JawabanHalaman } from "../http/contract/hitung.js";
import type { KunciTeks } from "./teks-id.js";

/** One request of the calculator, as the contract of the route has it. */
export type Permintaan = Readonly<Record<string, unknown>> & { readonly perhitungan: JawabanHalaman["perhitungan"] };

/** With English beside each explanation: the language may change while an answer is shown. */
const ALAMAT = "/angka-kredit/hitung?bahasa=en";

/** Asks for all results at once, so that one page is of one state of the reference data. @throws {ProblemError} */
export const tanyaServer = (permintaan: readonly Permintaan[]): Promise<readonly JawabanHalaman[]> =>
  api.post<readonly JawabanHalaman[]>(ALAMAT, permintaan);

/** Why no answer came, in words of the page. */
export const sebabGagal = (error: unknown): KunciTeks => {
  if (!(error instanceof ProblemError)) return "galat.server";
  if (error.status === 0) return "galat.luring";
  return error.status === 429 ? "galat.sering" : "galat.server";
};
