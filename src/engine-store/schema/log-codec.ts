import { deflateSync, inflateSync } from "node:zlib";
import { restoreKeys } from "./short-keys.js";

/** How events are packed. Shorter texts are kept as they are: they would hardly shrink. */
export const PACKING = { minCharacters: 400, level: 1 } as const;
/** First byte of a zlib stream; a JSON array begins with a bracket. */
const ZLIB = 0x78;

/**
 * The events of a batch as the log keeps them. They repeat themselves: packing costs some 20 microseconds a batch and takes a
 * fifth to a tenth of the room, which a durable commit would have to write.
 */
export const packEvents = (events: string): string | Buffer =>
  events.length < PACKING.minCharacters ? events : deflateSync(events, { level: PACKING.level });

/** The events of a batch as JSON text, whether their keys were shortened or not. */
export function unpackEvents(packed: string | Buffer): string {
  if (typeof packed === "string") return restoreKeys(packed);
  return restoreKeys((packed[0] === ZLIB ? inflateSync(packed) : packed).toString("utf8"));
}
