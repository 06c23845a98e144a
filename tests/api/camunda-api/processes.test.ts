import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  callingProcess,
  gatewayProcess,
  gradeDecision,
  messageProcess,
  reviewForm,
  serviceProcess,
  timerProcess,
  userTaskProcess,
} from "./models.js";
import { now, openApi, type TestApi } from "./open-api.js";

describe("processes through the published client", () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openApi();
    await test.deploy(reviewForm());
    await test.deploy(
      serviceProcess(),
      userTaskProcess(),
      messageProcess(),
      timerProcess(),
      callingProcess(),
      gatewayProcess(),
      gradeDecision(),
    );
  });
  afterAll(() => test.close());

  const start = (processDefinitionId: string, variables: Record<string, unknown> = {}) =>
    test.client.createProcessInstance({ processDefinitionId: processDefinitionId as never, variables });
  const activate = async (type: string, maxJobsToActivate = 1) =>
    (await test.client.activateJobs({ type, timeout: 60_000, maxJobsToActivate, worker: "tester", requestTimeout: -1 }))
      .jobs;
  const instance = (processInstanceKey: never) => test.client.getProcessInstance({ processInstanceKey }, now);

  it("should show what was deployed", async () => {
    const { items } = await test.client.searchProcessDefinitions(
      { filter: { processDefinitionId: { $like: "serv*" }, isLatestVersion: true } },
      now,
    );
    expect(items).toMatchObject([
      { processDefinitionId: "service", version: 1, name: "Process service", state: "ACTIVE", hasStartForm: false },
    ]);
    const key = items[0]!.processDefinitionKey;
    expect(await test.client.getProcessDefinition({ processDefinitionKey: key }, now)).toEqual(items[0]);
    expect(await test.client.getProcessDefinitionXml({ processDefinitionKey: key }, now)).toBe(
      await serviceProcess().text(),
    );
    // The client in fanatical mode takes no 204 here.
    expect((await test.send("GET", `/v2/process-definitions/${key}/form`)).status).toBe(204);
  });

  it("should refuse a deployment with a sentence that names file and fault", async () => {
    await expect(test.deploy(new File(["<no"], "broken.bpmn"))).rejects.toMatchObject({
      status: 400,
      detail: expect.stringContaining("broken.bpmn"),
    });
    expect((await test.send("POST", "/v2/deployments", new FormData())).status).toBe(400);
  });

  it("should run an instance with a job from start to end", async () => {
    const created = await start("service", { n: 1, text: "satu" });
    const [job] = await activate("work");
    expect(job).toMatchObject({
      type: "work",
      elementId: "Work",
      variables: { n: 1, text: "satu" },
      customHeaders: { colour: "red" },
      retries: 3,
      worker: "tester",
      processInstanceKey: created.processInstanceKey,
    });
    const { items: open } = await test.client.searchJobs(
      { filter: { processInstanceKey: created.processInstanceKey, state: "CREATED" } },
      now,
    );
    expect(open).toMatchObject([{ jobKey: job!.jobKey, worker: "tester" }]);
    expect(
      (await test.client.getProcessInstanceStatistics({ processInstanceKey: created.processInstanceKey }, now)).items,
    ).toContainEqual({
      elementId: "Work",
      active: 1,
      canceled: 0,
      incidents: 0,
      completed: 0,
    });

    await test.client.completeJob({ jobKey: job!.jobKey, variables: { n: 2 } });

    expect(await instance(created.processInstanceKey as never)).toMatchObject({
      state: "COMPLETED",
      endDate: expect.any(String),
      hasIncident: false,
    });
    const elements = await test.client.searchElementInstances(
      { filter: { processInstanceKey: created.processInstanceKey }, sort: [{ field: "elementInstanceKey" }] },
      now,
    );
    expect(elements.items.map(({ elementId, type, state }) => `${elementId} ${type} ${state}`)).toEqual([
      "Start START_EVENT COMPLETED",
      "Work SERVICE_TASK COMPLETED",
      "End END_EVENT COMPLETED",
    ]);
    expect(
      await test.client.getElementInstance({ elementInstanceKey: elements.items[0]!.elementInstanceKey }, now),
    ).toEqual(elements.items[0]);
    const { items: variables } = await test.client.searchVariables(
      { filter: { processInstanceKey: created.processInstanceKey }, sort: [{ field: "name" }] },
      now,
    );
    expect(variables.map(({ name, value }) => [name, value])).toEqual([
      ["n", "2"],
      ["text", '"satu"'],
    ]);
    expect(await test.client.getVariable({ variableKey: variables[0]!.variableKey }, now)).toMatchObject({
      value: "2",
    });
    expect(
      (
        await test.client.getProcessInstanceSequenceFlows({ processInstanceKey: created.processInstanceKey }, now)
      ).items.map(({ elementId }) => elementId),
    ).toEqual(["Start_Work", "Work_End"]);
    await expect(test.client.completeJob({ jobKey: job!.jobKey })).rejects.toMatchObject({
      status: 404,
      title: "NOT_FOUND",
    });
  });

  it("should wait for the end of an instance and give back its variables", async () => {
    const ended = test.client.createProcessInstance({
      processDefinitionId: "service" as never,
      awaitCompletion: true,
      fetchVariables: ["answer"],
    });
    const { jobs } = await test.client.activateJobs({
      type: "work",
      timeout: 60_000,
      maxJobsToActivate: 1,
      requestTimeout: 5000,
    });
    await test.client.completeJob({ jobKey: jobs[0]!.jobKey, variables: { answer: 42, other: 1 } });

    expect((await ended).variables).toEqual({ answer: 42 });
  });

  it("should answer a waiting poll when a job appears, and give nothing to one that was given up", async () => {
    const controller = new AbortController();
    const body = JSON.stringify({ type: "work", timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 60_000 });
    const request = (signal: AbortSignal) =>
      new Request("http://engine.local/v2/jobs/activation", {
        method: "POST",
        body,
        headers: { "content-type": "application/json" },
        signal,
      });
    const givenUp = test.api.handle(request(controller.signal)).catch(() => undefined);
    controller.abort();
    await givenUp;

    const waiting = test.client.activateJobs({
      type: "work",
      timeout: 60_000,
      maxJobsToActivate: 1,
      requestTimeout: 60_000,
    });
    const created = await start("service");

    const { jobs } = await waiting;
    expect(jobs.map(({ processInstanceKey }) => processInstanceKey)).toEqual([created.processInstanceKey]);
    await test.client.completeJob({ jobKey: jobs[0]!.jobKey });
  });

  it("should fail, back off, update and resolve a job", async () => {
    const created = await start("service");
    const [job] = await activate("work");
    await test.client.failJob({ jobKey: job!.jobKey, retries: 1, retryBackOff: 60_000, errorMessage: "later" });
    expect(await activate("work")).toEqual([]);
    test.clock.advance(60_000);
    await test.engine.settle();
    const [again] = await activate("work");
    expect(again).toMatchObject({ jobKey: job!.jobKey, retries: 1 });
    await test.client.updateJob({ jobKey: job!.jobKey, changeset: { timeout: 120_000 } });
    await test.client.failJob({ jobKey: job!.jobKey, retries: 0, errorMessage: "broken" });

    const { items } = await test.client.searchIncidents(
      { filter: { processInstanceKey: created.processInstanceKey, state: "ACTIVE" } },
      now,
    );
    expect(items).toMatchObject([
      { errorType: "JOB_NO_RETRIES", errorMessage: "broken", elementId: "Work", jobKey: job!.jobKey },
    ]);
    const incidentKey = items[0]!.incidentKey;
    expect(await instance(created.processInstanceKey as never)).toMatchObject({ hasIncident: true });
    expect(
      (
        await test.client.searchProcessInstances(
          { filter: { errorMessage: { $like: "bro*" }, hasIncident: true } },
          now,
        )
      ).items,
    ).toHaveLength(1);
    expect(
      (await test.client.searchProcessInstanceIncidents({ processInstanceKey: created.processInstanceKey }, now)).items,
    ).toEqual(items);
    expect(
      (await test.client.searchElementInstanceIncidents({ elementInstanceKey: items[0]!.elementInstanceKey }, now))
        .items,
    ).toEqual(items);
    await expect(test.client.resolveIncident({ incidentKey })).rejects.toMatchObject({ status: 409 });
    await test.client.updateJob({ jobKey: job!.jobKey, changeset: { retries: 1 } });
    await test.client.resolveIncident({ incidentKey });

    expect(await test.client.getIncident({ incidentKey }, now)).toMatchObject({ state: "RESOLVED" });
    const [resolved] = await activate("work");
    await test.client.throwJobError({ jobKey: resolved!.jobKey, errorCode: "UNKNOWN_CODE", errorMessage: "nobody" });
    expect(
      (
        await test.client.searchIncidents(
          { filter: { processInstanceKey: created.processInstanceKey, state: "ACTIVE" } },
          now,
        )
      ).items,
    ).toMatchObject([{ errorType: "UNHANDLED_ERROR_EVENT" }]);
    await test.client.cancelProcessInstance({ processInstanceKey: created.processInstanceKey });
    expect(await instance(created.processInstanceKey as never)).toMatchObject({ state: "TERMINATED" });
    await expect(
      test.client.cancelProcessInstance({ processInstanceKey: created.processInstanceKey }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("should bear durations beyond all time", async () => {
    const created = await start("service");
    const longest = Number.MAX_SAFE_INTEGER;
    const body = { type: "work", timeout: longest, maxJobsToActivate: longest, requestTimeout: longest };
    const { jobs } = (await test.send("POST", "/v2/jobs/activation", body)).body as {
      jobs: { jobKey: string; deadline: number }[];
    };
    expect(Number.isSafeInteger(jobs[0]!.deadline)).toBe(true);
    const { items } = await test.client.searchJobs({ filter: { processInstanceKey: created.processInstanceKey } }, now);
    expect(items).toMatchObject([{ deadline: expect.stringMatching(/^21\d\d-/u) }]);
    await test.client.failJob({ jobKey: items[0]!.jobKey, retries: 1, retryBackOff: longest });
    expect((await test.send("POST", "/v2/messages/publication", { name: "long", timeToLive: longest })).status).toBe(
      200,
    );
    expect((await test.send("POST", "/v2/messages/publication", { name: "n".repeat(257) })).body).toMatchObject({
      status: 400,
    });
    await test.client.cancelProcessInstance({ processInstanceKey: created.processInstanceKey });
  });

  it("should offer a user task with its form and its variables and complete it", async () => {
    const created = await start("review", { owner: "budi", berkas: { id: 7 } });
    const { items } = await test.client.searchUserTasks(
      { filter: { processInstanceKey: created.processInstanceKey } },
      now,
    );
    expect(items).toMatchObject([
      {
        name: "Review it",
        state: "CREATED",
        assignee: null,
        candidateGroups: ["tpi", "tpp"],
        candidateUsers: ["budi"],
        priority: 70,
        dueDate: "2026-02-01T00:00:00.000Z",
        elementId: "Review",
      },
    ]);
    const { userTaskKey } = items[0]!;
    expect(await test.client.getUserTask({ userTaskKey }, now)).toEqual(items[0]);
    expect(await test.client.getUserTaskForm({ userTaskKey }, now)).toMatchObject({
      formId: "review-form",
      version: 1,
      schema: await reviewForm().text(),
    });
    for (const filter of [
      { candidateGroup: "tpp" },
      { candidateUser: { $like: "bu*" } },
      { priority: { $gte: 70 } },
      { processInstanceVariables: [{ name: "owner", value: '"budi"' }] },
      { localVariables: [{ name: "local", value: '"budi"' }] },
      { dueDate: { $lt: "2026-02-01T00:00:00Z" }, state: "CREATED" as const },
    ]) {
      const found = await test.client.searchUserTasks({ filter }, now);
      expect(found.items.map((task) => task.userTaskKey)).toEqual("dueDate" in filter ? [] : [userTaskKey]);
    }
    expect(
      (
        await test.client.searchUserTaskVariables({ userTaskKey, filter: { name: { $in: ["local", "owner"] } } }, now)
      ).items
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(["local", "owner"]);
    expect(
      await test.client.searchUserTaskEffectiveVariables({ userTaskKey, page: { from: 1, limit: 1 } }, now),
    ).toMatchObject({ items: [{ name: "local" }], page: { totalItems: 3 } });

    await test.client.assignUserTask({ userTaskKey, assignee: "siti", allowOverride: false });
    await expect(
      test.client.assignUserTask({ userTaskKey, assignee: "budi", allowOverride: false }),
    ).rejects.toMatchObject({ status: 409, title: "INVALID_STATE" });
    expect((await test.client.searchUserTasks({ filter: { assignee: "siti" } }, now)).items).toHaveLength(1);
    await test.client.unassignUserTask({ userTaskKey });
    await test.client.updateUserTask({
      userTaskKey,
      changeset: { priority: 1, candidateGroups: [], dueDate: "2026-02-28T17:00:00Z" },
    });
    expect(await test.client.getUserTask({ userTaskKey }, now)).toMatchObject({
      assignee: null,
      priority: 1,
      candidateGroups: [],
      dueDate: "2026-02-28T17:00:00.000Z",
    });
    await test.client.completeUserTask({ userTaskKey, variables: { decision: "ok" } });

    expect(await test.client.getUserTask({ userTaskKey }, now)).toMatchObject({
      state: "COMPLETED",
      completionDate: expect.any(String),
    });
    await expect(test.client.completeUserTask({ userTaskKey })).rejects.toMatchObject({ status: 404 });
    expect(await instance(created.processInstanceKey as never)).toMatchObject({ state: "COMPLETED" });
  });

  it("should publish and correlate messages", async () => {
    const first = await start("payment", { order: "o-1" });
    const { items } = await test.client.searchMessageSubscriptions({ filter: { correlationKey: "o-1" } }, now);
    expect(items).toMatchObject([{ messageName: "paid", messageSubscriptionState: "CREATED", elementId: "Paid" }]);
    await test.client.publishMessage({ name: "paid", correlationKey: "o-1", timeToLive: 0, variables: { amount: 5 } });
    expect(await instance(first.processInstanceKey as never)).toMatchObject({ state: "COMPLETED" });

    const second = await start("payment", { order: "o-2" });
    expect(await test.client.correlateMessage({ name: "paid", correlationKey: "o-2" })).toMatchObject({
      processInstanceKey: second.processInstanceKey,
    });
    await expect(test.client.correlateMessage({ name: "paid", correlationKey: "o-2" })).rejects.toMatchObject({
      status: 404,
    });
    expect(
      (
        await test.client.searchCorrelatedMessageSubscriptions(
          { filter: { processInstanceKey: second.processInstanceKey } },
          now,
        )
      ).items,
    ).toMatchObject([{ messageName: "paid", correlationKey: "o-2" }]);

    const message = { name: "paid", correlationKey: "o-3", timeToLive: 60_000, messageId: "m-1" };
    await test.client.publishMessage(message);
    await expect(test.client.publishMessage(message)).rejects.toMatchObject({ status: 409, title: "ALREADY_EXISTS" });
    const third = await start("payment", { order: "o-3" });
    expect(await instance(third.processInstanceKey as never)).toMatchObject({ state: "COMPLETED" });
  });

  it("should fire a timer when the controlled clock is moved", async () => {
    const created = await start("pause");
    await test.client.pinClock({ timestamp: test.clock.now() + 3_599_999 });
    expect(await instance(created.processInstanceKey as never)).toMatchObject({ state: "ACTIVE" });
    await test.client.pinClock({ timestamp: test.clock.now() + 3_600_000 });
    expect(await instance(created.processInstanceKey as never)).toMatchObject({ state: "COMPLETED" });
    await test.client.resetClock();
  });

  it("should show who called whom", async () => {
    const parent = await start("caller");
    const { items } = await test.client.searchProcessInstances(
      { filter: { parentProcessInstanceKey: parent.processInstanceKey } },
      now,
    );
    expect(items).toMatchObject([
      { processDefinitionId: "service", rootProcessInstanceKey: parent.processInstanceKey },
    ]);
    const child = items[0]!;
    expect(
      (await test.client.getProcessInstanceCallHierarchy({ processInstanceKey: child.processInstanceKey }, now)).map(
        ({ processInstanceKey }) => processInstanceKey,
      ),
    ).toEqual([parent.processInstanceKey, child.processInstanceKey]);
    await expect(
      test.client.cancelProcessInstance({ processInstanceKey: child.processInstanceKey }),
    ).rejects.toMatchObject({ status: 409, detail: expect.stringContaining(parent.processInstanceKey) });
    await test.client.cancelProcessInstance({ processInstanceKey: parent.processInstanceKey });
    expect(await instance(child.processInstanceKey as never)).toMatchObject({ state: "TERMINATED" });
  });

  it("should let an incident of a gateway be resolved by setting variables", async () => {
    const created = await start("gate", { n: 0 });
    const { items } = await test.client.searchIncidents(
      { filter: { processInstanceKey: created.processInstanceKey } },
      now,
    );
    expect(items).toMatchObject([{ errorType: "CONDITION_ERROR", elementId: "Gate", jobKey: null }]);
    await test.client.createElementInstanceVariables({
      elementInstanceKey: created.processInstanceKey as never,
      variables: { n: 1 },
    });
    await test.client.resolveIncident({ incidentKey: items[0]!.incidentKey });
    expect(await instance(created.processInstanceKey as never)).toMatchObject({ state: "COMPLETED" });
  });

  it("should count instances, subscriptions and incidents", async () => {
    const counted = await openApi();
    await counted.deploy(gatewayProcess(), messageProcess());
    const create = (processDefinitionId: string, variables: object) =>
      counted.send("POST", "/v2/process-instances", { processDefinitionId, variables });
    for (const n of [0, 0]) await create("gate", { n });
    await create("payment", { order: "x" });
    await counted.deploy(
      messageProcess(),
      new File([(await gatewayProcess().text()).replace("Process gate", "Gate 2")], "gate.bpmn"),
    );

    const { items } = await counted.client.getProcessDefinitionInstanceStatistics(
      { sort: [{ field: "activeInstancesWithIncidentCount", order: "DESC" }] },
      now,
    );
    expect(items).toEqual([
      {
        processDefinitionId: "gate",
        tenantId: "<default>",
        latestProcessDefinitionName: "Gate 2",
        hasMultipleVersions: true,
        activeInstancesWithIncidentCount: 2,
        activeInstancesWithoutIncidentCount: 0,
      },
      expect.objectContaining({ processDefinitionId: "payment", activeInstancesWithoutIncidentCount: 1 }),
    ]);
    const versions = await counted.client.getProcessDefinitionInstanceVersionStatistics(
      { filter: { processDefinitionId: "gate" as never } },
      now,
    );
    expect(versions.items).toMatchObject([{ processDefinitionVersion: 1, activeInstancesWithIncidentCount: 2 }]);
    const subscriptions = await counted.client.getProcessDefinitionMessageSubscriptionStatistics(
      { filter: { messageName: "paid" } },
      now,
    );
    expect(subscriptions.items).toMatchObject([
      { processDefinitionId: "payment", activeSubscriptions: 1, processInstancesWithActiveSubscriptions: 1 },
    ]);
    const errors = await counted.client.getProcessInstanceStatisticsByError({}, now);
    expect(errors).toMatchObject({
      items: [{ activeInstancesWithErrorCount: 2, errorMessage: expect.stringContaining("default flow") }],
      page: { totalItems: 1 },
    });
    const { errorHashCode } = errors.items[0]!;
    expect(
      (await counted.client.getProcessInstanceStatisticsByDefinition({ filter: { errorHashCode } }, now)).items,
    ).toMatchObject([{ processDefinitionId: "gate", activeInstancesWithErrorCount: 2 }]);
    expect(
      (await counted.client.getProcessInstanceStatisticsByDefinition({ filter: { errorHashCode: 1 } }, now)).items,
    ).toEqual([]);
    await counted.close();
  });

  it("should serve the job worker of the published client", async () => {
    const done = new Promise<unknown>((resolve) => {
      const worker = test.client.createJobWorker({
        jobType: "work",
        jobTimeoutMs: 60_000,
        maxParallelJobs: 4,
        pollTimeoutMs: 60_000,
        workerName: "sdk",
        jobHandler: async (job) => {
          const receipt = await job.complete({ handledBy: "sdk" });
          resolve(job.variables);
          void worker.stopGracefully({ waitUpToMs: 0 });
          return receipt;
        },
      });
    });
    const created = await start("service", { n: 7 });

    expect(await done).toMatchObject({ n: 7 });
    expect(await instance(created.processInstanceKey as never)).toMatchObject({ state: "COMPLETED" });
  });

  it("should modify and migrate a running instance", async () => {
    const created = await start("service");
    const { processInstanceKey } = created;
    const active = async () =>
      (await test.client.searchElementInstances({ filter: { processInstanceKey, state: "ACTIVE" } }, now)).items;
    const [before] = await active();
    await test.client.modifyProcessInstance({
      processInstanceKey,
      activateInstructions: [{ elementId: "Work" as never, variableInstructions: [{ variables: { again: true } }] }],
      terminateInstructions: [{ elementInstanceKey: before!.elementInstanceKey }],
    });
    const [between] = await active();
    expect(between!.elementInstanceKey).not.toBe(before!.elementInstanceKey);
    await test.client.modifyProcessInstance({
      processInstanceKey,
      moveInstructions: [
        {
          sourceElementInstruction: { sourceType: "byId", sourceElementId: "Work" as never },
          targetElementId: "Work" as never,
        },
      ],
    });
    expect((await active()).map(({ elementId }) => elementId)).toEqual(["Work"]);

    const { deployments } = await test.deploy(serviceProcess("successor"));
    await test.client.migrateProcessInstance({
      processInstanceKey,
      targetProcessDefinitionKey: deployments[0]!.processDefinition!.processDefinitionKey,
      mappingInstructions: [{ sourceElementId: "Work" as never, targetElementId: "Work" as never }],
    });

    expect(await instance(processInstanceKey as never)).toMatchObject({ processDefinitionId: "successor" });
    await test.client.cancelProcessInstance({ processInstanceKey });
  });

  it("should page through instances with cursors", async () => {
    for (let n = 0; n < 5; n++) await start("gate", { n: n + 1, run: "paging" });
    const filter = { variables: [{ name: "run", value: '"paging"' }] };
    const sort = [{ field: "startDate" as const, order: "DESC" as const }];
    const pages: string[][] = [];
    let after: string | null = null;
    for (let turn = 0; turn < 3; turn++) {
      const page = await test.client.searchProcessInstances(
        { filter, sort, page: after === null ? { limit: 2 } : { after: after as never, limit: 2 } },
        now,
      );
      pages.push(page.items.map(({ processInstanceKey }) => processInstanceKey));
      expect(page.page.totalItems).toBe(5);
      after = page.page.endCursor;
    }
    expect(pages.map((keys) => keys.length)).toEqual([2, 2, 1]);
    expect(new Set(pages.flat()).size).toBe(5);
    await expect(test.client.searchProcessInstances({ page: { after: after as never } }, now)).rejects.toMatchObject({
      status: 400,
    });
    expect(
      (
        await test.client.searchProcessInstances(
          {
            filter: {
              $or: [
                { ...filter, state: "COMPLETED" },
                { state: "TERMINATED", processDefinitionId: "nothing" },
              ],
            },
          },
          now,
        )
      ).items,
    ).toHaveLength(5);
  });

  it("should evaluate decisions and expressions", async () => {
    const { items } = await test.client.searchDecisionDefinitions(
      { filter: { decisionDefinitionId: "grade" as never } },
      now,
    );
    expect(items).toMatchObject([{ name: "Grade", version: 1, decisionRequirementsId: "grading" }]);
    const { decisionDefinitionKey, decisionRequirementsKey } = items[0]!;
    expect(await test.client.getDecisionDefinition({ decisionDefinitionKey }, now)).toEqual(items[0]);
    expect(await test.client.getDecisionDefinitionXml({ decisionDefinitionKey }, now)).toBe(
      await gradeDecision().text(),
    );
    expect((await test.client.searchDecisionRequirements({}, now)).items).toMatchObject([
      { decisionRequirementsName: "Grading", decisionRequirementsKey },
    ]);
    expect(await test.client.getDecisionRequirements({ decisionRequirementsKey }, now)).toMatchObject({
      decisionRequirementsId: "grading",
    });
    expect(await test.client.getDecisionRequirementsXml({ decisionRequirementsKey }, now)).toContain("Grading");

    const evaluated = await test.client.evaluateDecision({
      decisionDefinitionId: "grade" as never,
      variables: { score: 85 },
    });

    expect(evaluated).toMatchObject({
      output: '"A"',
      failureMessage: null,
      evaluatedDecisions: [
        {
          decisionDefinitionId: "grade",
          matchedRules: [{ ruleIndex: 1 }],
          evaluatedInputs: [{ inputName: "Score", inputValue: "85" }],
        },
      ],
    });
    const instances = await test.client.searchDecisionInstances(
      { filter: { decisionEvaluationKey: evaluated.decisionEvaluationKey } },
      now,
    );
    expect(instances.items).toMatchObject([
      { result: '"A"', state: "EVALUATED", decisionEvaluationInstanceKey: `${evaluated.decisionEvaluationKey}-1` },
    ]);
    expect(
      await test.client.getDecisionInstance(
        { decisionEvaluationInstanceKey: instances.items[0]!.decisionEvaluationInstanceKey },
        now,
      ),
    ).toMatchObject({ evaluatedInputs: [{ inputValue: "85" }] });
    await expect(test.client.evaluateDecision({ decisionDefinitionId: "nothing" as never })).rejects.toMatchObject({
      status: 404,
    });

    expect(await test.client.evaluateExpression({ expression: "=x + 1", variables: { x: 2 } })).toMatchObject({
      result: 3,
      warnings: [],
    });
    expect((await test.client.evaluateExpression({ expression: "=missing" })).warnings).toHaveLength(1);
    await expect(test.client.evaluateExpression({ expression: "1 + 1" })).rejects.toMatchObject({ status: 400 });
    await expect(test.client.evaluateExpression({ expression: "=1 +" })).rejects.toMatchObject({ status: 400 });
  });

  it("should keep and delete resources", async () => {
    const { deployments } = await test.deploy(new File(['{"id":"robot","script":true}'], "robot.rpa"));
    const resource = deployments[0]!.resource!;
    expect(await test.client.getResource({ resourceKey: resource.resourceKey })).toMatchObject({
      resourceName: "robot.rpa",
      version: 1,
    });
    expect(await test.client.getResourceContent({ resourceKey: resource.resourceKey })).toBe(
      '{"id":"robot","script":true}',
    );
    expect(await test.client.deleteResource({ resourceKey: resource.resourceKey })).toEqual({
      resourceKey: resource.resourceKey,
      batchOperation: null,
    });
    await expect(test.client.deleteResource({ resourceKey: resource.resourceKey })).rejects.toMatchObject({
      status: 404,
    });
  });
});
