import { request as httpRequest, Agent } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { listenHttp, type HttpListener } from "../../../src/camunda-api/index.js";
import { serviceProcess } from "./models.js";
import { openApi, type TestApi } from "./open-api.js";

describe("HTTP listener", () => {
  let test: TestApi;
  let listener: HttpListener;
  let agent: Agent;
  beforeEach(async () => {
    test = await openApi({ maxBodyBytes: 1000 });
    listener = await listenHttp(test.api.dispatch, { host: "127.0.0.1", port: 0 });
    agent = new Agent({ keepAlive: true, maxSockets: 1 });
  });
  afterEach(async () => {
    agent.destroy();
    await listener.close();
    await test.close();
  });

  const call = (method: string, path: string, body = "", headers: Record<string, string> = {}) => {
    const sent = httpRequest({
      port: listener.port,
      host: "127.0.0.1",
      method,
      path,
      agent,
      headers: { "content-type": "application/json", ...headers },
    });
    const answer = new Promise<{ status: number; text: string; type: string | undefined }>((resolve, reject) => {
      sent.on("error", reject);
      sent.on("response", (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, text, type: response.headers["content-type"] }),
        );
      });
    });
    sent.end(body);
    return { answer, sent };
  };

  it("should answer on one connection what handle answers", async () => {
    for (const [method, path, body] of [
      ["GET", "/v2/topology", ""],
      ["POST", "/v2/jobs/search?x=1", "{}"],
      ["POST", "/v2/process-instances", '{"processDefinitionId":"ü"}'],
      ["GET", "/v2/user-tasks/1%202", ""],
      ["POST", "/v2/process-instances", ""],
    ] as const) {
      const { status, text, type } = await call(method, path, body).answer;
      const expected = await test.send(method, path, body === "" ? undefined : body);
      expect({ status, text, type }).toEqual({
        status: expected.status,
        text: expected.text,
        type: expected.headers.get("content-type") ?? undefined,
      });
    }
    expect((await call("GET", "/v2/status").answer).status).toBe(204);
  });

  it("should take files in parts", async () => {
    const form = new FormData();
    form.append("resources", serviceProcess(), "äö proses.bpmn");
    const response = await fetch(`http://127.0.0.1:${listener.port}/v2/deployments`, { method: "POST", body: form });

    expect(await response.json()).toMatchObject({
      deployments: [{ processDefinition: { resourceName: "äö proses.bpmn" } }],
    });
  });

  it("should refuse a body above the limit, whether its length is told or not", async () => {
    const body = JSON.stringify({ processDefinitionId: "x".repeat(2000) });
    expect((await call("POST", "/v2/process-instances", body).answer).status).toBe(413);
    expect((await call("POST", "/v2/process-instances", body, { "transfer-encoding": "chunked" }).answer).status).toBe(
      413,
    );
    expect((await call("GET", "/v2/topology").answer).status).toBe(200);
  });

  it("should leave a job to others when its waiting worker has gone", async () => {
    await test.deploy(serviceProcess());
    const poll = JSON.stringify({ type: "work", timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 60_000 });
    const gone = call("POST", "/v2/jobs/activation", poll);
    gone.answer.catch(() => undefined);
    await new Promise((resolve) => gone.sent.once("finish", resolve));
    await fetch(`http://127.0.0.1:${listener.port}/v2/topology`);
    gone.sent.destroy();
    await fetch(`http://127.0.0.1:${listener.port}/v2/topology`);

    await test.client.createProcessInstance({ processDefinitionId: "service" as never });

    expect(JSON.parse((await call("POST", "/v2/jobs/activation", poll).answer).text)).toMatchObject({
      jobs: [{ type: "work" }],
    });
  });

  it("should end waiting polls when it closes", async () => {
    const poll = call(
      "POST",
      "/v2/jobs/activation",
      JSON.stringify({ type: "work", timeout: 1, maxJobsToActivate: 1, requestTimeout: 60_000 }),
    );
    await new Promise((resolve) => poll.sent.once("finish", resolve));
    await fetch(`http://127.0.0.1:${listener.port}/v2/topology`);

    await listener.close();

    expect(JSON.parse((await poll.answer).text)).toEqual({ jobs: [] });
  });
});
