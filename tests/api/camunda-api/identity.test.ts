import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { now, openApi, type TestApi } from "./open-api.js";

const KINDS = [
  ["groups", "groupId"],
  ["roles", "roleId"],
  ["tenants", "tenantId"],
] as const;

/** Every pair of what has members and what can be one. */
const MEMBERSHIPS = [
  ...["users", "clients", "mapping-rules"].map((member) => ["groups", member] as const),
  ...["users", "clients", "groups", "mapping-rules"].map((member) => ["roles", member] as const),
  ...["users", "clients", "groups", "roles", "mapping-rules"].map((member) => ["tenants", member] as const),
];

const MEMBER_IDS: Readonly<Record<string, readonly [property: string, id: string]>> = {
  users: ["username", "ani"],
  clients: ["clientId", "mesin"],
  groups: ["groupId", "penilai"],
  roles: ["roleId", "pembaca"],
  "mapping-rules": ["mappingRuleId", "dari-sso"],
};

describe("identity through the published client", () => {
  let test: TestApi;
  beforeAll(async () => {
    test = await openApi();
    const { client } = test;
    await client.createUser({ username: "ani", password: "rahasia", name: "Ani", email: "ani@example.com" });
    await client.createGroup({ groupId: "penilai", name: "Penilai" });
    await client.createRole({ roleId: "pembaca", name: "Pembaca" });
    await client.createTenant({ tenantId: "cabang", name: "Cabang" });
    await client.createMappingRule({
      mappingRuleId: "dari-sso",
      claimName: "unit",
      claimValue: "lan",
      name: "Dari SSO",
    });
  });
  afterAll(() => test.close());

  it("should keep users, and never show a password", async () => {
    const { client } = test;
    const created = await client.createUser({ username: "budi", password: "rahasia", name: "Budi" });
    expect(created).toEqual({ username: "budi", name: "Budi", email: null });
    expect(await client.updateUser({ username: "budi" as never, email: "budi@example.com" })).toEqual({
      username: "budi",
      name: "Budi",
      email: "budi@example.com",
    });
    expect((await client.searchUsers({ filter: { email: { $like: "budi*" } } }, now)).items).toEqual([
      { username: "budi", name: "Budi", email: "budi@example.com" },
    ]);
    await client.deleteUser({ username: "budi" as never });
    expect((await test.send("GET", "/v2/users/budi")).status).toBe(404);
    expect(await client.createUser({ username: "budi", password: "lain" })).toMatchObject({ name: null });
  });

  it("should take a change that changes nothing", async () => {
    const answer = await test.send("PUT", "/v2/users/ani", {});
    expect([answer.status, answer.body]).toEqual([200, { username: "ani", name: "Ani", email: "ani@example.com" }]);
  });

  it.each(KINDS)("should make, find, change and delete %s", async (folder, id) => {
    const created = await test.send("POST", `/v2/${folder}`, { [id]: "satu", name: "Satu" });
    expect([created.status, created.body]).toEqual([201, { [id]: "satu", name: "Satu", description: null }]);
    const changed = await test.send("PUT", `/v2/${folder}/satu`, { name: "Esa", description: "yang pertama" });
    expect([changed.status, changed.body]).toEqual([200, { [id]: "satu", name: "Esa", description: "yang pertama" }]);
    expect((await test.send("GET", `/v2/${folder}/satu`)).body).toEqual(changed.body);
    const found = await test.send("POST", `/v2/${folder}/search`, {
      filter: { name: "Esa" },
      sort: [{ field: id, order: "DESC" }],
    });
    expect(found.body).toMatchObject({ items: [changed.body], page: { totalItems: 1 } });
    expect((await test.send("DELETE", `/v2/${folder}/satu`)).status).toBe(204);
    expect((await test.send("GET", `/v2/${folder}/satu`)).status).toBe(404);
  });

  it.each(MEMBERSHIPS)("should assign to %s and take from them %s", async (folder, members) => {
    const group = { groups: "penilai", roles: "pembaca", tenants: "cabang" }[folder] ?? "";
    const [property, member] = MEMBER_IDS[members] ?? ["", ""];
    const all = `/v2/${folder}/${group}/${members}`;
    expect((await test.send("PUT", `${all}/${member}`)).status).toBe(204);
    expect((await test.send("PUT", `${all}/${member}`)).body).toMatchObject({ status: 409, title: "ALREADY_EXISTS" });
    const { body } = await test.send("POST", `${all}/search`, { page: { limit: 5 } });
    expect(body["items"]).toEqual([expect.objectContaining({ [property]: member })]);
    expect((await test.send("DELETE", `${all}/${member}`)).status).toBe(204);
    expect((await test.send("DELETE", `${all}/${member}`)).status).toBe(404);
    expect((await test.send("POST", `${all}/search`)).body["items"]).toEqual([]);
    expect((await test.send("PUT", `/v2/${folder}/tiada/${members}/${member}`)).status).toBe(404);
    expect((await test.send("POST", `/v2/${folder}/tiada/${members}/search`)).status).toBe(404);
    if (members !== "clients") expect((await test.send("PUT", `${all}/tiada`)).status).toBe(404);
  });

  it("should answer memberships in the client's shapes", async () => {
    const { client } = test;
    await client.assignRoleToGroup({ roleId: "pembaca", groupId: "penilai" });
    await client.assignUserToGroup({ groupId: "penilai", username: "ani" as never });
    await client.assignMappingRuleToGroup({ groupId: "penilai", mappingRuleId: "dari-sso" });
    expect((await client.searchRolesForGroup({ groupId: "penilai" }, now)).items).toEqual([
      { roleId: "pembaca", name: "Pembaca", description: null },
    ]);
    expect((await client.searchUsersForGroup({ groupId: "penilai" }, now)).items).toEqual([{ username: "ani" }]);
    expect((await client.searchMappingRulesForGroup({ groupId: "penilai" }, now)).items).toMatchObject([
      { mappingRuleId: "dari-sso", claimName: "unit" },
    ]);
  });

  it("should have the default roles and the default tenant from the beginning", async () => {
    const { items } = await test.client.searchRoles({}, now);
    expect(items.map(({ roleId }) => roleId)).toEqual(
      expect.arrayContaining(["admin", "readonly-admin", "connectors", "rpa", "app-integrations", "task-worker"]),
    );
    expect((await test.client.getTenant({ tenantId: "<default>" as never }, now)).name).toBe("Default");
    expect((await test.send("DELETE", `/v2/tenants/${encodeURIComponent("<default>")}`)).status).toBe(400);
  });

  it("should keep authorizations", async () => {
    const { client } = test;
    const wanted = {
      ownerId: "penilai",
      ownerType: "GROUP",
      resourceType: "PROCESS_DEFINITION",
      resourceId: "dupak",
      permissionTypes: ["READ_PROCESS_DEFINITION"],
    } as const;
    const { authorizationKey } = await client.createAuthorization({
      ...wanted,
      permissionTypes: [...wanted.permissionTypes],
    });
    expect(await client.getAuthorization({ authorizationKey }, now)).toEqual({
      ...wanted,
      resourcePropertyName: null,
      authorizationKey,
    });
    expect((await test.send("POST", "/v2/authorizations", wanted)).status).toBe(409);
    await client.updateAuthorization({
      authorizationKey,
      ...wanted,
      permissionTypes: ["READ_PROCESS_DEFINITION", "CREATE_PROCESS_INSTANCE"],
    } as never);
    const { items } = await client.searchAuthorizations(
      { filter: { ownerId: "penilai", resourceIds: ["dupak"] } },
      now,
    );
    expect(items[0]?.permissionTypes).toEqual(["READ_PROCESS_DEFINITION", "CREATE_PROCESS_INSTANCE"]);
    await client.deleteAuthorization({ authorizationKey });
    expect((await test.send("GET", `/v2/authorizations/${authorizationKey}`)).status).toBe(404);
    expect(
      (await test.send("POST", "/v2/authorizations", { ...wanted, permissionTypes: ["ACCESS"] })).body["detail"],
    ).toContain("but there are [ACCESS]");
  });

  it.each<[string, string, string, unknown, number]>([
    ["a group that is there", "POST", "/v2/groups", { groupId: "penilai", name: "x" }, 409],
    ["a role that is there", "POST", "/v2/roles", { roleId: "pembaca", name: "x" }, 409],
    ["a tenant that is there", "POST", "/v2/tenants", { tenantId: "cabang", name: "x" }, 409],
    ["a user that is there", "POST", "/v2/users", { username: "ani", password: "x" }, 409],
    [
      "a mapping rule that is there",
      "POST",
      "/v2/mapping-rules",
      { mappingRuleId: "dari-sso", claimName: "a", claimValue: "b", name: "c" },
      409,
    ],
    ["an unknown property", "POST", "/v2/groups", { groupId: "g", name: "x", colour: "red" }, 400],
    ["a blank name", "POST", "/v2/roles", { roleId: "r", name: " " }, 400],
    ["no name", "POST", "/v2/tenants", { tenantId: "t" }, 400],
    ["an id with blanks", "POST", "/v2/groups", { groupId: "a b", name: "x" }, 400],
    ["a long id", "POST", "/v2/tenants", { tenantId: "t".repeat(300), name: "x" }, 400],
    ["a mapping rule without a body", "POST", "/v2/mapping-rules", undefined, 400],
    ["a broken e-mail address", "POST", "/v2/users", { username: "u", password: "x", email: "nowhere" }, 400],
    ["no password", "POST", "/v2/users", { username: "u", password: "" }, 400],
    ["an unknown permission", "POST", "/v2/authorizations", { ownerId: "a", permissionTypes: ["FLY"] }, 400],
    ["a user that is not there", "PUT", "/v2/users/tiada", { name: "x" }, 404],
    ["a group that is not there", "PUT", "/v2/groups/tiada", { name: "x" }, 404],
    ["a role that is not there", "DELETE", "/v2/roles/tiada", undefined, 404],
    ["a rule that is not there", "GET", "/v2/mapping-rules/tiada", undefined, 404],
    ["an authorization that is not there", "DELETE", "/v2/authorizations/9999999999999999", undefined, 404],
  ])("should refuse %s", async (_what, method, path, body, status) => {
    const answer = await test.send(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body["detail"]).not.toBe("");
  });
});
