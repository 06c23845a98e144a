import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { REQUIREMENTS, FREE_OPERATIONS } from "../../../src/camunda-api/authorization/required-permissions.js";
import { SUPPORTED_PERMISSIONS } from "../../../src/camunda-api/authorization/permissions.js";
import { serviceProcess, userTaskProcess } from "./models.js";
import { openApi, type Answer, type TestApi } from "./open-api.js";

const basic = (user: string, password: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
});

describe("authorizations", () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openApi({ users: new Map([["demo", "demo"]]), authorizations: true });
    await as("demo", "POST", "/v2/users", { username: "ani", password: "rahasia" });
    await as("demo", "POST", "/v2/deployments", form(serviceProcess(), userTaskProcess("review", "")));
  });
  afterAll(() => test.close());

  const form = (...files: readonly File[]): FormData => {
    const data = new FormData();
    for (const file of files) data.append("resources", file);
    return data;
  };
  const as = (user: string, method: string, path: string, body?: unknown): Promise<Answer> =>
    test.send(method, path, body, basic(user, user === "demo" ? "demo" : "rahasia"));
  const grant = (changes: object): Promise<Answer> =>
    as("demo", "POST", "/v2/authorizations", {
      ownerType: "USER",
      ownerId: "ani",
      resourceType: "PROCESS_DEFINITION",
      resourceId: "service",
      ...changes,
    });

  it("should ask everybody who they are, and know changed passwords", async () => {
    expect((await test.send("GET", "/v2/topology")).status).toBe(401);
    expect((await test.send("GET", "/v2/topology", undefined, basic("ani", "salah"))).status).toBe(401);
    expect((await test.send("GET", "/v2/topology", undefined, basic("tiada", "x"))).status).toBe(401);
    await as("demo", "POST", "/v2/users", { username: "citra", password: "lama" });
    expect((await test.send("GET", "/v2/topology", undefined, basic("citra", "lama"))).status).toBe(200);
    await as("demo", "PUT", "/v2/users/citra", { password: "baru" });
    expect((await test.send("GET", "/v2/topology", undefined, basic("citra", "lama"))).status).toBe(401);
    expect((await test.send("GET", "/v2/topology", undefined, basic("citra", "baru"))).status).toBe(200);
    await as("demo", "DELETE", "/v2/users/citra");
    expect((await test.send("GET", "/v2/topology", undefined, basic("citra", "baru"))).status).toBe(401);
  });

  it("should take no token, and give rights by no rule or client, whatever they are called", async () => {
    const token = { authorization: "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbmkifQ." };
    expect((await test.send("GET", "/v2/topology", undefined, token)).status).toBe(401);
    const rule = { mappingRuleId: "ani", claimName: "sub", claimValue: "ani", name: "Ani" };
    expect((await as("demo", "POST", "/v2/mapping-rules", rule)).status).toBe(201);
    for (const kind of ["mapping-rules", "clients"])
      expect((await as("demo", "PUT", `/v2/roles/admin/${kind}/ani`)).status).toBe(204);
    for (const ownerType of ["MAPPING_RULE", "CLIENT"])
      expect((await grant({ ownerType, permissionTypes: ["CREATE_PROCESS_INSTANCE"] })).status).toBe(201);

    expect((await as("ani", "POST", "/v2/process-instances", { processDefinitionId: "service" })).status).toBe(403);
  });

  it("should refuse what nobody has granted, naming permission and resource", async () => {
    expect((await as("ani", "POST", "/v2/process-instances", { processDefinitionId: "service" })).body).toEqual({
      type: "about:blank",
      title: "FORBIDDEN",
      status: 403,
      detail: "Unauthorized to perform operation 'CREATE_PROCESS_INSTANCE' on resource 'PROCESS_DEFINITION'",
      instance: "/v2/process-instances",
    });
    for (const [method, path, body] of [
      ["POST", "/v2/deployments", form(serviceProcess())],
      ["POST", "/v2/roles", { roleId: "x", name: "x" }],
      ["PUT", "/v2/roles/admin/users/ani", undefined],
      [
        "POST",
        "/v2/authorizations",
        { ownerId: "ani", ownerType: "USER", resourceId: "*", resourceType: "ROLE", permissionTypes: ["CREATE"] },
      ],
      ["GET", "/v2/users/demo", undefined],
      ["GET", "/v2/roles/admin", undefined],
      ["POST", "/v2/setup/user", { username: "pencuri", password: "x" }],
    ] as const)
      expect([path, (await as("ani", method, path, body)).status]).toEqual([path, 403]);
    for (const path of ["process-definitions", "process-instances", "users", "roles", "authorizations", "jobs"])
      expect((await as("ani", "POST", `/v2/${path}/search`, {})).body["items"]).toEqual([]);
    expect((await as("ani", "GET", "/v2/authentication/me")).body).toMatchObject({ username: "ani", roles: [] });
    expect((await as("demo", "GET", "/v2/authentication/me")).body).toMatchObject({ roles: ["admin"] });
  });

  it("should let users do what is granted to them, for the resource of the grant only", async () => {
    await grant({ permissionTypes: ["READ_PROCESS_DEFINITION", "CREATE_PROCESS_INSTANCE", "READ_PROCESS_INSTANCE"] });
    const definitions = await as("ani", "POST", "/v2/process-definitions/search", {});
    expect(definitions.body).toMatchObject({ items: [{ processDefinitionId: "service" }], page: { totalItems: 1 } });
    const created = await as("ani", "POST", "/v2/process-instances", { processDefinitionId: "service" });
    expect(created.status).toBe(200);
    const key = String(created.body["processInstanceKey"]);
    expect((await as("ani", "GET", `/v2/process-instances/${key}`)).status).toBe(200);
    expect((await as("ani", "POST", `/v2/process-instances/${key}/cancellation`)).status).toBe(403);
    const [{ items }] = [
      (
        await as("demo", "POST", "/v2/process-definitions/search", {
          filter: { processDefinitionId: { $neq: "service" } },
        })
      ).body as { items: { processDefinitionKey: string }[] },
    ];
    expect((await as("ani", "GET", `/v2/process-definitions/${items[0]?.processDefinitionKey}`)).status).toBe(403);
  });

  it("should grant through groups and the roles of groups", async () => {
    await as("demo", "POST", "/v2/groups", { groupId: "tpi", name: "TPI" });
    await as("demo", "PUT", "/v2/groups/tpi/users/ani");
    await as("demo", "PUT", "/v2/roles/readonly-admin/groups/tpi");
    expect((await as("ani", "GET", "/v2/users/demo")).status).toBe(200);
    expect((await as("ani", "GET", "/v2/authentication/me")).body).toMatchObject({
      groups: ["tpi"],
      roles: ["readonly-admin"],
    });
    await as("demo", "DELETE", "/v2/roles/readonly-admin/groups/tpi");
    expect((await as("ani", "GET", "/v2/users/demo")).status).toBe(403);
  });

  it("should open user tasks to those whom they name", async () => {
    await grant({
      resourceType: "USER_TASK",
      resourceId: undefined,
      resourcePropertyName: "assignee",
      permissionTypes: ["READ", "COMPLETE"],
    });
    await as("demo", "POST", "/v2/process-instances", { processDefinitionId: "review", variables: { owner: "citra" } });
    const search = async (user: string) =>
      (await as(user, "POST", "/v2/user-tasks/search", {})).body["items"] as { userTaskKey: string }[];
    const [task] = await search("demo");
    expect(task).toBeDefined();
    expect(await search("ani")).toEqual([]);
    expect((await as("ani", "POST", `/v2/user-tasks/${task?.userTaskKey}/completion`)).status).toBe(403);
    await as("demo", "POST", `/v2/user-tasks/${task?.userTaskKey}/assignment`, { assignee: "ani" });
    expect(await search("ani")).toMatchObject([{ userTaskKey: task?.userTaskKey }]);
    expect((await as("ani", "POST", `/v2/user-tasks/${task?.userTaskKey}/completion`)).status).toBe(204);
  });

  it("should take a permission for one message or process as one for no other", async () => {
    await as("demo", "POST", "/v2/users", { username: "dewi", password: "rahasia" });
    const may = async (resourceType: string, resourceId: string, permission: string): Promise<void> => {
      const answer = await grant({ ownerId: "dewi", resourceType, resourceId, permissionTypes: [permission] });
      expect(answer.status).toBe(201);
    };
    await may("MESSAGE", "paid", "CREATE");
    await may("PROCESS_DEFINITION", "spare", "CREATE_PROCESS_INSTANCE");
    const status = async (path: string, body?: unknown) => (await as("dewi", "POST", `/v2/${path}`, body)).status;

    expect(await status("messages/publication", { name: "paid" })).toBe(200);
    expect(await status("messages/publication", { name: "sent" })).toBe(403);
    expect(await status("messages/correlation", { name: "paid" })).toBe(404);
    expect(await status("messages/correlation", { name: "sent" })).toBe(403);

    const resources = form(serviceProcess("spare"), serviceProcess("kept"));
    const { body: deployed } = await as("demo", "POST", "/v2/deployments", resources);
    const [spare, kept] = [...JSON.stringify(deployed["deployments"]).matchAll(/"processDefinitionKey":"(\d+)"/gu)].map(
      ([, key]) => key,
    );
    const conditions = { variables: { score: 1 } };
    expect(await status("conditionals/evaluation", { ...conditions, processDefinitionKey: spare })).toBe(200);
    expect(await status("conditionals/evaluation", { ...conditions, processDefinitionKey: kept })).toBe(403);
    expect(await status("conditionals/evaluation", conditions)).toBe(403);
  });

  it("should take a permission for every operation that does more than read records", () => {
    const reads = /^(get|search)/u;
    const free = test.api.routes
      .map(({ operationId }) => operationId)
      .filter((operationId) => !FREE_OPERATIONS.has(operationId) && !(operationId in REQUIREMENTS));
    expect(free.filter((operationId) => !reads.test(operationId))).toEqual([]);
    const known = new Set(test.api.routes.map(({ operationId }) => operationId));
    expect(Object.keys(REQUIREMENTS).filter((operationId) => !known.has(operationId))).toEqual([]);
    for (const { type, permissions } of Object.values(REQUIREMENTS))
      expect(SUPPORTED_PERMISSIONS[type]).toEqual(expect.arrayContaining([...permissions]));
  });
});
