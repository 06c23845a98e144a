import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { type IdentityWorld, openIdentityWorld, PASSWORD } from "../../support/identity-world.js";

describe.each(databaseKinds)("other names of an account on %s", (kind) => {
  let world: IdentityWorld;
  beforeAll(async () => {
    world = await openIdentityWorld(kind);
  }, 120_000);
  afterAll(() => world.close());

  const alias = (userId: string, name: string, role: string | null = null) =>
    world.db.transaction((tx) => world.identity.users.addAlias(tx, userId, { name, role }));

  it("should sign in by each of them, in the role that the name stands for", async () => {
    // given
    const userId = await world.person({ username: "ana", role: "checker", scopeId: "a1" });
    await world.db.transaction((tx) =>
      world.identity.users.assign(tx, userId, { role: "admin", scopeType: null, scopeId: null }),
    );
    await alias(userId, "19900101admin", "admin");
    await alias(userId, "19900101CHECK", "checker");
    await alias(userId, "19900101check", "checker"); // again: nothing changes
    const roleBy = async (name: string): Promise<string> => {
      const { status, body } = await world.server.browser().signIn(name, PASSWORD);
      expect(status).toBe(200);
      return body.user.roles.find(({ id }: { id: string }) => id === body.user.activeRoleId)?.role;
    };
    // then
    expect(await roleBy("19900101admin")).toBe("admin");
    expect(await roleBy("19900101Check")).toBe("checker");
    expect((await world.server.browser().signIn("19900101admin", "wrong")).status).toBe(401);
    const held = await world.db.read((tx) => world.identity.users.rolesOf(tx, userId));
    expect(held.map(({ role, scopeId }) => `${role}@${scopeId}`).toSorted()).toEqual(["admin@null", "checker@a1"]);
  });

  it("should not be a user name or the name of someone else", async () => {
    const first = await world.person({ username: "budi" });
    const second = await world.person({ username: "cici" });
    await alias(first, "budi-lama");
    await expect(alias(second, "budi-lama")).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(alias(second, "Budi")).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(world.person({ username: "budi-lama" })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("should lock the account, whatever name the wrong password came with", async () => {
    const userId = await world.person({ username: "dodi" });
    await alias(userId, "dodi-lama");
    for (let attempt = 0; attempt < 5; attempt++) await world.server.browser().signIn("dodi-lama", "wrong");
    expect((await world.server.browser().signIn("dodi", PASSWORD)).status).toBe(423);
  });
});
