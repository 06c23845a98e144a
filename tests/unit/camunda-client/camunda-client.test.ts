import { describe, expect, it } from "@jest/globals";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createCamundaClient, isEngineError } from "../../../src/camunda-client/index.js";

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const EMPTY_PAGE = { items: [], page: { totalItems: 0, hasMoreTotalItems: false, startCursor: null, endCursor: null } };

const problem = (status: number, title: string, detail: string): Response =>
  Response.json({ type: "about:blank", title, status, detail, instance: "/v2" }, { status });

/** An engine that writes down what it is asked and answers from the list, then with an empty page. */
const engine = (...answers: (Response | (() => Promise<Response>))[]) => {
  const calls: Call[] = [];
  const client = createCamundaClient({
    fetch: async (request) => {
      const text = await request.clone().text();
      const isJson = request.headers.get("content-type")?.includes("json") ?? false;
      calls.push({
        method: request.method,
        path: new URL(request.url).pathname,
        body: isJson ? JSON.parse(text) : text,
      });
      const answer = answers.shift() ?? Response.json(EMPTY_PAGE);
      return typeof answer === "function" ? answer() : answer;
    },
  });
  return { client, calls };
};

const aTask = {
  name: null,
  state: "CREATED",
  assignee: null,
  elementId: "Check",
  candidateGroups: ["checker@a1"],
  candidateUsers: [],
  processDefinitionId: "permit",
  creationDate: "2026-03-02T01:00:00.000Z",
  completionDate: null,
  followUpDate: null,
  dueDate: "2026-03-09T01:00:00.000Z",
  tenantId: "<default>",
  externalFormReference: "permits/check",
  processDefinitionVersion: 3,
  customHeaders: {},
  priority: 50,
  userTaskKey: "2251799813685301",
  elementInstanceKey: "2251799813685300",
  processName: null,
  processDefinitionKey: "2251799813685250",
  processInstanceKey: "2251799813685290",
  rootProcessInstanceKey: null,
  formKey: null,
  tags: ["case:c1"],
};

