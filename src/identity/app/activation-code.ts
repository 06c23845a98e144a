import { createHash, randomInt } from "node:crypto";

/** Without 0/o, 1/l/i: codes are read from paper and typed on phones. */
const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const GROUPS = 4;
const GROUP_LENGTH = 5;

/** Days that a code can be used. */
export const ACTIVATION_DAYS = 14;

const normal = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/gu, "");

/** A one-time code of 20 characters (99 bits) in groups of five. */
export const newActivationCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join(""),
  ).join("-");

/** What is kept of a code; too long to guess, so a plain digest does. Case and hyphens do not matter. */
export const activationHashOf = (code: string): string => createHash("sha256").update(normal(code)).digest("hex");
