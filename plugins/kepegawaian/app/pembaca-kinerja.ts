import { bacaPerNip, type TidakTerbaca } from "./baca-per-nip.js";
import type { Sambungan } from "./sapk-deps.js";
import type { NilaiKinerja } from "./sumber-asn.js";

/** A person's performance grades as SIASN keeps them. */
export interface KinerjaTerbaca {
  readonly nip: string;
  readonly nilai: readonly NilaiKinerja[];
}

/** Reads performance grades of people from SIASN. */
export interface PembacaKinerja {
  /** Whether people of this instansi may be asked for. */
  melayani(instansiId: string): boolean;
  /**
   * One answer for each NIP: grades, or why there are none.
   * @throws {SiasnGalat} when the service is away or refuses the credentials.
   */
  baca(nips: readonly string[], signal: AbortSignal): Promise<readonly (KinerjaTerbaca | TidakTerbaca)[]>;
}

export const pembacaKinerja = ({
  sumber,
  instansi,
  parallel,
}: Pick<Sambungan, "sumber" | "instansi" | "parallel">): PembacaKinerja => ({
  melayani: (instansiId) => instansi.has(instansiId),
  baca: (nips, signal) =>
    bacaPerNip(parallel, nips, async (nip) => ({ nip, nilai: await sumber.nilaiKinerja(nip, signal) })),
});
