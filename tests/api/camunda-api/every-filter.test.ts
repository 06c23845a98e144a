import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { gradeDecision, messageProcess, reviewForm, serviceProcess, timerProcess, userTaskProcess } from "./models.js";
import { openApi, type TestApi } from "./open-api.js";

type Schema = Readonly<Record<string, never>> & {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
};

const SEARCHES: Readonly<Record<string, string>> = {
  searchProcessDefinitions: "/v2/process-definitions/search",
  searchProcessInstances: "/v2/process-instances/search",
  searchElementInstances: "/v2/element-instances/search",
  searchUserTasks: "/v2/user-tasks/search",
  searchVariables: "/v2/variables/search",
  searchIncidents: "/v2/incidents/search",
  searchJobs: "/v2/jobs/search",
  searchMessageSubscriptions: "/v2/message-subscriptions/search",
  searchCorrelatedMessageSubscriptions: "/v2/correlated-message-subscriptions/search",
  searchDecisionDefinitions: "/v2/decision-definitions/search",
  searchDecisionRequirements: "/v2/decision-requirements/search",
  searchDecisionInstances: "/v2/decision-instances/search",
  searchAuditLogs: "/v2/audit-logs/search",
  searchBatchOperations: "/v2/batch-operations/search",
  searchBatchOperationItems: "/v2/batch-operation-items/search",
};

/** A filter that this server does not have: no index reaches the hash of an error's text. */
const NOT_SERVED = new Set(["incidentErrorHashCode"]);

/** The properties of an object schema, those of its parts included. */
const propertiesOf = (schema: Schema | undefined): Record<string, Schema> =>
  Object.assign({}, schema?.properties, ...(schema?.allOf ?? []).map(propertiesOf)) as Record<string, Schema>;

/** Values that a schema allows, one of each alternative and one for each operator. */
function samples(schema: Schema): readonly unknown[] {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap(samples);
  if (schema.enum !== undefined) return schema.enum.slice(0, 1);
  const properties = propertiesOf(schema);
  if (Object.keys(properties).length > 0) {
    const isVariable = "name" in properties && "value" in properties;
    if (isVariable) return samples(properties["value"] as Schema).map((value) => ({ name: "owner", value }));
    return Object.entries(properties).flatMap(([name, property]) =>
      samples(property).map((value) => ({ [name]: value })),
    );
  }
  if (Array.isArray(schema.type)) return schema.type.flatMap((type: string) => samples({ ...schema, type } as Schema));
  if (schema.type === "array") return [samples(schema.items as Schema)];
  if (schema.type === "boolean") return [true, false];
  if (schema.type === "integer") return [3];
  if (schema.type === "null") return [null];
  if (schema.format === "date-time") return ["2026-01-05T08:00:00.000Z"];
  if (schema.pattern === "^[0-9]+-[0-9]+$") return ["2251799813685249-1"];
  return schema.pattern === "^-?[0-9]+$" ? ["2251799813685249"] : ["work"];
}

describe("filters and sort fields of searches", () => {
  let test: TestApi;
  let contract: Readonly<Record<string, z.ZodType>>;
  beforeAll(async () => {
    const folder = dirname(createRequire(import.meta.url).resolve("@camunda8/orchestration-cluster-api"));
    const file = readdirSync(folder).find((name) => /^zod\.gen-.+\.js$/u.test(name)) ?? "";
    contract = (await import(pathToFileURL(join(folder, file)).href)) as typeof contract;
    test = await openApi();
    await test.deploy(
      reviewForm(),
      serviceProcess(),
      userTaskProcess(),
      messageProcess(),
      timerProcess(),
      gradeDecision(),
    );
    for (const processDefinitionId of ["service", "review", "payment", "pause"]) {
      await test.send("POST", "/v2/process-instances", {
        processDefinitionId,
        variables: { owner: "budi", order: "o", n: 1 },
        tags: ["a"],
      });
    }
    for (const state of ["COMPLETED", "ACTIVE"])
      await test.send("POST", "/v2/process-instances/cancellation", { filter: { state, processDefinitionId: "gone" } });
    await test.send("POST", "/v2/decision-definitions/evaluation", {
      decisionDefinitionId: "grade",
      variables: { score: 1 },
    });
  });
  afterAll(() => test.close());

  const bodyOf = (operationId: string): Record<string, Schema> => {
    const schema = contract[`z${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Data`];
    if (schema === undefined) throw new Error(`Expected the contract to describe ${operationId}, but it does not`);
    const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as unknown as Schema;
    return propertiesOf(json.properties?.["body"]);
  };

  it.each(Object.keys(SEARCHES))("should serve every filter that the contract names for %s", async (operationId) => {
    const filter = propertiesOf(bodyOf(operationId)["filter"]);
    let asked = 0;
    for (const [name, schema] of Object.entries(filter)) {
      if (NOT_SERVED.has(name)) continue;
      for (const value of name === "$or" ? [[{ state: "ACTIVE" }, { tags: ["a"] }]] : samples(schema)) {
        const answer = await test.send("POST", SEARCHES[operationId] ?? "", { filter: { [name]: value } });
        expect([name, value, answer.status, answer.body["detail"]]).toEqual([name, value, 200, undefined]);
        asked++;
      }
    }
    expect(asked).toBeGreaterThan(5);
  });

  it.each(Object.keys(SEARCHES))(
    "should sort by every field that the contract names for %s and go on behind a cursor",
    async (operationId) => {
      const fields = propertiesOf(bodyOf(operationId)["sort"]?.items)["field"]?.enum ?? [];
      const path = SEARCHES[operationId] ?? "";
      for (const field of fields) {
        for (const order of ["ASC", "DESC"]) {
          const sort = [{ field, order }];
          const first = await test.send("POST", path, { sort, page: { limit: 1 } });
          expect([field, first.status, first.body["detail"]]).toEqual([field, 200, undefined]);
          const { endCursor: after } = first.body["page"] as { endCursor: string | null };
          if (after === null) continue;
          const second = await test.send("POST", path, { sort, page: { after, limit: 1 } });
          expect([field, second.status]).toEqual([field, 200]);
          expect(second.body["items"]).not.toEqual(first.body["items"]);
        }
      }
      expect(fields.length).toBeGreaterThan(0);
    },
  );

  it("should name what it cannot filter by", async () => {
    for (const name of NOT_SERVED) {
      const answer = await test.send("POST", "/v2/process-instances/search", { filter: { [name]: 1 } });
      expect(answer.body).toMatchObject({ status: 400, detail: expect.stringContaining(`'${name}'`) });
    }
  });
});
