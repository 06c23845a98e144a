import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { loadInstalledContract } from "../../../src/camunda-api/index.js";
import { likeSchema, type Schema } from "./arbitrary-request.js";
import { gradeDecision, messageProcess, reviewForm, serviceProcess, userTaskProcess } from "./models.js";
import { now, openApi, type TestApi } from "./open-api.js";

const TIMES = 25;
const SEED = 20_260_105;

/** Text in an address; half characters cannot be written in one. */
const inAddress = (text: string): string => encodeURIComponent(Buffer.from(text).toString("utf8"));

/** What may be answered to any request: success, a refusal, "not there" or "too much". */
const isAnswer = (status: number): boolean => status < 500 || status === 501 || status === 503;

const part = (schema: Schema, name: string): Schema => {
  const properties = schema["properties"] as Schema | undefined;
  return (properties?.[name] ?? {}) as Schema;
};

describe("arbitrary requests", () => {
  let test: TestApi;
  const logged: unknown[] = [];
  let known: string[];
  beforeAll(async () => {
    const log = (entry: unknown): void => void logged.push(entry);
    test = await openApi({ logger: { error: log, warn: log, info: log, debug: log, level: "error" } as never });
    await test.deploy(reviewForm());
    await test.deploy(serviceProcess(), userTaskProcess(), messageProcess(), gradeDecision());
    const keys: string[] = [];
    for (const processDefinitionId of ["service", "review", "payment"]) {
      const variables = { owner: "budi", order: "o" };
      const { body } = await test.send("POST", "/v2/process-instances", { processDefinitionId, variables });
      keys.push(String(body["processInstanceKey"]));
    }
    const [task] = (await test.client.searchUserTasks({}, now)).items;
    const [job] = (await test.client.searchJobs({}, now)).items;
    const [definition] = (await test.client.searchProcessDefinitions({}, now)).items;
    known = [task?.userTaskKey, task?.elementInstanceKey, job?.jobKey, definition?.processDefinitionKey]
      .map(String)
      .concat(keys, "service", "grade", "<default>");
  });
  afterAll(() => test.close());

  /** Nobody works here: requests that would wait for somebody are asked not to. */
  const withoutWaiting = (operationId: string, body: unknown): unknown =>
    typeof body === "object" && body !== null && ["activateJobs", "createProcessInstance"].includes(operationId)
      ? { ...body, requestTimeout: operationId === "activateJobs" ? -1 : 1 }
      : body;

  it("should never be answered with a fault of the server", async () => {
    const contract = await loadInstalledContract();
    const faults: string[] = [];
    let accepted = 0;
    for (const { operationId, method, url } of test.api.routes) {
      const schema = contract.requestSchema(operationId);
      const definitions = { $defs: schema["$defs"] ?? {} };
      const request = fc.record({
        body: likeSchema({ ...part(schema, "body"), ...definitions }, known),
        query: likeSchema({ ...part(schema, "query"), ...definitions }, known),
        ids: fc.array(fc.oneof(fc.constantFrom(...known), fc.string({ minLength: 1, maxLength: 8 })), {
          minLength: 3,
          maxLength: 3,
        }),
      });
      await fc.assert(
        fc.asyncProperty(request, async ({ body, query, ids }) => {
          let position = 0;
          const path = url.replaceAll(/\{[^}]+\}/gu, () => inAddress(ids[position++] ?? ""));
          const search = Object.entries(Object(query) as object)
            .map(([name, value]) => [name, JSON.stringify(value)].map(inAddress).join("="))
            .join("&");
          const sent =
            method === "GET" || method === "DELETE" ? undefined : JSON.stringify(withoutWaiting(operationId, body));
          const { status, text } = await test.send(method, `/v2${path}?${search}`, sent);
          if (status < 300) accepted += 1;
          if (!isAnswer(status)) faults.push(`${operationId} ${path}?${search} ${String(sent)}: ${status} ${text}`);
        }),
        { numRuns: TIMES, seed: SEED, endOnFailure: true },
      );
    }
    // Requests that are all refused at the door would prove little.
    expect(accepted).toBeGreaterThan(test.api.routes.length);
    expect({ faults: faults.slice(0, 10), logged: logged.slice(0, 3) }).toEqual({ faults: [], logged: [] });
  }, 180_000);

  it("should leave the engine in order", async () => {
    const { status } = await test.send("POST", "/v2/process-instances", { processDefinitionId: "service" });
    expect(status).toBe(200);
  });
});
