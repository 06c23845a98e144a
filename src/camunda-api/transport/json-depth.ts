import { badRequest } from "../problem.js";

/** Levels of lists and objects in a JSON body. Values are walked recursively in places; nobody writes deeper ones. */
export const MAX_JSON_DEPTH = 500;

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Refuses JSON that is nested too deep, before anything walks into it.
 *
 * @throws {ApiProblem} 400.
 */
export function checkJsonDepth(bytes: Uint8Array): void {
  if (bytes.length <= 2 * MAX_JSON_DEPTH) return; // too short to be too deep
  let depth = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      if (depth > MAX_JSON_DEPTH)
        throw badRequest(
          `Failed to read request: expected JSON of at most ${MAX_JSON_DEPTH} levels, but it is nested deeper`,
        );
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
  }
}
