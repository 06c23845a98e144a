import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { gradeDecision, reviewForm, serviceProcess, userTaskProcess } from "./models.js";
import { openApi, type Answer, type TestApi } from "./open-api.js";

const basic = (user: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${user}:${user}`).toString("base64")}`,
});

describe("authorizations for some resources", () => {
  let test: TestApi;
  let deployed: Readonly<Record<string, string>>;
  beforeAll(async () => {
    test = await openApi({ users: new Map([["demo", "demo"]]), authorizations: true });
    deployed = await deploy();
  });
  afterAll(() => test.close());

  const as = (user: string, method: string, path: string, body?: unknown): Promise<Answer> =>
    test.send(method, path, body, basic(user));

  /** Keys by id. */
  async function deploy(): Promise<Readonly<Record<string, string>>> {
    const files = new FormData();
    for (const file of [serviceProcess(), serviceProcess("other"), userTaskProcess(), gradeDecision(), reviewForm()])
      files.append("resources", file);
    const { body } = await as("demo", "POST", "/v2/deployments", files);
    const keys: Record<string, string> = {};
    for (const deployment of body["deployments"] as Record<string, Record<string, string> | null>[])
      for (const [kind, ids] of Object.entries({
        processDefinition: ["processDefinitionId", "processDefinitionKey"],
        decisionRequirements: ["decisionRequirementsId", "decisionRequirementsKey"],
        form: ["formId", "formKey"],
      })) {
        const made = deployment[kind];
        if (made !== null && made !== undefined) keys[made[ids[0] ?? ""] ?? ""] = made[ids[1] ?? ""] ?? "";
      }
    return keys;
  }

  interface Grant {
    readonly resourceType: string;
    readonly resourceId: string;
    readonly permissionTypes: readonly string[];
  }

  /** A user who may do this and nothing else. */
  async function userWith(username: string, ...grants: readonly Grant[]): Promise<string> {
    await as("demo", "POST", "/v2/users", { username, password: username });
    for (const grant of grants) {
      const owned = { ...grant, ownerType: "USER", ownerId: username };
      expect((await as("demo", "POST", "/v2/authorizations", owned)).status).toBe(201);
    }
    return username;
  }

  const instance = async (processDefinitionId: string): Promise<string> =>
    String(
      (await as("demo", "POST", "/v2/process-instances", { processDefinitionId, variables: { owner: "x" } })).body[
        "processInstanceKey"
      ],
    );

  it("should hand out jobs only of the processes that somebody may update", async () => {
    const worker = await userWith("worker", {
      resourceType: "PROCESS_DEFINITION",
      resourceId: "service",
      permissionTypes: ["UPDATE_PROCESS_INSTANCE"],
    });
    const [hidden, own] = [await instance("other"), await instance("service")];
    const activate = async (user: string) => {
      const wanted = { type: "work", timeout: 60_000, maxJobsToActivate: 1, requestTimeout: -1 };
      const { body } = await as(user, "POST", "/v2/jobs/activation", wanted);
      return (body["jobs"] as { processInstanceKey: string }[]).map(({ processInstanceKey }) => processInstanceKey);
    };
    expect(await activate(worker)).toEqual([own]);
    expect(await activate(worker)).toEqual([]);
    expect(await activate("demo")).toEqual([hidden]);
  });

  it("should leave new jobs of other processes to others while somebody waits", async () => {
    const worker = await userWith("waiting", {
      resourceType: "PROCESS_DEFINITION",
      resourceId: "service",
      permissionTypes: ["UPDATE_PROCESS_INSTANCE"],
    });
    const wanted = { type: "work", timeout: 60_000, maxJobsToActivate: 10, requestTimeout: 30_000 };
    const waiting = as(worker, "POST", "/v2/jobs/activation", wanted);
    const [hidden, own] = [await instance("other"), await instance("service")];
    expect((await waiting).body["jobs"]).toMatchObject([{ processInstanceKey: own }]);
    const rest = await as("demo", "POST", "/v2/jobs/activation", { ...wanted, requestTimeout: -1 });
    expect(rest.body["jobs"]).toMatchObject([{ processInstanceKey: hidden }]);
  });

  it("should work in the background only on instances that somebody may work on", async () => {
    const operator = await userWith(
      "operator",
      { resourceType: "BATCH", resourceId: "*", permissionTypes: ["CREATE"] },
      { resourceType: "PROCESS_DEFINITION", resourceId: "service", permissionTypes: ["CANCEL_PROCESS_INSTANCE"] },
    );
    const [hidden, own] = [await instance("other"), await instance("service")];
    const filter = { processInstanceKey: { $in: [hidden, own] } };
    expect((await as(operator, "POST", "/v2/process-instances/cancellation", { filter })).status).toBe(200);
    await test.engine.settle();
    const state = async (key: string) => (await as("demo", "GET", `/v2/process-instances/${key}`)).body["state"];
    expect([await state(own), await state(hidden)]).toEqual(["TERMINATED", "ACTIVE"]);
    expect((await as(operator, "POST", "/v2/process-instances/deletion", { filter })).status).toBe(200);
    await test.engine.settle();
    expect(await state(own)).toBe("TERMINATED");
  });

  it("should delete only evaluations of decisions for which somebody may", async () => {
    const evaluated = await as("demo", "POST", "/v2/decision-definitions/evaluation", {
      decisionDefinitionId: "grade",
      variables: { score: 90 },
    });
    const key = String(evaluated.body["decisionEvaluationKey"]);
    const remove = async (user: string) => (await as(user, "POST", `/v2/decision-instances/${key}/deletion`)).status;
    const right = { resourceType: "DECISION_DEFINITION", permissionTypes: ["DELETE_DECISION_INSTANCE"] };
    expect(await remove(await userWith("stranger", { ...right, resourceId: "another" }))).toBe(403);
    expect(await remove(await userWith("owner", { ...right, resourceId: "grade" }))).toBe(204);
  });

  it("should let whoever may claim take a task that nobody has, for no one else", async () => {
    const clerk = await userWith("clerk", {
      resourceType: "PROCESS_DEFINITION",
      resourceId: "review",
      permissionTypes: ["READ_USER_TASK", "CLAIM_USER_TASK"],
    });
    await instance("review");
    const { items } = (await as(clerk, "POST", "/v2/user-tasks/search", {})).body as {
      items: { userTaskKey: string }[];
    };
    const assign = async (user: string, assignee: string, allowOverride: boolean) => {
      const path = `/v2/user-tasks/${items[0]?.userTaskKey}/assignment`;
      return (await as(user, "POST", path, { assignee, allowOverride })).status;
    };
    expect(await assign(clerk, "somebody", false)).toBe(403);
    expect(await assign(clerk, "clerk", true)).toBe(403);
    expect(await assign(clerk, "clerk", false)).toBe(204);
    expect(await assign("demo", "demo", true)).toBe(204);
    expect(await assign(clerk, "clerk", false)).toBe(409);
  });

  it("should show task workers the tasks that name them, and let them take and complete these", async () => {
    const worker = await userWith("tpi-member");
    await as("demo", "PUT", `/v2/roles/task-worker/users/${worker}`);
    const review = await instance("review");
    const mine = async () =>
      ((await as(worker, "POST", "/v2/user-tasks/search", { filter: { processInstanceKey: review } })).body["items"] ??
        []) as { userTaskKey: string }[];
    expect(await mine()).toEqual([]);
    await as("demo", "POST", "/v2/groups", { groupId: "tpi", name: "TPI" });
    await as("demo", "PUT", `/v2/groups/tpi/users/${worker}`);
    const [task] = await mine();
    const path = `/v2/user-tasks/${task?.userTaskKey}`;
    expect((await as(worker, "PATCH", path, { changeset: { priority: 1 } })).status).toBe(403);
    expect((await as(worker, "POST", `${path}/assignment`, { assignee: worker, allowOverride: false })).status).toBe(
      204,
    );
    expect((await as(worker, "POST", `${path}/completion`)).status).toBe(204);
  });

  it("should delete only resources of the kind and id that somebody may delete", async () => {
    const cleaner = await userWith(
      "cleaner",
      { resourceType: "RESOURCE", resourceId: "*", permissionTypes: ["DELETE_FORM"] },
      { resourceType: "RESOURCE", resourceId: "service", permissionTypes: ["DELETE_PROCESS"] },
    );
    const remove = async (id: string) => (await as(cleaner, "POST", `/v2/resources/${deployed[id]}/deletion`)).status;
    expect(await remove("review")).toBe(403);
    expect(await remove("grading")).toBe(403);
    expect((await as(cleaner, "POST", `/v2/resources/1/deletion`)).status).toBe(403);
    expect(await remove("review-form")).toBe(200);
    expect(await remove("service")).toBe(200);
    expect((await as("demo", "POST", `/v2/resources/1/deletion`)).status).toBe(404);
  });
});
