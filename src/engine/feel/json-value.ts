/** What a process variable may hold: JSON, nothing else. Whole numbers beyond 2^53 lose precision, as in every JSON of JavaScript. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object; also the shape of a set of variables. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}
