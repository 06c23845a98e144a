import type { Sambungan } from "./sapk-deps.js";
import { SiasnGalat } from "./siasn-galat.js";

/** When everybody of at least so many fails, the service is away, not the data wrong. */
const ENOUGH_TO_TELL = 5;

/** A person who could not be read, and why. */
export interface TidakTerbaca {
  readonly nip: string;
  readonly galat: SiasnGalat;
}

/**
 * Reads people side by side; each failure is kept with its person.
 * @throws {SiasnGalat} when the service is away or refuses the credentials: nobody is to blame then.
 */
export const bacaPerNip = async <T extends object>(
  parallel: Sambungan["parallel"],
  nips: readonly string[],
  baca: (nip: string) => Promise<T>,
): Promise<readonly (T | TidakTerbaca)[]> => {
  const found: (T | TidakTerbaca)[] = [];
  const queue = [...nips];
  const reader = async (): Promise<void> => {
    for (let nip = queue.shift(); nip !== undefined; nip = queue.shift()) found.push(await bacaSatu(nip, baca));
  };
  await Promise.all(Array.from({ length: parallel }, reader));
  refuseWhenAway(found);
  return found;
};

const bacaSatu = async <T>(nip: string, baca: (nip: string) => Promise<T>): Promise<T | TidakTerbaca> => {
  try {
    return await baca(nip);
  } catch (error) {
    if (error instanceof SiasnGalat && error.sebab !== "DITOLAK_MASUK") return { nip, galat: error };
    throw error;
  }
};

const refuseWhenAway = (people: readonly (object | TidakTerbaca)[]): void => {
  if (people.length < ENOUGH_TO_TELL) return;
  const failures = people.flatMap((person) => ("galat" in person ? [person.galat] : []));
  const [first] = failures;
  if (first === undefined || failures.length < people.length || failures.some(({ sementara }) => !sementara)) return;
  throw first;
};
