import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Browser } from "../../support/browser.js";
import { databaseKinds } from "../../support/database.js";
import { type IdentityWorld, openIdentityWorld, PASSWORD } from "../../support/identity-world.js";

const DAY = 86_400_000;

describe.each(databaseKinds)("accounts on %s", (kind) => {
  let world: IdentityWorld;
  let admin: Browser;
  beforeEach(async () => {
    world = await openIdentityWorld(kind);
    await world.person({ username: "admin", role: "admin" });
    admin = world.server.browser();
    await admin.signIn("admin", PASSWORD);
  });
  afterEach(() => world.close());

  const newAccount = async (username: string): Promise<{ userId: string; activationCode: string }> => {
    const { status, body } = await admin.post("/api/users", { username, displayName: "Nama Orang" });
    expect(status).toBe(201);
    return body;
  };

  it("should be activated once, with the code, and then signed in", async () => {
    // given
    const { activationCode } = await newAccount("Dewi");
    const browser = world.server.browser();
    expect((await browser.signIn("dewi", activationCode)).status).toBe(401);
    // when
    const activated = await browser.activate(
      "dewi",
      activationCode.toUpperCase().replaceAll("-", " "),
      "sandi-baru-yang-kuat",
    );
    // then
    expect(activated).toMatchObject({ status: 200, body: { user: { username: "dewi" } } });
    expect((await browser.get("/api/profile")).status).toBe(200);
    const used = await world.server.browser().activate("dewi", activationCode, "sandi-lain-yang-kuat");
    expect(used).toMatchObject({
      status: 401,
      body: { code: "WRONG_ACTIVATION_CODE", title: "Kode aktivasi tidak berlaku", errors: [] },
    });
    expect(used.body.detail).toContain("Mintalah kode baru kepada administrator");
    expect((await world.server.browser().signIn("dewi", "sandi-baru-yang-kuat")).status).toBe(200);
  });

  it("should not be activated after fourteen days or with a replaced code", async () => {
    // given
    const { userId, activationCode } = await newAccount("dewi");
    const renewed = await admin.post(`/api/users/${userId}/activation`);
    // then
    expect((await world.server.browser().activate("dewi", activationCode, "sandi-baru-yang-kuat")).status).toBe(401);
    // when
    world.clock.advance(14 * DAY);
    // then
    const late = await world.server.browser().activate("dewi", renewed.body.activationCode, "sandi-baru-yang-kuat");
    expect(late).toMatchObject({ status: 401, body: { code: "WRONG_ACTIVATION_CODE" } });
  });

  it("should refuse a short password with the field's name", async () => {
    const { activationCode } = await newAccount("dewi");
    const answer = await world.server.browser().activate("dewi", activationCode, "pendek");
    expect(answer).toMatchObject({ status: 400, body: { code: "BAD_INPUT", errors: [{ path: "password" }] } });
  });

  it.each(["123456789012345", "Rahasia-123456", "password 2026 admin", "aaaabbbbccccdddd"])(
    "should refuse the password '%s', which is guessed first",
    async (password) => {
      const { activationCode } = await newAccount("dewi");
      const answer = await world.server.browser().activate("dewi", activationCode, password);
      expect(answer).toMatchObject({ status: 400, body: { code: "BAD_INPUT", errors: [{ path: "password" }] } });
    },
  );

  it("should refuse a user name that is taken", async () => {
    await newAccount("dewi");
    const again = await admin.post("/api/users", { username: "DEWI", displayName: "Lain Orang" });
    expect(again).toMatchObject({ status: 409, body: { code: "CONFLICT", errors: [{ path: "username" }] } });
  });

  it.each(["dewi lestari", "dewi<b>", 'dewi"', "déwi", "dewi/1", "dewi&co"])(
    "should refuse the user name '%s', which is no name to sign in with",
    async (username) => {
      // when
      const refused = await admin.post("/api/users", { username, displayName: "Dewi Lestari" });
      // then
      expect(refused).toMatchObject({ status: 400, body: { code: "BAD_INPUT", errors: [{ path: "username" }] } });
      expect(refused.body.errors[0].message).toBe(
        "Hanya huruf a–z, angka, dan tanda . _ - @ yang boleh dipakai, tanpa spasi",
      );
      // what plugins make passes the same rule
      const made = world.db.transaction((tx) => world.identity.users.create(tx, { username, displayName: "Dewi" }));
      await expect(made).rejects.toMatchObject({ code: "BAD_INPUT" });
    },
  );

  it.each(["198502022010122001", "Dewi.Lestari_2", "dewi-l@contoh.go.id"])(
    "should take '%s' as a user name",
    async (username) => {
      const { activationCode } = await newAccount(username);
      expect((await world.server.browser().activate(username, activationCode, "sandi-baru-yang-kuat")).status).toBe(
        200,
      );
    },
  );

  it("should go on letting in those whose older name would be refused today", async () => {
    // given
    const { userId, activationCode } = await newAccount("dewi");
    await world.server.browser().activate("dewi", activationCode, "sandi-baru-yang-kuat");
    await world.db.transaction((tx) =>
      tx.manager.query(`UPDATE identity_user SET username = 'dewi lestari' WHERE id = '${userId}'`),
    );
    // then
    expect((await world.server.browser().signIn("dewi lestari", "sandi-baru-yang-kuat")).status).toBe(200);
    expect((await admin.patch(`/api/users/${userId}`, { displayName: "Dewi Lestari" })).status).toBe(200);
  });

  it.each(["aaaaaaaaaaaa", "123456789012", "qwertyuiop123", "Password12345", "198502022010122001"])(
    "should refuse '%s' as the password at the activation, after a new code and at a change",
    async (easy) => {
      // given
      const { userId, activationCode } = await newAccount("198502022010122001");
      const browser = world.server.browser();
      const refusal = { status: 400, body: { code: "BAD_INPUT", errors: [{ path: "password" }] } };
      // then
      expect(await browser.activate("198502022010122001", activationCode, easy)).toMatchObject(refusal);
      // when
      const renewed = await admin.post(`/api/users/${userId}/activation`);
      // then
      expect(await browser.activate("198502022010122001", renewed.body.activationCode, easy)).toMatchObject(refusal);
      // when
      await browser.activate("198502022010122001", renewed.body.activationCode, "sandi-baru-yang-kuat");
      const changed = await browser.put("/api/session/password", { current: "sandi-baru-yang-kuat", next: easy });
      // then
      expect(changed).toMatchObject({ status: 400, body: { code: "BAD_INPUT", errors: [{ path: "next" }] } });
    },
  );

  it("should be found by a part of the name, page by page", async () => {
    // given
    for (const name of ["satu-a", "satu-b", "satu-c", "dua_x"]) await newAccount(name);
    // when
    const page = await admin.get("/api/users?search=SATU&offset=1&limit=1");
    // then
    expect(page.body).toMatchObject({ total: 3, items: [{ username: "satu-b", activated: false, active: true }] });
    expect((await admin.get("/api/users?search=a_x")).body.total).toBe(1);
    expect((await admin.get("/api/users?search=%25")).body.total).toBe(0);
  });

  it("should get and lose roles, each with an entry in the history", async () => {
    // given
    const { userId } = await newAccount("dewi");
    // when
    const given = await admin.post(`/api/users/${userId}/roles`, {
      role: "checker",
      scopeType: "agency",
      scopeId: "a1",
    });
    // then
    expect(given).toMatchObject({ status: 201, body: { scopeName: "Instansi a1" } });
    const { body } = await admin.get("/api/users?search=dewi");
    expect(body.items[0].roles).toHaveLength(1);
    // when
    expect((await admin.delete(`/api/users/${userId}/roles/${given.body.id}`)).status).toBe(204);
    // then
    expect((await admin.get("/api/users?search=dewi")).body.items[0].roles).toEqual([]);
    expect(world.entries.filter(({ subject }) => subject.id === userId).map(({ action }) => action)).toEqual([
      "user.created",
      "role.assigned",
      "role.removed",
    ]);
    expect(world.entries.at(-1)).toMatchObject({ actorName: "Orang admin", role: "admin" });
  });

  it.each([
    [{ role: "no-such-role", scopeType: null, scopeId: null }],
    [{ role: "checker", scopeType: null, scopeId: null }],
    [{ role: "checker", scopeType: "agency", scopeId: null }],
    [{ role: "admin", scopeType: "agency", scopeId: "a1" }],
  ])("should refuse the role %j", async (role) => {
    const { userId } = await newAccount("dewi");
    expect(await admin.post(`/api/users/${userId}/roles`, role)).toMatchObject({
      status: 400,
      body: { errors: [{ path: "role" }] },
    });
  });

  it("should record what changed, with old and new values", async () => {
    const { userId } = await newAccount("dewi");
    await admin.patch(`/api/users/${userId}`, { displayName: "Nama Baru", mail: "dewi@contoh.example" });
    expect(world.entries.at(-1)?.changes).toEqual([
      { field: "displayName", label: "Nama", from: "Nama Orang", to: "Nama Baru", personal: true },
      { field: "mail", label: "Surel", from: null, to: "dewi@contoh.example", personal: true },
    ]);
  });

  it("should not lose the last hand on the wheel: nobody closes or strips himself", async () => {
    const me = (await admin.get("/api/users?search=admin")).body.items[0];
    expect((await admin.patch(`/api/users/${me.userId}`, { active: false })).status).toBe(409);
    expect((await admin.delete(`/api/users/${me.userId}/roles/${me.roles[0].id}`)).status).toBe(409);
  });

  it("should be closed to everyone but administrators", async () => {
    await world.person({ username: "budi", role: "checker", scopeId: "a1" });
    const browser = world.server.browser();
    await browser.signIn("budi", PASSWORD);
    for (const path of ["/api/users", "/api/roles", "/api/scopes/agency"]) {
      expect(await browser.get(path)).toMatchObject({ status: 403, body: { code: "FORBIDDEN" } });
    }
    expect((await browser.post("/api/users", { username: "xyz", displayName: "Xyz" })).status).toBe(403);
    expect((await admin.get("/api/scopes/agency")).body).toEqual([{ id: "a1", name: "Instansi a1 " }]);
    expect((await admin.get("/api/roles")).body.map(({ role }: { role: string }) => role)).toEqual([
      "checker",
      "admin",
      "auditor",
      "process-owner",
    ]);
  });
});
