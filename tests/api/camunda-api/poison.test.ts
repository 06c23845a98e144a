import { request as httpRequest } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { listenHttp } from "../../../src/camunda-api/index.js";
import { bpmn, path as along, serviceTask } from "../../support/engine-dsl.js";
import { serviceProcess } from "./models.js";
import { openApi, type TestApi } from "./open-api.js";

const file = (id: string, xml: string): File => new File([xml], `${id}.bpmn`);
const create = (variables: unknown): string =>
  `{"processDefinitionId":"service","variables":${JSON.stringify(variables)}}`;

describe("requests that would poison the engine", () => {
  let test: TestApi;
  beforeEach(async () => {
    test = await openApi();
    await test.deploy(serviceProcess());
  });
  afterEach(async () => {
    // Whatever came before: the engine still works.
    expect((await test.send("POST", "/v2/process-instances", create({}))).status).toBe(200);
    await test.close();
  });

  it("should be refused with 413 when a variable has 50 MB", async () => {
    const { status, body } = await test.send("POST", "/v2/process-instances", create({ text: "x".repeat(50_000_000) }));
    expect({ status, detail: body["detail"] }).toEqual({
      status: 413,
      detail: expect.stringContaining("at most 4194304 bytes"),
    });
  });

  it.each([
    ["lists", "[".repeat(100_000) + "]".repeat(100_000)],
    ["objects", '{"a":'.repeat(100_000) + "1" + "}".repeat(100_000)],
    ["lists that never end", "[".repeat(100_000)],
  ])("should be refused with 400 when JSON is nested 100,000 deep in %s", async (_what, nested) => {
    const { status, body } = await test.send(
      "POST",
      "/v2/process-instances",
      `{"processDefinitionId":"service","variables":{"a":${nested}}}`,
    );
    expect({ status, detail: body["detail"] }).toEqual({ status: 400, detail: expect.stringContaining("500 levels") });
  });

  it("should be taken when brackets are only in texts, and when JSON is as deep as allowed", async () => {
    const texts = create({ text: `${"[".repeat(2000)}\\"{` });
    expect((await test.send("POST", "/v2/process-instances", texts)).status).toBe(200);
    const deep = `{"processDefinitionId":"service","variables":{"a":${"[".repeat(490)}${"]".repeat(490)},"b":"${"x".repeat(2000)}"}}`;
    expect((await test.send("POST", "/v2/process-instances", deep)).status).toBe(200);
  });

  it("should be refused when a diagram defines entities that multiply", async () => {
    const entities = Array.from({ length: 20 }, (_, n) =>
      n === 0 ? `<!ENTITY e0 "lol">` : `<!ENTITY e${n} "${`&e${n - 1};`.repeat(10)}">`,
    ).join("");
    const bomb = `<?xml version="1.0"?><!DOCTYPE d [${entities}]><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><bpmn:process id="bomb" name="&e19;" isExecutable="true"><bpmn:startEvent id="s" /></bpmn:process></bpmn:definitions>`;
    const form = new FormData();
    form.append("resources", file("bomb", bomb));
    const before = process.memoryUsage().heapUsed;
    const { status } = await test.send("POST", "/v2/deployments", form);
    expect([200, 400]).toContain(status);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000);
  });

  it("should deploy and run a diagram of 2,000 elements", async () => {
    const ids = Array.from({ length: 2000 }, (_, n) => `t${n}`);
    const xml = bpmn(
      "long",
      `<bpmn:startEvent id="s" />${ids.map((id) => `<bpmn:task id="${id}" />`).join("")}<bpmn:endEvent id="e" />${along("s", ...ids, "e")}`,
    );
    await test.deploy(file("long", xml));
    const { body } = await test.send("POST", "/v2/process-instances", {
      processDefinitionId: "long",
      awaitCompletion: true,
    });
    const key = String(body["processInstanceKey"]);
    expect((await test.send("GET", `/v2/process-instances/${key}`)).body["state"]).toBe("COMPLETED");
  }, 120_000);

  it("should run a multi-instance of 10,000 elements", async () => {
    await test.deploy(
      file(
        "many",
        bpmn(
          "many",
          `<bpmn:startEvent id="s" />${serviceTask("w", "w", "", `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..10000 return i" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`)}<bpmn:endEvent id="e" />${along("s", "w", "e")}`,
        ),
      ),
    );
    const { body } = await test.send("POST", "/v2/process-instances", { processDefinitionId: "many" });
    const key = String(body["processInstanceKey"]);
    const jobs = await test.send("POST", "/v2/jobs/search", { filter: { type: "w" } });
    expect(jobs.body["page"]).toMatchObject({ totalItems: 10_000 });
    expect((await test.send("POST", `/v2/process-instances/${key}/cancellation`, {})).status).toBe(204);
    expect((await test.send("GET", `/v2/process-instances/${key}`)).body["state"]).toBe("TERMINATED");
  }, 120_000);

  it("should be cut off when FEEL does not end", async () => {
    const { status, body } = await test.send("POST", "/v2/expression/evaluation", {
      expression: "=for a in 1..100000, b in 1..100000, c in 1..100000 return a + b + c",
    });
    expect({ status, detail: body["detail"] }).toEqual({
      status: 400,
      detail: expect.stringMatching(/steps|too|long/u),
    });
  });
});

describe("many large requests at once", () => {
  it("should be refused with 503 before they are read, beyond a bound of all their bytes", async () => {
    const test = await openApi({ maxBytesAtWork: 3_000_000 });
    await test.deploy(serviceProcess());
    const listener = await listenHttp(test.api.dispatch, { host: "127.0.0.1", port: 0 });
    const body = create({ text: "x".repeat(2_000_000) });
    const open = () => {
      const sent = httpRequest({
        port: listener.port,
        host: "127.0.0.1",
        method: "POST",
        path: "/v2/process-instances",
        headers: { "content-type": "application/json", "content-length": body.length },
      });
      const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
        sent.on("error", reject);
        sent.on("response", (response) => {
          let text = "";
          response.on("data", (chunk: Buffer) => (text += chunk.toString()));
          response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
        });
      });
      return { sent, answer };
    };
    const first = open();
    first.sent.write(body.slice(0, 10));
    // The server has begun to read the first one when it answers on another connection.
    await fetch(`http://127.0.0.1:${listener.port}/v2/topology`);
    const second = open();
    second.sent.flushHeaders();
    const refused = await second.answer;
    expect(refused.status).toBe(503);
    expect(JSON.parse(refused.text)).toMatchObject({ title: "RESOURCE_EXHAUSTED" });
    second.sent.destroy();
    first.sent.end(body.slice(10));
    expect((await first.answer).status).toBe(200);
    const third = open();
    third.sent.end(body);
    expect((await third.answer).status).toBe(200);
    await listener.close();
    await test.close();
  });
});
