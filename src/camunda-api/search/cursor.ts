import type { ComparedValue } from "../../engine-store/index.js";
import { invalidArgument } from "../problem.js";

/** A position in a sorted result: values of the sort columns and the primary key of one row. */
export type Position = readonly (ComparedValue | null)[];

/** Writes a position as opaque text; `order` says which result it belongs to. */
export function encodeCursor(order: string, position: Position): string {
  return Buffer.from(JSON.stringify([order, ...position])).toString("base64");
}

/**
 * Reads a position.
 *
 * @throws {ApiProblem} 400 when the text is no cursor of this server, or one of a search with another order.
 */
export function decodeCursor(order: string, cursor: string, valueCount: number): Position {
  const values = parse(cursor);
  if (values === undefined || values.length !== valueCount + 1 || !values.slice(1).every(isScalar)) {
    throw invalidArgument(
      `The value for page cursor is '${cursor.slice(0, 100)}' but must be a cursor of an earlier page`,
    );
  }
  if (values[0] !== order) {
    throw invalidArgument(
      `The value for page cursor is '${cursor.slice(0, 100)}' but must be a cursor of a search with the same order`,
    );
  }
  return values.slice(1) as Position;
}

function parse(cursor: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64").toString("utf8"));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isScalar = (value: unknown): boolean => value === null || ["string", "number", "boolean"].includes(typeof value);
