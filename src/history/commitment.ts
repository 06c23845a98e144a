import { createHash, randomBytes } from "node:crypto";

/** What the chain keeps of a personal value: a salted hash. The value itself can go without breaking the chain. */
export interface Commitment {
  /** SHA-256 of salt and value, hex. */
  readonly sha256: string;
}

/** A personal value kept beside the chain, until it is erased. */
export interface PersonalValue {
  /** Where in the entry it belongs: `actorName`, `reason`, `changes.0.from` … */
  readonly path: string;
  /** 16 random bytes, hex: without it the hash of a guessable value would tell the value. */
  readonly salt: string;
  readonly value: string;
}

const hash = (salt: string, value: string): string =>
  createHash("sha256").update(Buffer.from(salt, "hex")).update(value, "utf8").digest("hex");

/** Commits to a value with a fresh salt. */
export const commit = (
  path: string,
  value: string,
): { readonly commitment: Commitment; readonly kept: PersonalValue } => {
  const salt = randomBytes(16).toString("hex");
  return { commitment: { sha256: hash(salt, value) }, kept: { path, salt, value } };
};

/** True when the kept value is the one that was committed to. */
export const holds = (commitment: Commitment, kept: Pick<PersonalValue, "salt" | "value">): boolean =>
  hash(kept.salt, kept.value) === commitment.sha256;
