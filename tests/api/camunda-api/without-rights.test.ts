import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { FREE_OPERATIONS } from "../../../src/camunda-api/authorization/required-permissions.js";
import { gradeDecision, messageProcess, reviewForm, serviceProcess, timerProcess, userTaskProcess } from "./models.js";
import { openApi, type Answer, type TestApi } from "./open-api.js";

const basic = (user: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${user}:${user}`).toString("base64")}`,
});

const WINDOW = { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" };

/** What some questions cannot be asked without. */
const bodies = (errorHashCode: number): Readonly<Record<string, object>> => ({
  getProcessInstanceStatisticsByDefinition: { filter: { errorHashCode } },
  getProcessDefinitionInstanceVersionStatistics: { filter: { processDefinitionId: "service" } },
  getJobTypeStatistics: { filter: WINDOW },
  getJobWorkerStatistics: { filter: { ...WINDOW, jobType: "work" } },
  getJobTimeSeriesStatistics: { filter: { ...WINDOW, jobType: "work" } },
  getJobErrorStatistics: { filter: { ...WINDOW, jobType: "work" } },
});

const QUERIES: Readonly<Record<string, string>> = {
  getGlobalJobStatistics: `?from=${WINDOW.from}&to=${WINDOW.to}`,
  getUsageMetrics: `?startTime=${WINDOW.from}&endTime=${WINDOW.to}`,
};

const withStartForm = async (file: File): Promise<File> => {
  const form =
    '<bpmn:extensionElements><zeebe:formDefinition formId="review-form" /></bpmn:extensionElements></bpmn:startEvent>';
  const text = (await file.text()).replace('<bpmn:startEvent id="Start" />', `<bpmn:startEvent id="Start">${form}`);
  return new File([text], file.name);
};

/** Everything there is to read, asked for by an administrator and by somebody who may read nothing. */
describe("somebody without rights", () => {
  let test: TestApi;
  const known = new Map<string, string>();
  const as = (user: string, method: string, path: string, body?: unknown): Promise<Answer> =>
    test.send(method, path, body, basic(user));
  const demo = async (method: string, path: string, body?: unknown): Promise<Answer["body"]> => {
    const answer = await as("demo", method, `/v2${path}`, body);
    expect([path, answer.status, answer.status < 300 ? "" : answer.text]).toEqual([path, answer.status, ""]);
    remember(answer.body);
    return answer.body;
  };
  /** The first value of each name is what paths are made of. */
  function remember(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member === "string" && !known.has(name)) known.set(name, member);
      remember(member);
    }
  }
  const start = (processDefinitionId: string, variables: object = {}) =>
    demo("POST", "/process-instances", { processDefinitionId, variables });

  beforeAll(async () => {
    test = await openApi({ users: new Map([["demo", "demo"]]), authorizations: true });
    await demo("POST", "/users", { username: "ani", password: "ani" });
    await makeRecords();
    await makeMembers();
    await test.engine.settle();
    for (const { operationId, url, method } of test.api.routes)
      if (operationId.startsWith("search") && !url.includes("{")) await demo(method, url, {});
  });
  afterAll(() => test.close());

  async function makeRecords(): Promise<void> {
    const files = [
      await withStartForm(serviceProcess()),
      userTaskProcess(),
      messageProcess(),
      timerProcess(),
      gradeDecision(),
      reviewForm(),
    ];
    const deployment = new FormData();
    for (const file of [...files, new File([`{"id":"catatan","name":"catatan","script":"rahasia"}`], "catatan.rpa")])
      deployment.append("resources", file);
    await demo("POST", "/deployments", deployment);
    await start("service");
    const activation = { type: "work", worker: "mesin", timeout: 60_000, maxJobsToActivate: 1 };
    const { jobs } = await demo("POST", "/jobs/activation", activation);
    const [job] = jobs as readonly { readonly jobKey: string }[];
    await demo("POST", `/jobs/${job?.jobKey}/failure`, { retries: 0, errorMessage: "salah" });
    await start("review", { owner: "citra" });
    await demo("POST", "/user-tasks/search");
    await demo("POST", `/user-tasks/${known.get("userTaskKey")}/assignment`, { assignee: "citra" });
    await start("payment", { order: "1" });
    await start("payment", { order: "2" });
    await demo("POST", "/messages/publication", { name: "paid", correlationKey: "1" });
    await demo("POST", "/decision-definitions/evaluation", { decisionDefinitionId: "grade", variables: { score: 1 } });
    const { processInstanceKey } = await start("pause");
    await demo("POST", "/process-instances/cancellation", { filter: { processInstanceKey } });
    const document = new FormData();
    document.append("file", new File(["rahasia"], "surat.txt"));
    await demo("POST", "/documents", document);
  }

  async function makeMembers(): Promise<void> {
    await demo("POST", "/groups", { groupId: "tpi", name: "TPI" });
    await demo("POST", "/roles", { roleId: "penilai", name: "Penilai" });
    await demo("POST", "/tenants", { tenantId: "pusat", name: "Pusat" });
    await demo("POST", "/mapping-rules", { mappingRuleId: "aturan", claimName: "a", claimValue: "b", name: "Aturan" });
    for (const group of ["groups/tpi", "roles/penilai", "tenants/pusat"])
      for (const member of ["users/demo", "clients/mesin", "mapping-rules/aturan"])
        await demo("PUT", `/${group}/${member}`);
    await demo("PUT", "/roles/penilai/groups/tpi");
    await demo("PUT", "/tenants/pusat/groups/tpi");
    await demo("PUT", "/tenants/pusat/roles/penilai");
    await demo("POST", "/cluster-variables/global", { name: "kunci", value: { isi: "rahasia" } });
    await demo("POST", "/cluster-variables/tenants/pusat", { name: "kunci", value: { isi: "rahasia" } });
    await demo("POST", "/global-task-listeners", { id: "pendengar", type: "dengar", eventTypes: ["creating"] });
    for (const [name, id] of Object.entries({ groupId: "tpi", roleId: "penilai", tenantId: "pusat", id: "pendengar" }))
      known.set(name, id);
    known.set("name", "kunci");
    known.set("username", "demo");
  }

  it("should see nothing of what an administrator sees", async () => {
    const reads = test.api.routes.filter(
      ({ operationId }) => /^(get|search)/u.test(operationId) && !FREE_OPERATIONS.has(operationId),
    );
    const { items } = await demo("POST", "/incidents/statistics/process-instances-by-error", {});
    const [error] = items as readonly { readonly errorHashCode: number }[];
    const given = bodies(error?.errorHashCode ?? 0);
    const empty: string[] = [];
    const seen: string[] = [];
    for (const { operationId, method, url } of reads) {
      const path = `/v2${url.replaceAll(/\{(\w+)\}/gu, (_, name: string) => known.get(name) ?? `no-${name}`)}${QUERIES[operationId] ?? ""}`;
      const body = method === "POST" ? (given[operationId] ?? {}) : undefined;
      const shown = await as("demo", method, path, body);
      if (shown.status !== 200 || isEmpty(shown)) empty.push(`${operationId} ${shown.status} ${shown.text}`);
      const answer = await as("ani", method, path, body);
      if (![403, 404].includes(answer.status) && !(answer.status === 200 && isEmpty(answer)))
        seen.push(`${operationId} ${answer.status} ${answer.text}`);
    }
    expect(seen).toEqual([]);
    expect(empty).toEqual([]);
  });

  const isEmpty = ({ body }: Answer): boolean => Array.isArray(body["items"]) && body["items"].length === 0;
});
