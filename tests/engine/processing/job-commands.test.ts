import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { bpmn, EngineUnderTest, path, serviceTask } from "../../support/engine-dsl.js";
import { dropEngineStores } from "../../support/engine-stores.js";

const PROCESS = bpmn(
  "p",
  `<bpmn:startEvent id="start" />${serviceTask("work")}<bpmn:endEvent id="end" />${path("start", "work", "end")}`,
);

describe.each(databaseKinds)("jobs on %s", (kind) => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start({ kind });
    await engine.deploy(PROCESS);
  });
  afterEach(() => engine.close());
  afterAll(dropEngineStores);

  const poll = (requestTimeout: number, signal?: AbortSignal, maxJobs = 1) =>
    engine.engine.activateJobs({ jobType: "work", worker: "w", timeout: 1000, maxJobs, requestTimeout }, signal);

  it("should not hand out a job again before its deadline, and keep its retries when that has passed", async () => {
    await engine.create("p");
    expect(await engine.jobs("work")).toHaveLength(1);
    expect(await engine.jobs("work")).toHaveLength(0);
    await engine.advance(60_000);
    const again = await engine.job("work");
    expect(again.retries).toBe(3);
    await engine.ok({ type: "job.complete", jobKey: again.jobKey });
  });

  it("should raise an incident for a job that no message can hold, and hand out those behind it", async () => {
    const part = "x".repeat(2_500_000);
    const key = await engine.create("p", { a: part });
    await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { b: part } });
    await engine.create("p", { small: true });

    const handedOut = await poll(0);

    expect(handedOut).toMatchObject({ ok: true, value: [{ variables: { small: true } }] });
    const [incident] = await engine.rows("incident");
    expect(incident).toMatchObject({ errorType: "MESSAGE_SIZE_EXCEEDED", processInstanceKey: key, state: "ACTIVE" });
    expect(incident?.errorMessage).toContain("4883 kB and a message at most 4096 kB");
    await engine.restart();
    expect(await engine.jobs("work")).toEqual([]);

    await engine.ok({ type: "variables.set", elementInstanceKey: key, variables: { b: 1 } });
    await engine.ok({ type: "incident.resolve", incidentKey: incident?.incidentKey ?? "" });
    const again = await engine.job("work");
    expect(again).toMatchObject({ retries: 3, variables: { b: 1 } });
  });

  it("should take the completion of a job that was never activated, and of one after its deadline", async () => {
    await engine.create("p");
    const [job] = await engine.rows("job");
    await engine.ok({ type: "job.complete", jobKey: job?.jobKey ?? "" });
    expect(await engine.refused({ type: "job.complete", jobKey: job?.jobKey ?? "" })).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("should answer a waiting request when a job is created", async () => {
    const waiting = poll(5000);
    const key = await engine.create("p");
    expect(await waiting).toMatchObject({ ok: true, value: [{ processInstanceKey: key }] });
  });

  it("should give each of two waiting requests one of two jobs", async () => {
    const [first, second] = [poll(5000), poll(5000)];
    await Promise.all([engine.create("p"), engine.create("p")]);
    const keys = [await first, await second].flatMap((outcome) =>
      outcome.ok ? outcome.value.map(({ jobKey }) => jobKey) : [],
    );
    expect(new Set(keys).size).toBe(2);
  });

  it("should give a job back when the request that got it was aborted", async () => {
    await engine.create("p");
    const abort = new AbortController();
    const request = poll(5000, abort.signal);
    abort.abort();
    expect(await request).toEqual({ ok: true, value: [] });
    expect(await engine.jobs("work")).toHaveLength(1);
  });

  it("should answer with nothing when the time of a waiting request is over", async () => {
    expect(await poll(5)).toEqual({ ok: true, value: [] });
    expect(await poll(-1)).toEqual({ ok: true, value: [] });
  });

  it("should wait for the back-off of a failed job", async () => {
    await engine.create("p");
    const { jobKey } = await engine.job("work");
    await engine.ok({ type: "job.fail", jobKey, retries: 2, retryBackOff: 5000, errorMessage: "no" });
    expect(await engine.jobs("work")).toHaveLength(0);
    await engine.advance(5000);
    expect(await engine.job("work")).toMatchObject({ retries: 2 });
    expect((await engine.rows("job"))[0]).toMatchObject({
      state: "FAILED",
      hasFailedWithRetriesLeft: true,
      errorMessage: "no",
    });
  });

  it("should make a failed job with retries activatable at once", async () => {
    await engine.create("p");
    await engine.ok({ type: "job.fail", jobKey: (await engine.job("work")).jobKey, retries: 1 });
    expect(await engine.job("work")).toMatchObject({ retries: 1 });
  });

  it("should need retries and a resolved incident after the last failure", async () => {
    const key = await engine.create("p");
    const { jobKey } = await engine.job("work");
    await engine.ok({ type: "job.fail", jobKey, variables: { why: "x" } });
    const [incident] = await engine.incidents();
    const incidentKey = incident?.incidentKey ?? "";
    expect(incident).toMatchObject({ errorType: "JOB_NO_RETRIES", errorMessage: "No more retries left.", jobKey });
    expect((await engine.rows("process_instance"))[0]).toMatchObject({ hasIncident: true });
    expect(await engine.refused({ type: "job.complete", jobKey })).toEqual({
      code: "INVALID_STATE",
      reason: `Expected to complete job with key '${jobKey}', but it is in state 'FAILED'`,
    });
    expect(await engine.refused({ type: "incident.resolve", incidentKey })).toMatchObject({ code: "INVALID_STATE" });
    await engine.ok({ type: "job.update", jobKey, retries: 1 });
    expect(await engine.refused({ type: "job.complete", jobKey })).toMatchObject({ code: "INVALID_STATE" });
    await engine.ok({ type: "incident.resolve", incidentKey });
    expect(await engine.incidents()).toEqual([]);
    expect((await engine.rows("process_instance"))[0]).toMatchObject({ hasIncident: false });
    const [element] = (await engine.rows("element_instance")).filter(({ elementId }) => elementId === "work");
    expect(await engine.variables(element?.elementInstanceKey ?? "")).toEqual({ why: "x" });
    await engine.completeJob("work");
    expect(await engine.state(key)).toBe("COMPLETED");
  });

  it("should move the deadline of an activated job only", async () => {
    await engine.create("p");
    const [row] = await engine.rows("job");
    const jobKey = row?.jobKey ?? "";
    expect(await engine.refused({ type: "job.update", jobKey, timeout: 1000 })).toMatchObject({
      code: "INVALID_STATE",
    });
    await engine.jobs("work");
    await engine.ok({ type: "job.update", jobKey, timeout: 120_000 });
    await engine.advance(60_000);
    expect(await engine.jobs("work")).toHaveLength(0);
    await engine.advance(60_000);
    expect(await engine.jobs("work")).toHaveLength(1);
  });

  it("should refuse fewer than one retry and impossible activations", async () => {
    await engine.create("p");
    const { jobKey } = await engine.job("work");
    expect(await engine.refused({ type: "job.update", jobKey, retries: 0 })).toMatchObject({
      code: "INVALID_ARGUMENT",
    });
    expect(
      await engine.refused({ type: "job.activate", jobType: "", worker: "", timeout: 1, maxJobs: 1 }),
    ).toMatchObject({ code: "INVALID_ARGUMENT" });
    expect(
      await engine.refused({ type: "job.activate", jobType: "a", worker: "", timeout: 0, maxJobs: 1 }),
    ).toMatchObject({ code: "INVALID_ARGUMENT" });
    expect(
      await engine.refused({ type: "job.activate", jobType: "a", worker: "", timeout: 1, maxJobs: 0 }),
    ).toMatchObject({ code: "INVALID_ARGUMENT" });
  });

  it("should hand out jobs oldest first after a restart, with only the variables asked for", async () => {
    const keys = [await engine.create("p", { a: 1, b: 2 }), await engine.create("p", { a: 3, b: 4 })];
    await engine.restart();
    const outcome = await engine.engine.activateJobs({
      jobType: "work",
      worker: "w",
      timeout: 1000,
      maxJobs: 10,
      fetchVariables: ["b", "none"],
    });
    expect(outcome).toMatchObject({
      ok: true,
      value: [
        { processInstanceKey: keys[0], variables: { b: 2 } },
        { processInstanceKey: keys[1], variables: { b: 4 } },
      ],
    });
  });
});
