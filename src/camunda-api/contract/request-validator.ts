import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { isInstant } from "../instant.js";
import { ApiProblem } from "../problem.js";
import { closeSchema } from "./close-schema.js";
import { loadInstalledContract, type InstalledContract } from "./installed-contract.js";
import { isSchemaObject } from "./json-schema.js";
import { validationMessage } from "./validation-message.js";

/** The parts of a request that the contract describes; path and query values still are text. */
export interface RequestParts {
  body: unknown;
  path: Record<string, unknown> | undefined;
  query: Record<string, unknown> | undefined;
}

/** Checks requests against the contract of the installed client package. */
export interface RequestValidator {
  /**
   * Checks the parts in place: enum values come out in their declared case, query values in their declared type.
   *
   * @throws {ApiProblem} 400 naming every fault.
   */
  check(operationId: string, parts: RequestParts): void;
}

/** Loads the contract; validators are compiled when an operation is called for the first time. */
export async function loadRequestValidator(): Promise<RequestValidator> {
  const contract = await loadInstalledContract();
  const ajv = createAjv();
  const compiled = new Map<string, ValidateFunction>();
  return {
    check: (operationId, parts) => {
      const validate =
        compiled.get(operationId) ?? remember(compiled, operationId, compile(ajv, contract, operationId));
      if (parts.query !== undefined) coerceQuery(parts.query, validate.schema);
      // Clients that send `{}` with every POST are served: what an operation does not take is not looked at.
      if (takesNoBody(validate.schema)) parts.body = undefined;
      if (validate(parts)) return;
      const { title, detail } = validationMessage(validate.errors ?? []);
      throw new ApiProblem(400, title, detail);
    },
  };
}

function createAjv(): Ajv2020 {
  // unicodeRegExp stays on: ids use \p{L}. Strict mode stays off: the published schemas mix types and unions.
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, validateFormats: true });
  ajv.addFormat("date-time", { type: "string", validate: isInstant });
  ajv.addFormat("date-time-or-empty", { type: "string", validate: (text: string) => text === "" || isInstant(text) });
  ajv.addKeyword({ keyword: "enumInAnyCase", type: "string", modifying: true, errors: true, validate: enumInAnyCase });
  ajv.addKeyword({ keyword: "onlyOnePosition", type: "object", errors: true, validate: onlyOnePosition });
  return ajv;
}

function compile(ajv: Ajv2020, contract: InstalledContract, operationId: string): ValidateFunction {
  const name = `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}`;
  const schema = closeSchema(contract.requestSchema(operationId), name);
  return ajv.compile(isSchemaObject(schema) ? schema : {});
}

function remember<T>(map: Map<string, T>, key: string, value: T): T {
  map.set(key, value);
  return value;
}

interface KeywordFunction {
  (schema: unknown, data: unknown, parentSchema?: unknown, context?: DataContext): boolean;
  errors?: Partial<ErrorObject>[];
}

interface DataContext {
  readonly parentData: Record<string | number, unknown>;
  readonly parentDataProperty: string | number;
}

const enumInAnyCase: KeywordFunction = (allowed, data, _parentSchema, context) => {
  if (typeof data !== "string" || !Array.isArray(allowed)) return true;
  if (allowed.includes(data)) return true;
  const folded = data.toUpperCase();
  const match: unknown = allowed.find((value) => typeof value === "string" && value.toUpperCase() === folded);
  if (match === undefined) {
    enumInAnyCase.errors = [
      { keyword: "enumInAnyCase", message: `must be one of ${allowed.join(", ")}`, params: { allowed } },
    ];
    return false;
  }
  if (context !== undefined) context.parentData[context.parentDataProperty] = match;
  return true;
};

const onlyOnePosition: KeywordFunction = (_schema, data) => {
  if (typeof data !== "object" || data === null) return true;
  const given = ["from", "after", "before"].filter((property) => property in data);
  if (given.length <= 1) return true;
  onlyOnePosition.errors = [
    {
      keyword: "onlyOnePosition",
      message: `may have only one of from, after and before, but has ${given.join(" and ")}`,
      params: {},
    },
  ];
  return false;
};

function takesNoBody(schema: unknown): boolean {
  if (!isSchemaObject(schema) || !isSchemaObject(schema["properties"])) return false;
  const declared = schema["properties"]["body"];
  return isSchemaObject(declared) && declared["not"] !== undefined;
}

/** Query values arrive as text; the contract says which of them are booleans and integers. */
function coerceQuery(query: Record<string, unknown>, schema: unknown): void {
  if (!isSchemaObject(schema) || !isSchemaObject(schema["properties"])) return;
  const declared = schema["properties"]["query"];
  const properties = isSchemaObject(declared) && isSchemaObject(declared["properties"]) ? declared["properties"] : {};
  for (const [name, value] of Object.entries(query)) {
    const property = properties[name];
    const type = isSchemaObject(property) ? property["type"] : undefined;
    if (type === "boolean" && (value === "true" || value === "false")) query[name] = value === "true";
    if (type === "integer" && typeof value === "string" && /^-?\d+$/u.test(value)) query[name] = Number(value);
  }
}
