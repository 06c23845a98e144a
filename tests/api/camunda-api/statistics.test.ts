import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { gradeDecision, reviewForm, serviceProcess, userTaskProcess } from "./models.js";
import { now, openApi, type TestApi } from "./open-api.js";

const window = { from: "2026-01-05T00:00:00Z", to: "2026-01-06T00:00:00Z" };
const before = { from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" };
const NONE = { count: 0, lastUpdatedAt: null };

describe("statistics of jobs and usage through the published client", () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openApi();
    await test.deploy(reviewForm());
    await test.deploy(serviceProcess(), userTaskProcess(), gradeDecision());
    const take = async (worker: string) =>
      (await test.client.activateJobs({ type: "work", timeout: 1000, maxJobsToActivate: 1, worker })).jobs[0]!.jobKey;
    for (let count = 0; count < 3; count++)
      await test.client.createProcessInstance({ processDefinitionId: "service" as never });
    await test.client.completeJob({ jobKey: await take("ani") });
    test.clock.advance(3_600_000);
    await test.client.failJob({ jobKey: await take("budi"), retries: 0, errorMessage: "printer" });
    await test.client.createProcessInstance({ processDefinitionId: "review" as never, variables: { owner: "o" } });
    const { items } = await test.client.searchUserTasks({}, now);
    await test.client.assignUserTask({ userTaskKey: items[0]!.userTaskKey, assignee: "sari" });
    await test.client.evaluateDecision({ decisionDefinitionId: "grade" as never, variables: { score: 1 } });
  });
  afterAll(() => test.close());

  it("should count what has become of jobs", async () => {
    expect(await test.client.getGlobalJobStatistics(window, now)).toEqual({
      created: { count: 3, lastUpdatedAt: "2026-01-05T08:00:00.000Z" },
      completed: { count: 1, lastUpdatedAt: "2026-01-05T08:00:00.000Z" },
      failed: { count: 1, lastUpdatedAt: "2026-01-05T09:00:00.000Z" },
      isIncomplete: false,
    });
    expect(await test.client.getGlobalJobStatistics({ ...before, jobType: "work" }, now)).toEqual({
      created: NONE,
      completed: NONE,
      failed: NONE,
      isIncomplete: false,
    });
  });

  it("should count by types and by workers", async () => {
    const types = await test.client.getJobTypeStatistics({ filter: { ...window, jobType: { $like: "w*" } } }, now);
    expect(types.items).toMatchObject([{ jobType: "work", created: { count: 3 }, workers: 2 }]);
    const workers = await test.client.getJobWorkerStatistics({ filter: { ...window, jobType: "work" } }, now);
    expect(workers.items).toMatchObject([
      { worker: "ani", completed: { count: 1 }, failed: NONE },
      { worker: "budi", completed: NONE, failed: { count: 1 } },
    ]);
    const none = await test.client.getJobTypeStatistics({ filter: before }, now);
    expect(none).toMatchObject({ items: [], page: { totalItems: 0 } });
  });

  it("should lay jobs along the time", async () => {
    const { items } = await test.client.getJobTimeSeriesStatistics(
      { filter: { ...window, jobType: "work", resolution: "PT1H" } },
      now,
    );
    expect(items).toMatchObject([
      { time: "2026-01-05T08:00:00.000Z", created: { count: 3 }, completed: { count: 1 }, failed: NONE },
      { time: "2026-01-05T09:00:00.000Z", created: NONE, failed: { count: 1 } },
    ]);
    await expect(
      test.client.getJobTimeSeriesStatistics({ filter: { ...window, jobType: "work", resolution: "soon" } }, now),
    ).rejects.toMatchObject({ status: 400, detail: expect.stringContaining("soon") });
  });

  it("should count the errors of jobs", async () => {
    const { items } = await test.client.getJobErrorStatistics(
      { filter: { ...window, jobType: "work", errorMessage: { $like: "print*" } } },
      now,
    );
    expect(items).toEqual([{ errorCode: "", errorMessage: "printer", workers: 1 }]);
  });

  it("should measure the use of the engine", async () => {
    const times = { startTime: window.from, endTime: window.to };
    const usage = { processInstances: 4, decisionInstances: 1, assignees: 1 };
    expect(await test.client.getUsageMetrics(times, now)).toEqual({ ...usage, activeTenants: 1, tenants: {} });
    expect(await test.client.getUsageMetrics({ ...times, withTenants: true }, now)).toMatchObject({
      tenants: { "<default>": usage },
    });
    expect(await test.client.getUsageMetrics({ startTime: before.from, endTime: before.to }, now)).toMatchObject({
      processInstances: 0,
      activeTenants: 0,
    });
  });
});
