import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { FREE_OPERATIONS } from "../../../src/camunda-api/authorization/required-permissions.js";
import { loadInstalledContract } from "../../../src/camunda-api/index.js";
import { likeSchema, type Schema } from "./arbitrary-request.js";
import {
  gatewayProcess,
  gradeDecision,
  messageProcess,
  reviewForm,
  serviceProcess,
  userTaskProcess,
} from "./models.js";
import { openApi, type Answer, type TestApi } from "./open-api.js";

const TIMES = 15;
const SEED = 20_260_105;

/** Stands in everything that nobody but the administrator may see. */
const SECRET = "hidden";

const basic = (user: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${user}:${user}`).toString("base64")}`,
});

/** Questions that may be answered without a body. */
const READING = /^(get|search)/u;

describe("what others may not see", () => {
  let test: TestApi;
  let keys: readonly string[];
  beforeAll(async () => {
    test = await openApi({ users: new Map([["demo", "demo"]]), authorizations: true });
    for (const username of ["nobody", "other"])
      await as("demo", "POST", "/v2/users", { username, password: username, name: username });
    const owned = { ownerType: "USER", ownerId: "other" };
    for (const grant of [
      {
        resourceType: "PROCESS_DEFINITION",
        resourceId: "open",
        permissionTypes: [
          "CREATE_PROCESS_INSTANCE",
          "READ_PROCESS_DEFINITION",
          "READ_PROCESS_INSTANCE",
          "READ_USER_TASK",
          "UPDATE_PROCESS_INSTANCE",
          "UPDATE_USER_TASK",
          "CLAIM_USER_TASK",
          "COMPLETE_USER_TASK",
          "MODIFY_PROCESS_INSTANCE",
          "CANCEL_PROCESS_INSTANCE",
          "DELETE_PROCESS_INSTANCE",
        ],
      },
      { resourceType: "BATCH", resourceId: "*", permissionTypes: ["CREATE"] },
      { resourceType: "RESOURCE", resourceId: "open", permissionTypes: ["READ", "DELETE_PROCESS"] },
      { resourceType: "DECISION_DEFINITION", resourceId: "open", permissionTypes: ["DELETE_DECISION_INSTANCE"] },
    ])
      expect((await as("demo", "POST", "/v2/authorizations", { ...owned, ...grant })).status).toBe(201);
    keys = await populate();
  });
  afterAll(() => test.close());

  const as = (user: string, method: string, path: string, body?: unknown): Promise<Answer> =>
    test.send(method, path, body, basic(user));

  /** Something of every kind that is hidden; the keys by which it might be asked for. */
  async function populate(): Promise<readonly string[]> {
    const files = new FormData();
    for (const file of [
      serviceProcess(`${SECRET}-service`),
      userTaskProcess(`${SECRET}-review`),
      messageProcess(`${SECRET}-payment`),
      gatewayProcess(`${SECRET}-gate`),
      serviceProcess("open"),
      gradeDecision(),
      reviewForm(),
    ])
      files.append("resources", file);
    await as("demo", "POST", "/v2/deployments", files);
    for (const kind of ["service", "review", "payment", "gate"])
      await as("demo", "POST", "/v2/process-instances", {
        processDefinitionId: `${SECRET}-${kind}`,
        variables: { owner: `${SECRET} owner`, order: `${SECRET} order`, n: 0 },
      });
    await as("demo", "POST", "/v2/process-instances", { processDefinitionId: "open" });
    await as("demo", "POST", "/v2/decision-definitions/evaluation", {
      decisionDefinitionId: "grade",
      variables: { score: 90, name: SECRET },
    });
    for (const [path, body] of [
      ["groups", { groupId: `${SECRET}-group`, name: "x" }],
      ["roles", { roleId: `${SECRET}-role`, name: "x" }],
      ["tenants", { tenantId: `${SECRET}-tenant`, name: "x" }],
      ["mapping-rules", { mappingRuleId: `${SECRET}-rule`, claimName: "c", claimValue: "v", name: "x" }],
      ["cluster-variables/global", { name: `${SECRET}Variable`, value: { text: SECRET } }],
      ["messages/publication", { name: `${SECRET} message`, correlationKey: SECRET, timeToLive: 3_600_000 }],
    ] as const)
      expect([path, (await as("demo", "POST", `/v2/${path}`, body)).status < 300]).toEqual([path, true]);
    for (const kind of ["users", "groups", "clients"]) {
      const member = kind === "groups" ? `${SECRET}-group` : "demo";
      expect((await as("demo", "PUT", `/v2/roles/${SECRET}-role/${kind}/${member}`)).status).toBe(204);
    }
    const filter = { processDefinitionId: { $eq: `${SECRET}-service` } };
    await as("demo", "POST", "/v2/process-instances/incident-resolution", { filter });
    await test.engine.settle();
    const found = await shown("demo");
    return [...new Set([...found.join("").matchAll(/"(\d{16,})"/gu)].map(([, key]) => key ?? ""))];
  }

  /** What all searches without a key show a user. */
  async function shown(user: string): Promise<readonly string[]> {
    const searches = test.api.routes.filter(({ method, url }) => method === "POST" && /^[^{]*\/search$/u.test(url));
    expect(searches.length).toBeGreaterThan(20);
    const answers: string[] = [];
    for (const { url } of searches) answers.push((await as(user, "POST", `/v2${url}`, {})).text);
    return answers;
  }

  /** What may not change: all that is hidden, as the administrator sees it. */
  const hidden = async (): Promise<readonly string[]> => {
    const tables = ["process-instances", "element-instances", "jobs", "variables", "user-tasks", "incidents"];
    const rows: string[] = [];
    for (const table of [...tables, "decision-instances", "groups", "roles", "tenants", "mapping-rules"]) {
      const { body } = await as("demo", "POST", `/v2/${table}/search`, { page: { limit: 1000 } });
      const items = (body["items"] as object[]).map((item) => JSON.stringify(item));
      rows.push(...items.filter((item) => item.includes(SECRET) || table === "decision-instances"));
    }
    return rows;
  };

  const part = (schema: Schema, name: string): Schema =>
    ((schema["properties"] as Schema | undefined)?.[name] ?? {}) as Schema;

  it.each(["nobody", "other"])(
    "should neither be shown to %s nor changed, whatever is asked",
    async (user) => {
      const contract = await loadInstalledContract();
      const before = await hidden();
      expect(before.length).toBeGreaterThan(10);
      const known = [...keys, ...["service", "review"].map((kind) => `${SECRET}-${kind}`), "work", "grade"];
      const leaks: string[] = [];
      let answered = 0;
      const ask = async (operationId: string, method: string, path: string, body: unknown): Promise<void> => {
        const content = method === "GET" || method === "DELETE" ? undefined : JSON.stringify(body);
        const { status, text } = await as(user, method, path, content);
        if (status >= 300) return;
        answered += 1;
        const isWork = user === "nobody" && !READING.test(operationId) && !FREE_OPERATIONS.has(operationId);
        // An answer may repeat what was asked.
        if (isWork || (text.includes(SECRET) && !`${content} ${path}`.includes(SECRET)))
          leaks.push(`${operationId} ${path} ${content}: ${status} ${text}`);
      };
      for (const { operationId, method, url } of test.api.routes) {
        const schema = contract.requestSchema(operationId);
        const definitions = { $defs: schema["$defs"] ?? {} };
        const at = (ids: readonly string[]): string => {
          let position = 0;
          return `/v2${url.replaceAll(/\{[^}]+\}/gu, () => encodeURIComponent(ids[position++] ?? ""))}`;
        };
        // Each key there is, with an empty question; then made-up ones.
        if (url.includes("{")) for (const key of known) await ask(operationId, method, at([key, key]), {});
        else await ask(operationId, method, at([]), {});
        const request = fc.record({
          body: likeSchema({ ...part(schema, "body"), ...definitions }, known),
          ids: fc.array(fc.constantFrom(...known), { minLength: 3, maxLength: 3 }),
        });
        await fc.assert(
          fc.asyncProperty(request, async ({ body, ids }) => {
            const isObject = typeof body === "object" && body !== null;
            const unhurried =
              isObject && operationId === "activateJobs"
                ? { ...body, requestTimeout: -1 }
                : isObject && operationId === "createProcessInstance"
                  ? { ...body, requestTimeout: 1 }
                  : body;
            await ask(operationId, method, at(ids), unhurried);
          }),
          { numRuns: TIMES, seed: SEED, endOnFailure: true },
        );
      }
      await test.engine.settle();
      expect(leaks.slice(0, 10)).toEqual([]);
      // Searches at least are answered, with nothing in them.
      expect(answered).toBeGreaterThan(30);
      expect(await hidden()).toEqual(before);
    },
    300_000,
  );
});
