import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Published tests that may fail, by title, each with its reason: what they ask for is no part of an Orchestration Cluster,
 * or needs the identity switch.
 */
export type Exceptions = ReadonlyMap<string, string>;

/** Reads tests/conformance/exceptions.json. @throws {Error} when it is no object of texts. */
export function readExceptions(): Exceptions {
  const file = join("tests", "conformance", "exceptions.json");
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (typeof content !== "object" || content === null || Array.isArray(content))
    throw new Error(`Expected ${file} to be an object of titles and reasons, but it is not`);
  return new Map(
    Object.entries(content).map(([title, reason]) => {
      if (typeof reason !== "string" || reason.trim() === "")
        throw new Error(`Expected ${file} to give a reason for '${title}', but it does not`);
      return [title, reason];
    }),
  );
}
