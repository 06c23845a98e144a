import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { isSchemaObject, type JsonSchema } from "./json-schema.js";

/** The published contract: schemas of every operation, read from the installed client package. */
export interface InstalledContract {
  /**
   * JSON Schema of `{ body, path, query }` of an operation.
   *
   * @throws {Error} when the package does not know the operation.
   */
  requestSchema(operationId: string): JsonSchema;
  /**
   * JSON Schema of the body of a good answer; empty for operations that answer with nothing.
   *
   * @throws {Error} when the package does not know the operation.
   */
  responseSchema(operationId: string): JsonSchema;
}

const PACKAGE = "@camunda8/orchestration-cluster-api";

const schemaFile = (): string => {
  const folder = dirname(createRequire(import.meta.url).resolve(PACKAGE));
  const name = readdirSync(folder).find((file) => /^zod\.gen-.+\.js$/u.test(file));
  if (name === undefined) throw new Error(`Expected a file zod.gen-*.js in package ${PACKAGE}, but there is none`);
  return join(folder, name);
};

const toJsonSchema = (operationId: string, schema: unknown): JsonSchema => {
  if (!(schema instanceof Object && "_zod" in schema)) {
    throw new Error(`Expected package ${PACKAGE} to describe operation '${operationId}', but it does not`);
  }
  const json: unknown = z.toJSONSchema(schema as z.ZodType, { io: "input", unrepresentable: "any" });
  return isSchemaObject(json) ? json : {};
};

/** Loads the schemas of the installed package; nothing of them is kept in the repository. */
export async function loadInstalledContract(): Promise<InstalledContract> {
  const exported = (await import(pathToFileURL(schemaFile()).href)) as Readonly<Record<string, unknown>>;
  const schemaOf = (operationId: string, part: "Data" | "Response"): JsonSchema =>
    toJsonSchema(operationId, exported[`z${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}${part}`]);
  return {
    requestSchema: (operationId) => schemaOf(operationId, "Data"),
    responseSchema: (operationId) => schemaOf(operationId, "Response"),
  };
}
