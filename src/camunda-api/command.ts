import type { Command, CommandResults, Engine, JsonObject, Outcome, Rejection } from "../engine/index.js";
import { ApiProblem } from "./problem.js";

const STATUS: Readonly<Record<Rejection["code"], number>> = {
  INVALID_ARGUMENT: 400,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  INVALID_STATE: 409,
  PROCESSING_ERROR: 500,
  EXCEEDED_BATCH_RECORD_SIZE: 500,
  TIMEOUT: 504,
  UNAVAILABLE: 503,
  RESOURCE_EXHAUSTED: 503,
};

const TITLE: Readonly<Partial<Record<Rejection["code"], string>>> = {
  PROCESSING_ERROR: "INTERNAL",
  EXCEEDED_BATCH_RECORD_SIZE: "INTERNAL",
  TIMEOUT: "DEADLINE_EXCEEDED",
};

/** The answer to a refused command. */
export function rejectionProblem({ code, intent, reason }: Rejection): ApiProblem {
  const detail =
    code === "TIMEOUT" || code === "UNAVAILABLE" || code === "RESOURCE_EXHAUSTED"
      ? reason
      : `Command '${intent}' rejected with code '${code}': ${reason}`;
  return new ApiProblem(STATUS[code], TITLE[code] ?? code, detail);
}

/**
 * The value of an outcome.
 *
 * @throws {ApiProblem} when the command was refused.
 */
export function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw rejectionProblem(outcome.rejection);
  return outcome.value;
}

/**
 * Runs a command; resolves when its effects are durable.
 *
 * @throws {ApiProblem} when it is refused.
 */
export async function run<C extends Command>(engine: Engine, command: C): Promise<CommandResults[C["type"]]> {
  return accepted(await engine.submit(command));
}

/** An object without the members that are absent or null: a command carries only what the request says. */
export type Present<T> = { readonly [Name in keyof T]?: Exclude<T[Name], undefined | null> };

/** Drops absent and null members. */
export function present<T extends object>(members: T): Present<T> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(members)) {
    if (value !== undefined && value !== null) result[name] = value;
  }
  return result as Present<T>;
}

/** Variables of a request: parsed from JSON, so they are JSON. */
export const variablesOf = (body: { readonly variables?: unknown } | undefined): { readonly variables?: JsonObject } =>
  body?.variables === undefined || body.variables === null ? {} : { variables: body.variables as JsonObject };
