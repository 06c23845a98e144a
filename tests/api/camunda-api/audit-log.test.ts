import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { assertReplayEquals } from "../../support/engine-dsl.js";
import { gatewayProcess, gradeDecision, reviewForm, serviceProcess, userTaskProcess } from "./models.js";
import { now, openApi, type TestApi } from "./open-api.js";

describe("audit log through the published client", () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openApi();
    await test.deploy(reviewForm());
    await test.deploy(serviceProcess(), userTaskProcess(), gatewayProcess(), gradeDecision());
  });
  afterAll(async () => {
    await assertReplayEquals(test.store);
    await test.close();
  });

  const log = async (filter: Record<string, unknown>) =>
    (await test.client.searchAuditLogs({ filter, sort: [{ field: "auditLogKey" }] }, now)).items;
  const startReview = async () => {
    const { processInstanceKey } = await test.client.createProcessInstance({
      processDefinitionId: "review" as never,
      variables: { owner: "budi" },
    });
    const { items } = await test.client.searchUserTasks({ filter: { processInstanceKey } }, now);
    return { processInstanceKey, userTaskKey: items[0]!.userTaskKey };
  };

  it("should record what is done with a user task, refused attempts too", async () => {
    const { processInstanceKey, userTaskKey } = await startReview();
    await test.client.assignUserTask({ userTaskKey, assignee: "sari" });
    await expect(
      test.client.assignUserTask({ userTaskKey, assignee: "dewi", allowOverride: false }),
    ).rejects.toMatchObject({ status: 409 });
    await test.client.unassignUserTask({ userTaskKey });
    await test.client.updateUserTask({ userTaskKey, changeset: { priority: 10 } });
    await test.client.completeUserTask({ userTaskKey });
    await expect(test.client.completeUserTask({ userTaskKey })).rejects.toMatchObject({ status: 404 });

    const { items } = await test.client.searchUserTaskAuditLogs({ userTaskKey, sort: [{ field: "auditLogKey" }] }, now);

    expect(items.map(({ operationType, result }) => `${operationType} ${result}`)).toEqual([
      "ASSIGN SUCCESS",
      "ASSIGN FAIL",
      "UNASSIGN SUCCESS",
      "UPDATE SUCCESS",
      "COMPLETE SUCCESS",
    ]);
    expect(items[0]).toMatchObject({
      entityType: "USER_TASK",
      entityKey: userTaskKey,
      category: "USER_TASKS",
      actorType: "ANONYMOUS",
      actorId: null,
      processInstanceKey,
      rootProcessInstanceKey: processInstanceKey,
      processDefinitionId: "review",
      tenantId: "<default>",
      timestamp: "2026-01-05T08:00:00.000Z",
      batchOperationKey: null,
    });
    expect(await test.client.getAuditLog({ auditLogKey: items[0]!.auditLogKey }, now)).toEqual(items[0]);
  });

  it("should record instances, variables, incidents, decisions and deployments, but no jobs", async () => {
    const { processInstanceKey } = await test.client.createProcessInstance({
      processDefinitionId: "gate" as never,
      variables: { n: 0 },
    });
    const elementInstanceKey = processInstanceKey as never;
    await test.client.createElementInstanceVariables({ elementInstanceKey, variables: { n: 1, fresh: true } });
    const { items: incidents } = await test.client.searchIncidents({ filter: { processInstanceKey } }, now);
    await test.client.resolveIncident({ incidentKey: incidents[0]!.incidentKey });
    await test.client.evaluateDecision({ decisionDefinitionId: "grade" as never, variables: { score: 1 } });
    const service = await test.client.createProcessInstance({ processDefinitionId: "service" as never });
    const { jobs } = await test.client.activateJobs({ type: "work", timeout: 1000, maxJobsToActivate: 1 });
    await test.client.completeJob({ jobKey: jobs[0]!.jobKey });

    const texts = (await log({ processInstanceKey })).map(
      ({ entityType, operationType, entityDescription }) => `${entityType} ${operationType} ${entityDescription ?? ""}`,
    );
    expect(texts).toEqual([
      "PROCESS_INSTANCE CREATE ",
      "VARIABLE UPDATE n",
      "VARIABLE CREATE fresh",
      "INCIDENT RESOLVE ",
    ]);
    expect(await log({ processInstanceKey: service.processInstanceKey })).toHaveLength(1);
    expect(await log({ entityType: "DECISION" })).toMatchObject([
      { operationType: "EVALUATE", decisionDefinitionId: "grade", category: "DEPLOYED_RESOURCES" },
    ]);
    const resources = await log({ entityType: "RESOURCE" });
    expect(resources.map(({ entityDescription }) => entityDescription)).toEqual(
      expect.arrayContaining(["service.bpmn", "review.bpmn", "gate.bpmn", "grading.dmn"]),
    );
    await test.deploy(serviceProcess(), userTaskProcess(), gatewayProcess(), gradeDecision());
    expect(await log({ entityType: "RESOURCE" })).toHaveLength(resources.length);
  });

  it("should name the user who has given credentials", async () => {
    const secured = await openApi({ users: new Map([["demo", "secret"]]) });
    const authorization = `Basic ${Buffer.from("demo:secret").toString("base64")}`;
    const form = new FormData();
    form.append("resources", serviceProcess());
    await secured.send("POST", "/v2/deployments", form, { authorization });
    await secured.send("POST", "/v2/process-instances", { processDefinitionId: "service" }, { authorization });

    const answer = await secured.send("POST", "/v2/audit-logs/search", {}, { authorization });

    expect(answer.body["items"]).toMatchObject([
      { entityType: "RESOURCE", actorType: "USER", actorId: "demo" },
      { entityType: "PROCESS_INSTANCE", actorType: "USER", actorId: "demo" },
    ]);
    await secured.close();
  });

  it("should say that there is no such entry", async () => {
    await expect(test.client.getAuditLog({ auditLogKey: "1" as never }, now)).rejects.toMatchObject({ status: 404 });
  });
});
