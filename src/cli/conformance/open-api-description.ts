import { createCamundaApi, loadInstalledContract } from "../../camunda-api/index.js";
import { createEngine } from "../../engine/index.js";
import { openSqliteEngineStore } from "../../engine-store/index.js";
import { systemClock } from "../../platform/index.js";

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const objectAt = (value: unknown, name: string): JsonObject => {
  const member = isObject(value) ? value[name] : undefined;
  return isObject(member) ? member : {};
};

/** An OpenAPI 3.1 description of every operation, made from the schemas of the installed client; kept nowhere. */
export async function describeOpenApi(): Promise<JsonObject> {
  const contract = await loadInstalledContract();
  const paths: Record<string, JsonObject> = {};
  const schemas: JsonObject = {};
  for (const { operationId, method, url } of await operationsServed()) {
    const request = contract.requestSchema(operationId);
    const answer = contract.responseSchema(operationId);
    addParts(schemas, request, operationId);
    addParts(schemas, answer, answerOf(operationId));
    (paths[url] ??= {})[method.toLowerCase()] = {
      ...located(describeOperation(operationId, request), operationId),
      responses: responses(located(answer, answerOf(operationId))),
    };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Orchestration Cluster REST API", version: "2" },
    servers: [{ url: "/v2" }],
    paths,
    components: { schemas },
  };
}

/** Schemas name their parts from their own root; in one document they stand under its components. */
const located = (schema: unknown, owner: string): JsonObject =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"#/components/schemas/${owner}_`)) as JsonObject;

function describeOperation(operationId: string, schema: unknown): JsonObject {
  const parts = objectAt(schema, "properties");
  const body = parts["body"];
  return {
    operationId,
    parameters: [...parameters(parts["path"], "path"), ...parameters(parts["query"], "query")],
    ...(isObject(body) && body["not"] === undefined ? { requestBody: requestBody(operationId, body, schema) } : {}),
  };
}

/** Schemas name their parts alike. */
const answerOf = (operationId: string): string => `${operationId}Answer`;

function addParts(schemas: JsonObject, schema: unknown, owner: string): void {
  for (const [name, definition] of Object.entries(objectAt(schema, "$defs")))
    schemas[`${owner}_${name}`] = located(definition, owner);
}

/** Anything but a good answer is a problem, and a problem is always the same. Texts and bytes have media types of their own. */
function responses({ $defs: _parts, $schema: _dialect, ...schema }: JsonObject): JsonObject {
  const isJson = schema["type"] !== "string" && Object.keys(schema).some((key) => JSON_KEYWORDS.has(key));
  const content = isJson ? { content: { "application/json": { schema } } } : {};
  return {
    "2XX": { description: "A good answer", ...content },
    default: { description: "A problem", content: { "application/problem+json": { schema: PROBLEM } } },
  };
}

const JSON_KEYWORDS: ReadonlySet<string> = new Set(["type", "allOf", "anyOf"]);

const PROBLEM = {
  type: "object",
  properties: {
    type: { const: "about:blank" },
    title: { type: "string" },
    status: { type: "integer", minimum: 400, maximum: 599 },
    detail: { type: "string" },
    instance: { type: "string" },
  },
  required: ["type", "title", "status", "detail", "instance"],
  additionalProperties: false,
} as const;

function parameters(part: unknown, place: "path" | "query"): readonly JsonObject[] {
  const required = isObject(part) && Array.isArray(part["required"]) ? (part["required"] as unknown[]) : [];
  return Object.entries(objectAt(part, "properties")).map(([name, schema]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema,
  }));
}

const MULTIPART = new Set(["createDeployment", "createDocument", "createDocuments"]);

function requestBody(operationId: string, schema: JsonObject, request: unknown): JsonObject {
  const required = isObject(request) && Array.isArray(request["required"]) && request["required"].includes("body");
  const mediaType = MULTIPART.has(operationId) ? "multipart/form-data" : "application/json";
  return { required, content: { [mediaType]: { schema } } };
}

/** The addresses of the operations: those of an API that nobody calls. */
async function operationsServed() {
  const store = openSqliteEngineStore({ memory: true });
  const engine = await createEngine({ store, clock: systemClock });
  try {
    return createCamundaApi({ engine, store }).routes;
  } finally {
    await engine.close();
    await store.close();
  }
}
