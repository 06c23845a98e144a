import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { gradeDecision, messageProcess, reviewForm, serviceProcess, userTaskProcess } from "./models.js";
import { now, openApi, type TestApi } from "./open-api.js";

const BODIES: readonly string[] = [
  "",
  "{}",
  "[]",
  "null",
  '"x"',
  "1",
  "{",
  '{"a":1}',
  '{"filter":null}',
  '{"filter":{}}',
  '{"sort":[]}',
  '{"page":{"limit":1}}',
  '{"page":{"from":9007199254740991}}',
  `{"page":{"after":"${Buffer.from('["x"]').toString("base64")}"}}`,
  '{"filter":{"tags":[]}}',
  '{"filter":{"$or":[]}}',
  '{"filter":{"name":{"$in":[]}}}',
  '{"filter":{"name":{"$like":"[*\\\\"}}}',
  '{"filter":{"variables":[{"name":"a","value":{"$like":"[%_*"}}]}}',
  '{"variables":{}}',
  '{"variables":null}',
  '{"variables":{"__proto__":{"x":1},"a b":1,"":2,"constructor":3}}',
  '{"variables":{"x":1},"local":true}',
  '{"changeset":{"retries":1}}',
  '{"changeset":{"retries":9007199254740991,"timeout":9007199254740991}}',
  '{"changeset":{"dueDate":""}}',
  '{"changeset":{"dueDate":"tomorrow"}}',
  '{"changeset":{"priority":1000}}',
  '{"assignee":"\\u0000"}',
  `{"name":"m","correlationKey":"${"k".repeat(300)}","timeToLive":1000}`,
  '{"name":"m","timeToLive":-1}',
  '{"processDefinitionId":"review","processDefinitionVersion":99}',
  '{"processDefinitionKey":"99999999999999999999"}',
  '{"processDefinitionId":"review","startInstructions":[{"elementId":"nowhere"}]}',
  '{"processDefinitionId":"review","tags":["a","a"]}',
  '{"processDefinitionId":"review","variables":{"owner":[1,{"a":null}]}}',
  '{"expression":"=1/0"}',
  '{"expression":"="}',
  '{"decisionDefinitionId":"grade","variables":{"score":"x"}}',
  '{"errorCode":"x"}',
  '{"retries":-5,"errorMessage":"x"}',
  '{"retries":5,"retryBackOff":-1}',
];

describe("bad input", () => {
  let test: TestApi;
  const failures: unknown[] = [];
  beforeAll(async () => {
    const log = (entry: unknown): void => void failures.push(entry);
    test = await openApi({ logger: { error: log, warn: log, info: log, debug: log, level: "error" } as never });
    await test.deploy(reviewForm());
    await test.deploy(serviceProcess(), userTaskProcess(), messageProcess(), gradeDecision());
    for (const processDefinitionId of ["service", "review", "payment"]) {
      await test.send("POST", "/v2/process-instances", {
        processDefinitionId,
        variables: { owner: "budi", order: "o" },
      });
    }
  });
  afterAll(() => test.close());

  it("should never be answered with a fault of the server, whatever the operation", async () => {
    const { items: tasks } = await test.client.searchUserTasks({}, now);
    const { items: jobs } = await test.client.searchJobs({}, now);
    const keys = [
      "0",
      "-1",
      "9223372036854775808",
      tasks[0]?.userTaskKey,
      tasks[0]?.processInstanceKey,
      tasks[0]?.elementInstanceKey,
      jobs[0]?.jobKey,
    ];
    const faults: string[] = [];
    let answers = 0;
    for (const { operationId, method, url } of test.api.routes) {
      for (const key of url.includes("{") ? keys : [""]) {
        for (const body of method === "GET" || method === "DELETE" ? [undefined] : BODIES) {
          const answer = await test.send(method, `/v2${url.replaceAll(/\{[^}]+\}/gu, String(key))}`, body);
          answers++;
          if (answer.status === 500 || answer.status > 501)
            faults.push(`${operationId} ${String(key)} ${String(body)}: ${answer.text}`);
        }
      }
    }

    expect({ faults, failures }).toEqual({ faults: [], failures: [] });
    expect(answers).toBeGreaterThan(5000);
  }, 120_000);

  it("should still be served well afterwards", async () => {
    for (const { method, url } of test.api.routes.filter(
      (route) => route.url.endsWith("/search") && !route.url.includes("{"),
    )) {
      const { status } = await test.send(method, `/v2${url}`, {});
      expect([url, status === 200 || status === 501]).toEqual([url, true]);
    }
  });
});
