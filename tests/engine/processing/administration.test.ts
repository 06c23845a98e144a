import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { EngineUnderTest } from "../../support/engine-dsl.js";
import { dropEngineStores } from "../../support/engine-stores.js";

describe.each(databaseKinds)("administration records on %s", (kind) => {
  let engine: EngineUnderTest;
  beforeEach(async () => {
    engine = await EngineUnderTest.start({ kind });
  });
  afterEach(() => engine.close());
  afterAll(dropEngineStores);

  const createUser = (username: string) =>
    engine.ok({
      type: "admin-record.create",
      table: "admin_user",
      content: { username, name: null, email: null, passwordHash: "hash" },
    });
  const createRole = (roleId: string) =>
    engine.ok({
      type: "admin-record.create",
      table: "admin_role",
      content: { roleId, name: roleId, description: null },
    });
  const member = (roleId: string, username: string) =>
    ({ groupKind: "ROLE", groupId: roleId, memberKind: "USER", memberId: username }) as const;
  const setUp = (roles: readonly string[], passwordHash: string) =>
    engine.ok({
      type: "administration.set-up",
      tenant: { tenantId: "<default>", name: "Default", description: null },
      roles: roles.map((roleId) => ({ roleId, name: roleId, description: null })),
      authorizations: [],
      admins: [{ username: "demo", passwordHash }],
    });

  it("should refuse twins and absent ones after a restart too", async () => {
    await createUser("ani");
    await engine.restart();
    const twin = {
      type: "admin-record.create",
      table: "admin_user",
      content: { username: "ani", name: null, email: null, passwordHash: "" },
    } as const;
    expect(await engine.refused(twin)).toEqual({
      code: "ALREADY_EXISTS",
      reason: "Expected to create user with username 'ani', but there is one already",
    });
    expect(await engine.refused({ type: "admin-record.delete", table: "admin_role", id: "x" })).toEqual({
      code: "NOT_FOUND",
      reason: "Expected to delete role with ID 'x', but there is none",
    });
  });

  it("should take memberships, authorizations and the password with a user", async () => {
    await createUser("ani");
    await createRole("penilai");
    await engine.ok({ type: "member.add", ...member("penilai", "ani") });
    await engine.ok({
      type: "admin-record.create",
      table: "admin_authorization",
      content: {
        ownerId: "ani",
        ownerType: "USER",
        resourceType: "USER",
        resourceId: "*",
        resourcePropertyName: null,
        permissionTypes: ["READ"],
      },
    });
    await engine.restart();
    await engine.ok({ type: "admin-record.delete", table: "admin_user", id: "ani" });
    expect(await engine.rows("admin_user")).toMatchObject([{ open: false, passwordHash: "" }]);
    expect(await engine.rows("admin_membership")).toMatchObject([{ open: false }]);
    expect(await engine.rows("admin_authorization")).toMatchObject([{ open: false }]);
    await createUser("ani");
    expect((await engine.refused({ type: "member.remove", ...member("penilai", "ani") })).code).toBe("NOT_FOUND");
  });

  it("should set up once, and give the first users their passwords each time", async () => {
    await setUp(["admin", "rpa"], "one");
    await engine.ok({ type: "admin-record.delete", table: "admin_role", id: "rpa" });
    await engine.restart();
    await setUp(["admin", "rpa"], "two");
    const open = async (table: "admin_role" | "admin_user" | "admin_membership") =>
      (await engine.rows(table)).filter((row) => row.open);
    expect(await open("admin_role")).toMatchObject([{ roleId: "admin" }]);
    expect(await open("admin_user")).toMatchObject([{ username: "demo", passwordHash: "two" }]);
    expect(await open("admin_membership")).toHaveLength(1);
  });
});
