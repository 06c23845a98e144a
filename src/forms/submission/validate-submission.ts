import { inEnglish } from "../definition/form-texts.js";
import { everyComponent, type FormComponent, labelOf } from "../definition/component.js";
import type { FieldProblem } from "../field-problem.js";
import type { FormSchema } from "../form-version.js";
import type { Sandbox } from "../sandbox/sandbox.js";
import { checkLimits } from "./check-limits.js";
import { fileIdsIn } from "./file-ids.js";
import { messageFor } from "./messages.js";
import { type ReadingFault, readSubmission } from "./read-submission.js";
import { type FormioError, type Passed, runPasses } from "./run-passes.js";

/** The submission as it counts, or every problem of it. */
export type Validated =
  | { readonly ok: true; readonly data: Readonly<Record<string, unknown>>; readonly fileIds: readonly string[] }
  | { readonly ok: false; readonly errors: readonly FieldProblem[] };

/** `grid[0].key` of Form.io → `grid.0.key`. */
const dotted = (path: string): string => path.replaceAll(/\[(\d+)\]/g, ".$1");

type Tell = (path: string, key: string, component: FormComponent | undefined, limit?: unknown) => FieldProblem;

/** Says what is wrong in both languages, a field under its name in each. */
const tellerOf =
  (english: (text: string) => string): Tell =>
  (path, key, component, given) => {
    const field = component === undefined ? path || "data" : labelOf(component);
    const limit = typeof given === "string" || typeof given === "number" ? String(given) : undefined;
    return {
      path: path === "" ? "data" : `data.${path}`,
      message: {
        id: messageFor(key, { field, limit }).id,
        en: messageFor(english(key), { field: english(field), limit }).en,
      },
    };
  };

const counts = (fault: ReadingFault, { hidden }: Passed): boolean => {
  const paths = new Set([...hidden].map(dotted));
  return !paths.has(fault.path) && !fault.owners.some((key) => hidden.has(key));
};

const formioProblem = (problem: Tell, { errorKeyOrMessage, context }: FormioError): FieldProblem =>
  problem(dotted(context.path), errorKeyOrMessage, context.component, context.length ?? context.setting);

const unique = (problems: readonly FieldProblem[]): FieldProblem[] => [
  ...new Map(problems.map((each) => [`${each.path}\n${each.message.id}`, each])).values(),
];

/**
 * Checks a submission against a published form; `raw` is whatever was sent.
 * @throws {AppError} UNAVAILABLE when the scripts of the form could not be run just now.
 */
export function validateSubmission(
  sandbox: Sandbox,
  schema: FormSchema,
  raw: unknown,
  context: Readonly<Record<string, unknown>>,
): Validated {
  const problem = tellerOf(inEnglish(schema));
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return { ok: false, errors: [problem("", "object", undefined)] };
  }
  const components = (schema["components"] ?? []) as readonly FormComponent[];
  const read = readSubmission(components, raw as Readonly<Record<string, unknown>>);
  const passed = runPasses(sandbox, components, read.data, context);
  const limits = checkLimits(components, passed.data);
  const faults = read.faults.filter((fault) => counts(fault, passed));
  const unreadable = new Set(faults.map(({ path }) => path));
  const byKey = new Map([...everyComponent(components)].map((component) => [component.key, component]));
  const failedAt = (path: string): FormComponent | undefined => byKey.get(path.split(".").at(-1) ?? "");

  const errors = unique([
    ...faults.map(({ path, error, component, limit }) => problem(path, error, component, limit)),
    // An unreadable value was left out, so "required" there would only repeat the complaint.
    ...passed.errors
      .filter(({ context: at }) => !unreadable.has(dotted(at.path)))
      .map((error) => formioProblem(problem, error)),
    ...limits.map(({ path, error, component, limit }) => problem(path, error, component, limit)),
    ...passed.failures.map(({ path, isSlow }) =>
      problem(dotted(path), isSlow ? "slowScript" : "script", failedAt(dotted(path))),
    ),
  ]);
  return errors.length === 0
    ? { ok: true, data: passed.data, fileIds: fileIdsIn(components, passed.data) }
    : { ok: false, errors };
}
