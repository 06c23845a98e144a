import { z } from "zod";
import { Problem } from "./contract/shared-shapes.js";
import type { AnyRoute, RouteDefinition } from "./define-route.js";

type Definition = RouteDefinition<unknown, unknown, unknown, unknown>;
type Json = Readonly<Record<string, unknown>>;

const jsonSchema = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  return rest;
};

const propertiesOf = (schema: z.ZodType | undefined): readonly [name: string, schema: unknown, required: boolean][] => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, "input") as {
    properties?: Json;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, value]) => [name, value, required.includes(name)]);
};

/** Express' `:id` as OpenAPI's `{id}`. */
const openApiPath = (path: string): string => `/api${path.replaceAll(/:(\w+)/gu, "{$1}")}`;

const pathParameters = ({ path, params }: Definition): Json[] => {
  const known = new Map(propertiesOf(params).map(([name, schema]) => [name, schema]));
  return [...path.matchAll(/:(\w+)/gu)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: known.get(name) ?? { type: "string" },
  }));
};

const queryParameters = ({ query }: Definition): Json[] =>
  propertiesOf(query).map(([name, schema, required]) => ({ name, in: "query", required, schema }));

const operation = (definition: Definition): Json => {
  const { method, summary, tag, permission, body, response } = definition;
  return {
    summary,
    tags: [tag],
    ...(typeof permission === "string" ? {} : { "x-permission": permission.join(" ") }),
    ...(permission === "public" ? { security: [] } : {}),
    parameters: [...pathParameters(definition), ...queryParameters(definition)],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: jsonSchema(body, "input") } } } }),
    responses: {
      [method === "post" ? "2XX" : "200"]: {
        description: "Done",
        ...(response === undefined
          ? {}
          : { content: { "application/json": { schema: jsonSchema(response, "output") } } }),
      },
      default: {
        description: "A problem, in the user's language",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
};

/** OpenAPI 3.1 of every route of /api, from the schemas that check the requests. */
export const openApiOf = (routes: readonly AnyRoute[]): Json => {
  const paths: Record<string, Record<string, Json>> = {};
  for (const { definition } of routes) {
    const path = openApiPath(definition.path);
    (paths[path] ??= {})[definition.method] = operation(definition);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Alur", version: "1.0.0", description: "The application's API. Errors are RFC 9457 problems." },
    security: [{ session: [], csrf: [] }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem, "output") },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "alur.sid" },
        csrf: { type: "apiKey", in: "header", name: "x-csrf-token", description: "For every method but GET" },
      },
    },
  };
};
