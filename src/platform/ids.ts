import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.js";

/** Where new identifiers come from: 26 characters, sortable by the time of their making. */
export interface IdGenerator {
  next(): string;
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32, lower case

const encode = (value: bigint, length: number): string => {
  let rest = value;
  let text = "";
  for (let i = 0; i < length; i++) {
    text = (ALPHABET[Number(rest & 31n)] ?? "0") + text;
    rest >>= 5n;
  }
  return text;
};

/** 48 bits of time and 80 random bits, as ULIDs are made. */
export const randomIds = (clock: Clock): IdGenerator => ({
  next: () => encode(BigInt(clock.now()), 10) + encode(BigInt(`0x${randomBytes(10).toString("hex")}`), 16),
});

/** Counts upward; for tests that compare whole results. */
export const countingIds = (prefix = "id"): IdGenerator => {
  let count = 0;
  return { next: () => `${prefix}${String(++count).padStart(26 - prefix.length, "0")}` };
};
