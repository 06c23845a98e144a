import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { assertReplayEquals } from "../../support/engine-dsl.js";
import { gateProcessWithJob, gradeDecision, serviceProcess, userTaskProcess } from "./models.js";
import { now, openApi, type TestApi } from "./open-api.js";

const page = { limit: 1000 };

describe("batch operations through the published client", () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openApi();
    await test.deploy(
      serviceProcess(),
      serviceProcess("other"),
      serviceProcess("many"),
      serviceProcess("target"),
      userTaskProcess(),
      gateProcessWithJob(),
      gradeDecision(),
    );
  });
  afterAll(async () => {
    await assertReplayEquals(test.store);
    await test.close();
  });

  const start = async (processDefinitionId: string, count: number, variables: Record<string, unknown> = {}) => {
    const made = [];
    for (let index = 0; index < count; index++)
      made.push(test.client.createProcessInstance({ processDefinitionId: processDefinitionId as never, variables }));
    return (await Promise.all(made)).map(({ processInstanceKey }) => processInstanceKey);
  };
  const finished = async (batchOperationKey: never) => {
    await test.engine.settle();
    return test.client.getBatchOperation({ batchOperationKey }, now);
  };
  const itemsOf = async (batchOperationKey: never) =>
    (await test.client.searchBatchOperationItems({ filter: { batchOperationKey }, page }, now)).items;

  it("should cancel the instances of a filter, each as an item, and say who did it", async () => {
    const keys = await start("service", 3);
    await start("other", 1);

    const created = await test.client.cancelProcessInstancesBatchOperation({
      filter: { processDefinitionId: "service" },
    });

    expect(created.batchOperationType).toBe("CANCEL_PROCESS_INSTANCE");
    expect(await finished(created.batchOperationKey as never)).toEqual({
      batchOperationKey: created.batchOperationKey,
      state: "COMPLETED",
      batchOperationType: "CANCEL_PROCESS_INSTANCE",
      startDate: "2026-01-05T08:00:00.000Z",
      endDate: "2026-01-05T08:00:00.000Z",
      actorType: "ANONYMOUS",
      actorId: null,
      operationsTotalCount: 3,
      operationsFailedCount: 0,
      operationsCompletedCount: 3,
      errors: [],
    });
    const items = await itemsOf(created.batchOperationKey as never);
    expect(items.map(({ itemKey, state }) => [itemKey, state])).toEqual(keys.map((key) => [key, "COMPLETED"]));
    const { items: canceled } = await test.client.searchProcessInstances(
      { filter: { batchOperationId: created.batchOperationKey } },
      now,
    );
    expect(canceled.map(({ state }) => state)).toEqual(["TERMINATED", "TERMINATED", "TERMINATED"]);
    const { items: audited } = await test.client.searchAuditLogs(
      { filter: { batchOperationType: "CANCEL_PROCESS_INSTANCE" }, sort: [{ field: "auditLogKey" }] },
      now,
    );
    expect(audited.map(({ entityType, operationType }) => `${entityType} ${operationType}`)).toEqual([
      "BATCH CREATE",
      "PROCESS_INSTANCE CANCEL",
      "PROCESS_INSTANCE CANCEL",
      "PROCESS_INSTANCE CANCEL",
    ]);
  });

  it("should handle each of 1,000 instances exactly once, with a pause and commands in between", async () => {
    const keys = await start("many", 1000);

    const { batchOperationKey } = await test.client.cancelProcessInstancesBatchOperation({
      filter: { processDefinitionId: "many" },
    });
    const between = await test.client.createProcessInstance({ processDefinitionId: "other" as never });
    await test.client.suspendBatchOperation({ batchOperationKey });
    const paused = await finished(batchOperationKey as never);
    await test.client.resumeBatchOperation({ batchOperationKey });

    expect(paused.state).toBe("SUSPENDED");
    expect(paused.operationsCompletedCount).toBeLessThan(1000);
    expect(await finished(batchOperationKey as never)).toMatchObject({
      state: "COMPLETED",
      operationsTotalCount: 1000,
      operationsCompletedCount: 1000,
    });
    const items = await itemsOf(batchOperationKey as never);
    expect(items.map(({ itemKey }) => itemKey).toSorted()).toEqual(keys.map(String).toSorted());
    const { page: audited } = await test.client.searchAuditLogs(
      { filter: { operationType: "CANCEL", processDefinitionId: "many" } },
      now,
    );
    expect(audited.totalItems).toBe(1000);
    expect(await test.client.getProcessInstance({ processInstanceKey: between.processInstanceKey }, now)).toMatchObject(
      {
        state: "ACTIVE",
      },
    );
  });

  it("should go on after a restart in the middle", async () => {
    await start("many", 200);
    const { batchOperationKey } = await test.client.cancelProcessInstancesBatchOperation({
      filter: { processDefinitionId: "many" },
    });
    await test.restart();

    expect(await finished(batchOperationKey as never)).toMatchObject({
      state: "COMPLETED",
      operationsTotalCount: 200,
      operationsCompletedCount: 200,
    });
  });

  it("should leave alone what is left when it is canceled, and refuse what its state does not allow", async () => {
    await start("many", 300);
    const { batchOperationKey } = await test.client.cancelProcessInstancesBatchOperation({
      filter: { processDefinitionId: "many" },
    });
    await test.client.suspendBatchOperation({ batchOperationKey });
    await expect(test.client.suspendBatchOperation({ batchOperationKey })).rejects.toMatchObject({
      status: 409,
      title: "INVALID_STATE",
    });

    await test.client.cancelBatchOperation({ batchOperationKey });

    const batch = await finished(batchOperationKey as never);
    expect(batch.state).toBe("CANCELED");
    const left = (await itemsOf(batchOperationKey as never)).filter(({ state }) => state === "CANCELED");
    expect(left.length).toBe(batch.operationsTotalCount - batch.operationsCompletedCount);
    await expect(test.client.resumeBatchOperation({ batchOperationKey })).rejects.toMatchObject({ status: 409 });
    await expect(test.client.cancelBatchOperation({ batchOperationKey: "1" as never })).rejects.toMatchObject({
      status: 404,
    });
    await test.client.cancelProcessInstancesBatchOperation({ filter: { processDefinitionId: "many" } });
    await test.engine.settle();
  });

  it("should resolve incidents, and give a job without retries another try", async () => {
    const [key] = await start("gate-job", 1, { n: 0 });
    const [failing] = await start("service", 1);
    const { jobs } = await test.client.activateJobs({
      type: "work",
      timeout: 60_000,
      maxJobsToActivate: 100,
      requestTimeout: -1,
    });
    const job = jobs.find(({ processInstanceKey }) => processInstanceKey === failing);
    await test.client.failJob({ jobKey: job!.jobKey, retries: 0, errorMessage: "no" });
    await test.client.createElementInstanceVariables({ elementInstanceKey: key as never, variables: { n: 1 } });

    const { batchOperationKey } = await test.client.resolveProcessInstanceIncidents({ processInstanceKey: key! });
    expect(await finished(batchOperationKey as never)).toMatchObject({ state: "COMPLETED", operationsTotalCount: 1 });
    expect((await test.client.getProcessInstance({ processInstanceKey: key! }, now)).state).toBe("COMPLETED");

    const second = await test.client.resolveIncidentsBatchOperation({
      filter: { processDefinitionId: "service" },
    });
    expect(await finished(second.batchOperationKey as never)).toMatchObject({ state: "COMPLETED" });
    const { items } = await test.client.searchJobs({ filter: { jobKey: job!.jobKey } }, now);
    expect(items).toMatchObject([{ retries: 1 }]);
  });

  it("should migrate and modify instances, and tell which item failed and why", async () => {
    const [key] = await start("service", 1);
    const target = (await test.client.searchProcessDefinitions({ filter: { processDefinitionId: "target" } }, now))
      .items[0]!;
    const filter = { processInstanceKey: key! };

    const failed = await test.client.migrateProcessInstancesBatchOperation({
      filter,
      migrationPlan: { targetProcessDefinitionKey: target.processDefinitionKey, mappingInstructions: [] },
    });
    expect(await finished(failed.batchOperationKey as never)).toMatchObject({
      state: "FAILED",
      operationsFailedCount: 1,
    });
    const [item] = await itemsOf(failed.batchOperationKey as never);
    expect(item).toMatchObject({ state: "FAILED", errorMessage: expect.stringContaining("Work") });

    const migrated = await test.client.migrateProcessInstancesBatchOperation({
      filter,
      migrationPlan: {
        targetProcessDefinitionKey: target.processDefinitionKey,
        mappingInstructions: [{ sourceElementId: "Work" as never, targetElementId: "Work" as never }],
      },
    });
    expect(await finished(migrated.batchOperationKey as never)).toMatchObject({ state: "COMPLETED" });
    expect(await test.client.getProcessInstance({ processInstanceKey: key! }, now)).toMatchObject({
      processDefinitionId: "target",
    });

    const moved = await test.client.modifyProcessInstancesBatchOperation({
      filter,
      moveInstructions: [{ sourceElementId: "Work" as never, targetElementId: "End" as never }],
    });
    expect(await finished(moved.batchOperationKey as never)).toMatchObject({ state: "COMPLETED" });
    expect((await test.client.getProcessInstance({ processInstanceKey: key! }, now)).state).toBe("COMPLETED");
  });

  it("should delete finished instances and decisions with their history", async () => {
    const [key] = await start("review", 1, { owner: "budi" });
    await expect(test.client.deleteProcessInstance({ processInstanceKey: key! })).rejects.toMatchObject({
      status: 409,
    });
    await test.client.cancelProcessInstance({ processInstanceKey: key! });

    await test.client.deleteProcessInstance({ processInstanceKey: key! });

    await expect(test.client.getProcessInstance({ processInstanceKey: key! }, now)).rejects.toMatchObject({
      status: 404,
    });
    await expect(test.client.deleteProcessInstance({ processInstanceKey: key! })).rejects.toMatchObject({
      status: 404,
    });
    const ofInstance = { filter: { processInstanceKey: key! } };
    expect((await test.client.searchUserTasks(ofInstance, now)).items).toEqual([]);
    expect((await test.client.searchVariables(ofInstance, now)).items).toEqual([]);
    expect((await test.client.searchElementInstances(ofInstance, now)).items).toEqual([]);

    const batch = await test.client.deleteProcessInstancesBatchOperation({ filter: {} });
    expect(await finished(batch.batchOperationKey as never)).toMatchObject({ state: "COMPLETED" });
    const { items } = await test.client.searchProcessInstances({ filter: { state: { $neq: "ACTIVE" } } }, now);
    expect(items).toEqual([]);

    const decisionDefinitionId = "grade" as never;
    const one = await test.client.evaluateDecision({ decisionDefinitionId, variables: { score: 1 } });
    await test.client.evaluateDecision({ decisionDefinitionId, variables: { score: 90 } });
    const decisionEvaluationKey = one.decisionEvaluationKey;
    await test.client.deleteDecisionInstance({ decisionEvaluationKey });
    await expect(test.client.deleteDecisionInstance({ decisionEvaluationKey })).rejects.toMatchObject({ status: 404 });
    expect((await test.client.searchDecisionInstances({}, now)).items).toHaveLength(1);
    const rest = await test.client.deleteDecisionInstancesBatchOperation({ filter: { decisionDefinitionId } });
    expect(await finished(rest.batchOperationKey as never)).toMatchObject({ operationsTotalCount: 1 });
    expect((await test.client.searchDecisionInstances({}, now)).items).toEqual([]);
  });

  it("should delete the history of a process when its last instance has ended", async () => {
    const { deployments } = await test.deploy(serviceProcess("leaving"));
    const resourceKey = deployments[0]!.processDefinition!.processDefinitionKey as never;
    const [ended, running] = await start("leaving", 2);
    await test.client.cancelProcessInstance({ processInstanceKey: ended! });

    expect(await test.client.deleteResource({ resourceKey, deleteHistory: true })).toEqual({
      resourceKey,
      batchOperation: null,
    });
    await test.engine.settle();
    const left = async () =>
      (await test.client.searchProcessInstances({ filter: { processDefinitionId: "leaving" } }, now)).items;
    expect(await left()).toHaveLength(2);
    await test.client.cancelProcessInstance({ processInstanceKey: running! });
    test.clock.advance(60_000);
    await test.engine.settle();

    expect(await left()).toEqual([]);
    const again = await test.client.deleteResource({ resourceKey, deleteHistory: true });
    expect(again.batchOperation?.batchOperationType).toBe("DELETE_PROCESS_DEFINITION");
    await test.engine.settle();
  });
});