describe("camunda client", () => {
  it("should ask for user tasks as the API says and read them back in our words", async () => {
    // given
    const { client, calls } = engine(
      Response.json({
        items: [aTask],
        page: { totalItems: 1, hasMoreTotalItems: false, startCursor: "a", endCursor: "b" },
      }),
    );
    // when
    const found = await client.searchUserTasks({
      filter: {
        state: "CREATED",
        assignee: null,
        candidateGroups: ["checker", "checker@a1"],
        nameLike: "*a\\*b*",
        caseIds: ["c1"],
        dueBefore: Date.parse("2026-03-10T00:00:00Z"),
      },
      sort: [{ field: "dueDate", order: "ASC" }],
      page: { limit: 25, after: "zzz" },
    });
    // then
    expect(calls).toEqual([
      {
        method: "POST",
        path: "/v2/user-tasks/search",
        body: {
          filter: {
            state: "CREATED",
            assignee: { $exists: false },
            candidateGroup: { $in: ["checker", "checker@a1"] },
            name: { $like: "*a\\*b*" },
            dueDate: { $lt: "2026-03-10T00:00:00.000Z" },
            processInstanceVariables: [{ name: "caseId", value: { $in: ['"c1"'] } }],
          },
          sort: [{ field: "dueDate", order: "ASC" }],
          page: { after: "zzz", limit: 25 },
        },
      },
    ]);
    expect(found).toMatchObject({ total: 1, isCapped: false, endCursor: "b" });
    expect(found.items[0]).toMatchObject({
      key: "2251799813685301",
      name: "Check",
      processName: "permit",
      createdAt: Date.parse("2026-03-02T01:00:00Z"),
      dueAt: Date.parse("2026-03-09T01:00:00Z"),
      formKey: "permits/check",
      tags: ["case:c1"],
    });
  });

  it("should start an instance with its business id and never by itself a second time", async () => {
    // given an engine that is overloaded, which the SDK would otherwise retry
    const { client, calls } = engine(problem(503, "RESOURCE_EXHAUSTED", "busy"), Response.json({}));
    // when
    const starting = client.createInstance({
      processId: "permit",
      variables: { caseId: "c1" },
      businessId: "c1",
      tags: ["case:c1"],
    });
    // then
    await expect(starting).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.body).toMatchObject({
      processDefinitionId: "permit",
      variables: { caseId: "c1" },
      businessId: "c1",
      tags: ["case:c1"],
    });
  });

  it("should count a completed or vanished task as completed", async () => {
    // given
    const { client } = engine(
      new Response(null, { status: 204 }),
      problem(404, "NOT_FOUND", "no such user task was found"),
    );
    // then
    await client.completeUserTask("2251799813685301", {});
    await client.completeUserTask("2251799813685301", {});
  });

  it("should count a message that was published before as published", async () => {
    const { client } = engine(problem(409, "ALREADY_EXISTS", "a message with that id was already published"));
    await client.publishMessage({ name: "paid", correlationKey: "c1", messageId: "m1" });
  });

  it.each([
    [400, "INVALID_ARGUMENT", "BAD_REQUEST"],
    [404, "NOT_FOUND", "NOT_FOUND"],
    [409, "INVALID_STATE", "INVALID_STATE"],
    [500, "INTERNAL", "INTERNAL"],
  ])("should hand on a refusal with status %d in the engine's words", async (status, title, code) => {
    // given
    const { client } = engine(problem(status, title, "Expected something else, but it is this"));
    // when
    const error: unknown = await client.assignUserTask("2251799813685301", "wi1").catch((caught: unknown) => caught);
    // then
    expect(isEngineError(error, code as "NOT_FOUND")).toBe(true);
    expect((error as Error).message).toContain("Expected something else, but it is this");
  });

  it("should answer undefined for a task and an instance that are absent", async () => {
    const absent = (): Response => problem(404, "NOT_FOUND", "not found");
    const { client } = engine(absent(), absent());
    expect(await client.getUserTask("2251799813685301")).toBeUndefined();
    expect(await client.getInstance("2251799813685301")).toBeUndefined();
  });

  it("should read all pages of an instance's elements", async () => {
    // given 1,001 visits
    const visit = (n: number) => ({
      elementInstanceKey: String(n),
      processInstanceKey: "1",
      rootProcessInstanceKey: null,
      processDefinitionKey: "1",
      processDefinitionId: "p",
      startDate: "2026-03-02T01:00:00.000Z",
      endDate: null,
      elementId: `E${n}`,
      elementName: `E${n}`,
      type: "USER_TASK",
      state: "ACTIVE",
      hasIncident: false,
      tenantId: "<default>",
      incidentKey: null,
    });
    const page = { ...EMPTY_PAGE.page, totalItems: 1_001 };
    const { client, calls } = engine(
      Response.json({ items: Array.from({ length: 1_000 }, (_, n) => visit(n)), page }),
      Response.json({ items: [visit(1_000)], page }),
    );
    // when
    const visits = await client.elementVisits("1");
    // then
    expect(visits).toHaveLength(1_001);
    expect(calls.map(({ body }) => (body as { page: unknown }).page)).toEqual([
      { from: 0, limit: 1_000 },
      { from: 1_000, limit: 1_000 },
    ]);
  });

  it("should end a wait for jobs when it is aborted", async () => {
    // given an engine that keeps the request open
    const { client } = engine(() => new Promise<Response>(() => undefined));
    const leave = new AbortController();
    // when
    const waiting = client.activateJobs(
      { type: "work", worker: "alur", maxJobs: 1, timeoutMs: 1_000, waitMs: 60_000 },
      leave.signal,
    );
    setImmediate(() => leave.abort());
    // then
    expect(await waiting).toEqual([]);
  });

  it("should give a stuck job one more attempt before it resolves the incident", async () => {
    // given
    const incident = {
      incidentKey: "5",
      jobKey: "7",
      errorType: "JOB_NO_RETRIES",
      errorMessage: "x",
      creationTime: "2026-03-02T01:00:00.000Z",
      state: "ACTIVE",
      elementId: "E",
      processDefinitionId: "p",
      processDefinitionKey: "1",
      processInstanceKey: "1",
      rootProcessInstanceKey: null,
      elementInstanceKey: "1",
      tenantId: "<default>",
    };
    const done = (): Response => new Response(null, { status: 204 });
    const { client, calls } = engine(Response.json(incident), done(), done());
    // when
    await client.retryIncident("5");
    // then
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /v2/incidents/5",
      "PATCH /v2/jobs/7",
      "POST /v2/incidents/5/resolution",
    ]);
    expect(calls[1]?.body).toEqual({ changeset: { retries: 1 } });
  });

  it("should wait on a cluster until a claim is seen by its queries", async () => {
    // given queries that lag behind
    let looks = 0;
    const server = createServer((request, response) => {
      response.setHeader("content-type", "application/json");
      if (request.method === "GET") {
        response.end(JSON.stringify({ ...aTask, assignee: looks < 2 ? null : "wi1" }));
        looks += 1;
      } else {
        response.statusCode = 204;
        response.end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // when
    await createCamundaClient({ url }).assignUserTask("2251799813685301", "wi1");
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    // then
    expect(looks).toBe(3);
  });

  it("should reach a cluster by its address with credentials, and say when it is away", async () => {
    // given
    const seen: { url: string | undefined; authorization: string | undefined }[] = [];
    const server = createServer((request, response) => {
      seen.push({ url: request.url, authorization: request.headers.authorization });
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(EMPTY_PAGE));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createCamundaClient({ url, auth: { user: "demo", password: "rahasia" } });
    // when
    const found = await client.searchUserTasks({ filter: {}, page: { limit: 1 } });
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    // then
    expect(found.items).toEqual([]);
    expect(seen).toEqual([
      { url: "/v2/user-tasks/search", authorization: `Basic ${Buffer.from("demo:rahasia").toString("base64")}` },
    ]);
    await expect(client.searchUserTasks({ filter: {}, page: { limit: 1 } })).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
  });

  it("should let an act through while fifty workers wait for jobs, also after the engine was busy", async () => {
    // given
    const open: (() => void)[] = [];
    const client = createCamundaClient({
      fetch: (request) => {
        if (!request.url.endsWith("/jobs/activation")) return Promise.resolve(new Response(null, { status: 204 }));
        if (open.length === 0) return Promise.resolve(problem(503, "RESOURCE_EXHAUSTED", "busy"));
        return new Promise((resolve) => open.push(() => resolve(Response.json({ jobs: [] }))));
      },
    });
    const poll = (type: number): Promise<unknown> =>
      client.activateJobs({ type: `work-${type}`, worker: "w", maxJobs: 1, timeoutMs: 1000, waitMs: 20_000 });
    await expect(poll(0)).rejects.toThrow();
    open.push(() => undefined);
    const waiting = Array.from({ length: 50 }, (_, type) => poll(type));
    // when
    await client.completeJob("2251799813685301", {});
    // then
    for (const answer of open) answer();
    expect(await Promise.all(waiting)).toHaveLength(50);
  });
});
