import { createHash } from "node:crypto";
import { AppError, isUniqueViolation } from "../../../src/plugin-api/index.js";
import { bulanDalam, type JenisPak, type Pak, type PakBaru, periksaPak } from "../domain/pak.js";
import { tanggalNyata } from "../domain/nip.js";

/** Where decisions on credit are kept. */
export interface PakStore {
  pak(id: string): Promise<Pak | undefined>;
  riwayat(nip: string): Promise<readonly Pak[]>;
  penempatMasa(nip: string, jenis: JenisPak, months: readonly string[]): Promise<Pak | undefined>;
  add(pak: Pak): Promise<void>;
  cancel(id: string, batal: NonNullable<Pak["batal"]>): Promise<void>;
}

/**
 * Records a decision on credit and takes up its months. The same decision again (a job that runs twice) gives the id of the first.
 *
 * @returns the id of the record.
 * @throws {AppError} BAD_INPUT naming each wrong field; CONFLICT when the number is used for something else, or another
 * decision in force takes up a month of the period (domain note 2.4: periods follow each other).
 */
export const catatPak = async (store: PakStore, baru: PakBaru): Promise<string> => {
  const faults = periksaPak(baru, tanggalNyata);
  if (faults.length > 0) {
    throw new AppError("BAD_INPUT", `Expected a decision on credit, but ${faults.map(({ en }) => en).join("; ")}`, {
      detail: { id: faults.map(({ id }) => id).join("; "), en: faults.map(({ en }) => en).join("; ") },
      errors: faults.map(({ bidang, id, en }) => ({ path: bidang, message: { id, en } })),
    });
  }
  const pak: Pak = {
    ...baru,
    pertama: baru.pertama ?? false,
    id: idPak(baru),
    siasnId: null,
    terunggah: [],
    batal: null,
  };
  const earlier = await store.pak(pak.id);
  if (earlier !== undefined) return sameAgain(earlier, pak);
  const other = await store.penempatMasa(pak.nip, pak.jenis, bulanDalam(pak.masaMulai, pak.masaSelesai));
  if (other !== undefined) throw overlap(pak, other);
  try {
    await store.add(pak);
  } catch (error) {
    throw isUniqueViolation(error) ? faster(pak, error) : error;
  }
  return pak.id;
};

/** Another transaction has taken the number or a month since they were looked up. */
const faster = ({ nomor }: Pak, cause: unknown): AppError =>
  new AppError("CONFLICT", `Expected PAK '${nomor}' to be the only one, but another was recorded meanwhile`, {
    cause,
    detail: {
      id: `PAK lain dengan nomor atau masa yang sama baru saja dicatat. Periksa riwayat, lalu ulangi (nomor ${nomor})`,
      en: `Another PAK with this number or period has just been recorded. Look at the record, then repeat (${nomor})`,
    },
  });

/** Cancels a decision in force; its months are free again. @throws {AppError} NOT_FOUND, INVALID_STATE. */
export const batalkanPak = async (
  store: PakStore,
  { pakId, tanggal, alasan }: { readonly pakId: string; readonly tanggal: string; readonly alasan: string },
): Promise<void> => {
  const pak = await store.pak(pakId);
  if (pak === undefined) throw new AppError("NOT_FOUND", `Expected PAK '${pakId}', but no such PAK was found`);
  if (pak.batal !== null) {
    throw new AppError("INVALID_STATE", `Expected PAK '${pak.nomor}' in force, but it is cancelled`, {
      detail: {
        id: `PAK nomor ${pak.nomor} sudah dibatalkan pada ${pak.batal.pada}`,
        en: `PAK number ${pak.nomor} was cancelled on ${pak.batal.pada}`,
      },
    });
  }
  await store.cancel(pakId, { pada: tanggal, alasan: alasan.slice(0, 255) });
};

/** A number is used once for a person, so it names the record; that makes recording repeatable. */
const idPak = ({ nip, nomor }: PakBaru): string =>
  createHash("sha256").update(`${nip}\n${nomor.trim().toUpperCase()}`).digest("hex").slice(0, 32);

const FIELDS = ["jenis", "tanggal", "masaMulai", "masaSelesai", "akUtama", "akPenunjang", "akTotal"] as const;

const sameAgain = (earlier: Pak, pak: Pak): string => {
  if (earlier.batal === null && FIELDS.every((field) => earlier[field] === pak[field])) return earlier.id;
  const what = earlier.batal === null ? "lain" : "yang sudah dibatalkan";
  throw new AppError("CONFLICT", `Expected a new number, but PAK '${pak.nomor}' is recorded with other values`, {
    detail: {
      id: `Nomor ${pak.nomor} sudah dipakai untuk PAK ${what}, masa ${earlier.masaMulai} s/d ${earlier.masaSelesai}`,
      en: `Number ${pak.nomor} is used by another PAK, period ${earlier.masaMulai} to ${earlier.masaSelesai}`,
    },
    errors: [{ path: "nomor", message: { id: "Nomor sudah dipakai", en: "The number is used" } }],
  });
};

const overlap = (pak: Pak, other: Pak): AppError => {
  const masa = `${other.masaMulai} s/d ${other.masaSelesai}`;
  return new AppError("CONFLICT", `Expected months without a PAK, but '${other.nomor}' covers ${masa}`, {
    detail: {
      id: `Masa ${pak.masaMulai} s/d ${pak.masaSelesai} bertumpuk dengan PAK nomor ${other.nomor} (${masa})`,
      en: `The period ${pak.masaMulai} to ${pak.masaSelesai} overlaps PAK number ${other.nomor} (${masa})`,
    },
    errors: [
      {
        path: "masaMulai",
        message: { id: `Bertumpuk dengan PAK nomor ${other.nomor}`, en: `Overlaps PAK number ${other.nomor}` },
      },
    ],
  });
};
