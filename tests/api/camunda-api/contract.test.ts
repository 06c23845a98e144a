import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { now, openApi, type TestApi } from "./open-api.js";

const LONG_KEY = "9999999999999999";

describe("contract of the Orchestration Cluster API", () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openApi({ maxBodyBytes: 10_000 });
  });
  afterAll(() => test.close());

  it("should route every operation of the published client, and none besides", async () => {
    const folder = dirname(createRequire(import.meta.url).resolve("@camunda8/orchestration-cluster-api"));
    const file = readdirSync(folder).find((name) => /^zod\.gen-.+\.js$/u.test(name)) ?? "";
    const names = Object.keys((await import(pathToFileURL(join(folder, file)).href)) as object);
    const published = names
      .flatMap((name) => /^z(\w+)Data$/u.exec(name)?.[1] ?? [])
      .map((name) => name.charAt(0).toLowerCase() + name.slice(1));

    expect(test.api.routes.map(({ operationId }) => operationId).toSorted()).toEqual(published.toSorted());
  });

  it("should answer each failure with the five members of a problem", async () => {
    const answer = await test.send("POST", "/v2/jobs/activation", {
      type: "a",
      timeout: 1,
      maxJobsToActivate: 1,
      nonsense: 1,
    });

    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.body).toEqual({
      type: "about:blank",
      title: "Bad Request",
      status: 400,
      detail: "Request property [nonsense] cannot be parsed: it is not known",
      instance: "/v2/jobs/activation",
    });
  });

  it.each<[string, string, string, unknown, number, string | RegExp]>([
    ["an absent body", "POST", "/v2/process-instances", undefined, 400, "Required request body is missing"],
    ["broken JSON", "POST", "/v2/process-instances", "{", 400, /Failed to read request: expected a JSON body, but/u],
    ["a body that is no object", "POST", "/v2/process-instances", [], 400, /expected object/u],
    [
      "a missing property",
      "POST",
      "/v2/jobs/activation",
      { type: "a", timeout: 1 },
      400,
      "No maxJobsToActivate provided",
    ],
    [
      "a wrong JSON type",
      "POST",
      "/v2/jobs/activation",
      { type: 1, timeout: 1, maxJobsToActivate: 1 },
      400,
      "Request property [type] cannot be parsed: expected string, but it is '1'",
    ],
    [
      "a value out of range",
      "POST",
      "/v2/jobs/activation",
      { type: "a", timeout: 0, maxJobsToActivate: 1 },
      400,
      "The value for timeout is '0' but must be greater than 0",
    ],
    [
      "an unknown enum value",
      "POST",
      "/v2/process-instances/search",
      { filter: { state: "GONE" } },
      400,
      "Unexpected value 'GONE' for enum field 'filter.state'. Use any of the following values: [ACTIVE, COMPLETED, TERMINATED]",
    ],
    ["an unknown sort field", "POST", "/v2/user-tasks/search", { sort: [{ field: "x" }] }, 400, /^Unknown sortBy: x/u],
    [
      "an unknown property of a filter",
      "POST",
      "/v2/user-tasks/search",
      { filter: { nonsense: 1 } },
      400,
      /\[filter\.nonsense\]/u,
    ],
    [
      "a date that is none",
      "POST",
      "/v2/user-tasks/search",
      { filter: { dueDate: "2026-02-30T00:00:00Z" } },
      400,
      /cannot be parsed as a date according to RFC 3339/u,
    ],
    [
      "two alternatives at once",
      "POST",
      "/v2/process-instances",
      { processDefinitionId: "a", processDefinitionKey: "1" },
      400,
      /processDefinition/u,
    ],
    [
      "a bad id",
      "POST",
      "/v2/process-instances",
      { processDefinitionId: "1 2" },
      400,
      /The value for processDefinitionId is '1 2'/u,
    ],
    [
      "eleven tags",
      "POST",
      "/v2/process-instances",
      { processDefinitionId: "a", tags: "abcdefghijk".split("") },
      400,
      /tags/u,
    ],
    [
      "another tenant",
      "POST",
      "/v2/process-instances",
      { processDefinitionId: "a", tenantId: "other" },
      400,
      /tenant 'other'/u,
    ],
    ["a limit of 0", "POST", "/v2/jobs/search", { page: { limit: 0 } }, 400, /page\.limit/u],
    ["a limit above 10,000", "POST", "/v2/jobs/search", { page: { limit: 10_001 } }, 400, /page\.limit/u],
    ["two positions", "POST", "/v2/jobs/search", { page: { after: "YQ==", before: "YQ==" } }, 400, /only one of/u],
    [
      "a text that is no cursor",
      "POST",
      "/v2/jobs/search",
      { page: { after: "bm90IGEgcmVhbCBjdXJzb3I=" } },
      400,
      /must be a cursor of an earlier page/u,
    ],
    ["a path key with letters", "GET", "/v2/process-instances/abc", undefined, 400, /processInstanceKey/u],
    [
      "a query value of the wrong type",
      "POST",
      "/v2/variables/search?truncateValues=perhaps",
      {},
      400,
      /truncateValues/u,
    ],
    ["a negative retry count", "PATCH", "/v2/jobs/1", { changeset: { retries: 0 } }, 400, /retries/u],
    ["an empty change set", "PATCH", "/v2/user-tasks/1", { changeset: {} }, 400, /^No update data provided/u],
    ["an empty assignee", "POST", "/v2/user-tasks/1/assignment", { assignee: "" }, 400, "No assignee provided"],
    ["a path that is none", "GET", "/v2/nothing", undefined, 404, /no endpoint/u],
    ["a path outside the API", "GET", "/other", undefined, 404, /no endpoint/u],
    ["a wrong method", "PUT", "/v2/topology", undefined, 405, /Expected method GET/u],
  ])("should refuse %s", async (_what, method, path, body, status, detail) => {
    const answer = await test.send(method, path, body);

    expect(answer.status).toBe(status);
    expect(answer.body["detail"]).toEqual(typeof detail === "string" ? detail : expect.stringMatching(detail));
  });

  it.each([
    "process-instances",
    "process-definitions",
    "element-instances",
    "user-tasks",
    "variables",
    "incidents",
    "decision-definitions",
    "decision-requirements",
    "resources",
  ])("should answer 404 for a key of %s that no record has", async (records) => {
    for (const key of [LONG_KEY, "9999999999999999999999999", "-1"]) {
      const answer = await test.send("GET", `/v2/${records}/${key}`);
      expect(answer.status).toBe(404);
      expect(answer.body["title"]).toBe("NOT_FOUND");
      expect(answer.body["detail"]).toContain(key);
    }
  });

  it("should refuse a content type other than JSON, and an answer nobody wants", async () => {
    expect((await test.send("POST", "/v2/jobs/search", "{}", { "content-type": "text/plain" })).body).toMatchObject({
      status: 415,
      title: "Unsupported Media Type",
    });
    expect(
      (await test.send("GET", `/v2/process-definitions/${LONG_KEY}/xml`, undefined, { accept: "application/json" }))
        .status,
    ).toBe(406);
    expect(
      (await test.send("GET", `/v2/topology`, undefined, { accept: "application/json, text/plain;q=0.5" })).status,
    ).toBe(200);
  });

  it("should refuse a body above the limit", async () => {
    const answer = await test.send("POST", "/v2/process-instances", {
      processDefinitionId: "a",
      variables: { text: "x".repeat(10_000) },
    });

    expect(answer.body).toMatchObject({
      status: 413,
      detail: "Expected a body of at most 10000 bytes, but it is longer",
    });
  });

  it("should accept enum values in any case and a page beyond the end", async () => {
    expect(
      (
        await test.send("POST", "/v2/user-tasks/search", {
          filter: { state: "created" },
          sort: [{ field: "priority", order: "desc" }],
        })
      ).status,
    ).toBe(200);
    const answer = await test.send("POST", "/v2/user-tasks/search", { page: { from: 5000 } });
    expect(answer.body).toEqual({
      items: [],
      page: { totalItems: 0, hasMoreTotalItems: false, startCursor: null, endCursor: null },
    });
  });

  it("should have an answer to every operation", async () => {
    for (const { operationId, method, url } of test.api.routes) {
      const path = url.replaceAll(/\{\w+\}/gu, "1");
      const answer = await test.send(method, `/v2${path}`, method === "GET" || method === "DELETE" ? undefined : {});

      expect([operationId, answer.status]).not.toEqual([operationId, 501]);
    }
  });

  it("should ask for credentials when it has users", async () => {
    const guarded = await openApi({ users: new Map([["demo", "de:mo"]]) });
    const header = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString("base64")}` });

    expect((await guarded.send("GET", "/v2/topology")).body).toMatchObject({ status: 401, title: "Unauthorized" });
    expect((await guarded.send("GET", "/v2/topology", undefined, header("demo:wrong"))).status).toBe(401);
    expect((await guarded.send("GET", "/v2/topology", undefined, header("nobody:"))).status).toBe(401);
    expect((await guarded.send("GET", "/v2/authentication/me", undefined, header("demo:de:mo"))).body).toMatchObject({
      username: "demo",
    });
    await guarded.close();
  });

  it("should describe the server", async () => {
    const topology = await test.client.getTopology();
    expect(topology.brokers[0]?.partitions).toEqual([{ partitionId: 1, role: "leader", health: "healthy" }]);
    expect(topology.gatewayVersion).toMatch(/embedded/u);
    await test.client.getStatus();
    expect(await test.client.getLicense()).toEqual({
      validLicense: false,
      licenseType: "unknown",
      isCommercial: false,
      expiresAt: null,
    });
    expect((await test.client.getAuthentication()).tenants[0]?.tenantId).toBe("<default>");
    expect((await test.client.searchProcessDefinitions({}, now)).items).toEqual([]);
  });
});
