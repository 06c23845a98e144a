import { z } from "zod";
import { WorkerDataError } from "./worker-data-error.js";

/** What a handler knows of its job. */
export interface JobContext {
  readonly jobKey: string;
  readonly processInstanceKey: string;
  readonly elementId: string;
  readonly customHeaders: Readonly<Record<string, string>>;
  /** Attempts left, this one included. */
  readonly retries: number;
  /** Aborted at the time-out and at shutdown. */
  readonly signal: AbortSignal;
}

/** An outcome that the diagram has a path for; anything else thrown is retried with growing pauses and ends as an incident. */
export class BpmnError extends Error {
  override readonly name = "BpmnError";
  constructor(
    readonly errorCode: string,
    message: string,
    readonly variables: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** A failure that another attempt would not change: an incident at once, with this message for the person who reads it. */
export class JobRefusal extends Error {
  override readonly name = "JobRefusal";
}

/** A job worker: type, checked input and output, and what it does. Handlers run at least once: make them idempotent. */
export interface WorkerDefinition<I, O extends object | void> {
  /** zeebe:taskDefinition type; kebab-case verb, unique over all plugins. */
  readonly type: string;
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType<O>;
  readonly timeoutMs: number;
  /** Jobs at a time; default 4. */
  readonly parallel?: number;
  handle(input: I, job: JobContext): Promise<O>;
}

/** A worker of any input and output, as a plugin hands them over. */
export interface AnyWorker {
  readonly type: string;
  readonly timeoutMs: number;
  readonly parallel: number;
  /** Checks the variables, runs the handler, checks the result. @throws {WorkerDataError} when either does not fit its schema. */
  run(variables: unknown, job: JobContext): Promise<Record<string, unknown>>;
}

const check = <T>(schema: z.ZodType<T>, value: unknown, type: string, side: "input" | "output"): T => {
  const result = schema.safeParse(value, { error: z.locales.id().localeError });
  if (!result.success) throw new WorkerDataError(type, side, result.error.issues);
  return result.data;
};

/** Ties a handler to its schemas. */
export const defineWorker = <I, O extends object | void>(definition: WorkerDefinition<I, O>): AnyWorker => ({
  type: definition.type,
  timeoutMs: definition.timeoutMs,
  parallel: definition.parallel ?? 4,
  async run(variables, job) {
    const input = check(definition.input, variables, definition.type, "input");
    const output = check(definition.output, await definition.handle(input, job), definition.type, "output");
    return output === undefined ? {} : { ...output };
  },
});
