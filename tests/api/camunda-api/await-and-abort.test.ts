import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { timerProcess } from "./models.js";
import { openApi, type TestApi } from "./open-api.js";

describe("waiting for the end of an instance", () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openApi();
    await test.deploy(timerProcess());
  });
  afterAll(() => test.close());

  const create = (signal: AbortSignal, processDefinitionId: string) =>
    test.api.dispatch({
      method: "POST",
      path: "/v2/process-instances",
      query: "",
      signal,
      header: (name) => (name === "content-type" ? "application/json" : undefined),
      body: () => Promise.resolve(Buffer.from(JSON.stringify({ processDefinitionId, awaitCompletion: true }))),
    });

  it("should be given up when the signal is aborted, before or while it waits", async () => {
    const controller = new AbortController();
    const waiting = create(controller.signal, "pause");
    controller.abort();

    expect((await waiting).status).toBe(503);
    expect((await create(AbortSignal.abort(), "pause")).status).toBe(503);
  });

  it("should leave no failure behind that nobody waits for", async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown): void => void unhandled.push(reason);
    process.on("unhandledRejection", listen);

    const answer = await create(AbortSignal.abort(), "nothing");
    await test.engine.settle();
    await new Promise((resolve) => setImmediate(resolve));

    process.off("unhandledRejection", listen);
    expect(answer.status).toBe(503);
    expect(unhandled).toEqual([]);
  });
});
