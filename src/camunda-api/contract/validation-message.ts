import type { ErrorObject } from "ajv";

/** What a failed validation says: the title of the problem body and its detail. */
export interface ValidationMessage {
  readonly title: "Bad Request" | "INVALID_ARGUMENT";
  readonly detail: string;
}

const MAX_FAULTS = 5; // a body of thousands of bad rows should not be answered with thousands of sentences

/** Turns the validator's errors into one sentence per fault, each naming the property, its value and the rule. */
export function validationMessage(errors: readonly ErrorObject[]): ValidationMessage {
  const faults = relevant(errors);
  const sentences = [...new Set(faults.map(sentence))].slice(0, MAX_FAULTS);
  const unreadable = faults.every((fault) => UNREADABLE.has(fault.keyword));
  return { title: unreadable ? "Bad Request" : "INVALID_ARGUMENT", detail: sentences.join(". ") };
}

const UNREADABLE = new Set(["type", "additionalProperties", "unevaluatedProperties"]);
const COMPOSING = new Set(["anyOf", "oneOf", "allOf", "not", "if"]);

/**
 * A union reports the faults of all its branches. The reader is helped by those of the branch that comes nearest: they
 * belong to what the sender meant.
 */
function relevant(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  let remaining = errors;
  for (const union of errors) {
    if (union.keyword === "anyOf") remaining = keepNearestBranch(remaining, union);
  }
  const single = remaining.filter((error) => !COMPOSING.has(error.keyword));
  return single.length > 0 ? single : errors;
}

function keepNearestBranch(errors: readonly ErrorObject[], union: ErrorObject): readonly ErrorObject[] {
  const branches = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const branch = branchOf(error, union);
    if (branch !== undefined) branches.set(branch, [...(branches.get(branch) ?? []), error]);
  }
  const distance = (branch: readonly ErrorObject[]): number =>
    branch.reduce((sum, error) => sum + (isTypeOf(error, union) ? 100 : 1), 0);
  const nearest = Math.min(...[...branches.values()].map(distance));
  const dropped = new Set([...branches.values()].filter((branch) => distance(branch) > nearest).flat());
  return errors.filter((error) => !dropped.has(error));
}

const isTypeOf = (error: ErrorObject, union: ErrorObject): boolean =>
  (error.keyword === "type" || error.keyword === "const") && error.instancePath.startsWith(union.instancePath);

function branchOf(error: ErrorObject, union: ErrorObject): string | undefined {
  if (!error.instancePath.startsWith(union.instancePath) || !error.schemaPath.startsWith(`${union.schemaPath}/`)) {
    return undefined;
  }
  return error.schemaPath.slice(union.schemaPath.length + 1).split("/")[0];
}

const attribute = (path: string): string =>
  path
    .replace(/^\/(?:body|path|query)/u, "")
    .replace(/^\//u, "")
    .replaceAll(/\/(\d+)(?=\/|$)/gu, "[$1]")
    .replaceAll("/", ".")
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");

const member = (path: string, property: string): string => {
  const parent = attribute(path);
  return parent === "" ? property : `${parent}.${property}`;
};

const shown = (value: unknown): string => {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined");
  return text.length > 100 ? `${text.slice(0, 100)}...` : text;
};

function sentence(error: ErrorObject): string {
  const params = error.params as Readonly<Record<string, unknown>>;
  const where = attribute(error.instancePath);
  switch (error.keyword) {
    case "required":
      return requiredSentence(error.instancePath, String(params["missingProperty"]));
    case "additionalProperties":
      return `Request property [${member(error.instancePath, String(params["additionalProperty"]))}] cannot be parsed: it is not known`;
    case "unevaluatedProperties":
      return `Request property [${member(error.instancePath, String(params["unevaluatedProperty"]))}] cannot be parsed: it is not known`;
    case "type":
      return `Request property [${where === "" ? "body" : where}] cannot be parsed: expected ${String(params["type"])}, but it is '${shown(error.data)}'`;
    case "enumInAnyCase":
      return enumSentence(where, error);
    case "format":
      return `The provided ${where} '${shown(error.data)}' cannot be parsed as a date according to RFC 3339, section 5.6`;
    case "not":
      return `Request property [${where}] is not expected here`;
    default:
      return `The value for ${where} is '${shown(error.data)}' but ${error.message ?? "is not allowed"}`;
  }
}

const requiredSentence = (path: string, missing: string): string =>
  path === "" && missing === "body" ? "Required request body is missing" : `No ${member(path, missing)} provided`;

function enumSentence(where: string, error: ErrorObject): string {
  const allowed = Array.isArray(error.schema) ? error.schema.join(", ") : "";
  const value = shown(error.data);
  if (/(?:^|\.)sort\[\d+\]\.field$/u.test(where))
    return `Unknown sortBy: ${value}. Use any of the following values: [${allowed}]`;
  return `Unexpected value '${value}' for enum field '${where}'. Use any of the following values: [${allowed}]`;
}
