import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { Session } from "../../../src/http/contract/session.js";
import { databaseKinds } from "../../support/database.js";
import { type IdentityWorld, openIdentityWorld, PASSWORD } from "../../support/identity-world.js";

const MINUTE = 60_000;

describe.each(databaseKinds)("signing in on %s", (kind) => {
  let world: IdentityWorld;
  beforeEach(async () => {
    world = await openIdentityWorld(kind);
  });
  afterEach(() => world.close());

  it("should know the person, the roles and the menu after the sign-in", async () => {
    // given
    await world.person({ username: "budi", role: "checker", scopeId: "a1" });
    const browser = world.server.browser();
    expect((await browser.session()).user).toBeNull();
    // when
    const answer = await browser.signIn(" Budi ", PASSWORD);
    // then
    expect(answer.status).toBe(200);
    const { user } = Session.parse(answer.body);
    expect(user).toMatchObject({
      username: "budi",
      language: "id",
      menu: ["tasks", "cases", "start"],
      roles: [{ role: "checker", label: { id: "Pemeriksa" }, scopeId: "a1", scopeName: "Instansi a1" }],
    });
    expect(user?.activeRoleId).toBe(user?.roles[0]?.id);
    expect((await browser.session()).user?.username).toBe("budi");
  });

  it("should answer alike for a wrong password and for an unknown user", async () => {
    // given
    await world.person({ username: "budi" });
    // when
    const wrong = await world.server.browser().signIn("budi", "bukan-sandi-itu");
    const unknown = await world.server.browser().signIn("tidak-ada", "bukan-sandi-itu");
    // then
    expect(wrong.status).toBe(401);
    const { requestId: _a, ...first } = wrong.body;
    const { requestId: _b, ...second } = unknown.body;
    expect(first).toEqual(second);
    expect(first.code).toBe("WRONG_CREDENTIALS");
  });

  it("should lock the account for fifteen minutes after five wrong passwords in fifteen minutes", async () => {
    // given
    await world.person({ username: "budi" });
    const browser = world.server.browser("en");
    for (let i = 0; i < 4; i++) expect((await browser.signIn("budi", "wrong-password")).status).toBe(401);
    // when
    const fifth = await browser.signIn("budi", "wrong-password");
    const right = await browser.signIn("budi", PASSWORD);
    // then
    expect(fifth.status).toBe(423);
    expect(right).toMatchObject({
      status: 423,
      body: { code: "LOCKED", detail: expect.stringContaining("15 minutes") },
    });
    expect(world.entries.map(({ action }) => action)).toContain("user.locked");
    // when
    world.clock.advance(15 * MINUTE);
    // then
    expect((await browser.signIn("budi", PASSWORD)).status).toBe(200);
  });

  it("should forget wrong passwords after fifteen minutes", async () => {
    // given
    await world.person({ username: "budi" });
    const browser = world.server.browser();
    for (let i = 0; i < 4; i++) await browser.signIn("budi", "wrong-password");
    // when
    world.clock.advance(16 * MINUTE);
    await browser.signIn("budi", "wrong-password");
    // then
    expect((await browser.signIn("budi", PASSWORD)).status).toBe(200);
  });

  it("should take a new session id at the sign-in and forget it at the sign-out", async () => {
    // given
    await world.person({ username: "budi" });
    const browser = world.server.browser();
    await browser.signIn("budi", PASSWORD);
    const first = browser.cookie("alur.sid");
    await browser.signIn("budi", PASSWORD);
    expect(browser.cookie("alur.sid")).not.toBe(first);
    // when
    await browser.signOut();
    // then
    expect((await browser.session()).user).toBeNull();
    expect((await browser.get("/api/profile")).status).toBe(401);
  });

  it("should end after eight idle hours, and not while it is used", async () => {
    // given
    await world.person({ username: "budi" });
    const browser = world.server.browser();
    await browser.signIn("budi", PASSWORD);
    // when
    world.clock.advance(6 * 60 * MINUTE);
    expect((await browser.get("/api/profile")).status).toBe(200);
    world.clock.advance(6 * 60 * MINUTE);
    expect((await browser.get("/api/profile")).status).toBe(200);
    world.clock.advance(8 * 60 * MINUTE + MINUTE);
    // then
    expect(await browser.get("/api/profile")).toMatchObject({ status: 401, body: { code: "UNAUTHENTICATED" } });
  });

  it("should sign every other browser out when the password changes", async () => {
    // given
    await world.person({ username: "budi" });
    const [here, there] = [world.server.browser(), world.server.browser()];
    await here.signIn("budi", PASSWORD);
    await there.signIn("budi", PASSWORD);
    // when
    const refused = await here.put("/api/session/password", {
      current: "bukan-sandi-itu",
      next: "sandi-baru-yang-kuat",
    });
    const weak = await here.put("/api/session/password", { current: PASSWORD, next: "aku-adalah-budi" });
    const changed = await here.put("/api/session/password", { current: PASSWORD, next: "sandi-baru-yang-kuat" });
    // then
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: "current" }] } });
    expect(weak).toMatchObject({ status: 400, body: { errors: [{ path: "next" }] } });
    expect(changed.status).toBe(200);
    here.csrfToken = changed.body.csrfToken;
    expect((await here.get("/api/profile")).status).toBe(200);
    expect((await there.get("/api/profile")).status).toBe(401);
    expect((await there.signIn("budi", "sandi-baru-yang-kuat")).status).toBe(200);
  });

  it("should end the sessions of an account that is closed", async () => {
    // given
    const userId = await world.person({ username: "budi" });
    await world.person({ username: "admin", role: "admin" });
    const [budi, admin] = [world.server.browser(), world.server.browser()];
    await budi.signIn("budi", PASSWORD);
    await admin.signIn("admin", PASSWORD);
    // when
    expect((await admin.patch(`/api/users/${userId}`, { active: false })).status).toBe(200);
    // then
    expect((await budi.get("/api/profile")).status).toBe(401);
    expect((await budi.signIn("budi", PASSWORD)).status).toBe(401);
  });
});

describe("roles and language of a session", () => {
  let world: IdentityWorld;
  beforeEach(async () => {
    world = await openIdentityWorld();
  });
  afterEach(() => world.close());

  it("should act in the role that was chosen, also at the next sign-in", async () => {
    // given
    const userId = await world.person({ username: "sari", role: "checker", scopeId: "a1" });
    world.clock.advance(1);
    await world.db.transaction((tx) =>
      world.identity.users.assign(tx, userId, { role: "admin", scopeType: null, scopeId: null }),
    );
    const browser = world.server.browser();
    const { body } = await browser.signIn("sari", PASSWORD);
    const admin = Session.parse(body).user?.roles.find(({ role }) => role === "admin");
    expect((await browser.get("/api/users")).status).toBe(403);
    // when
    const switched = await browser.put("/api/session/role", { roleId: admin?.id });
    // then
    expect(switched.body.user.menu).toContain("admin-users");
    expect((await browser.get("/api/users")).status).toBe(200);
    const again = await world.server.browser().signIn("sari", PASSWORD);
    expect(again.body.user.activeRoleId).toBe(admin?.id);
  });

  it("should refuse a role of someone else", async () => {
    await world.person({ username: "sari" });
    const browser = world.server.browser();
    await browser.signIn("sari", PASSWORD);
    expect((await browser.put("/api/session/role", { roleId: "other" })).status).toBe(404);
  });

  it("should speak the language that the user chose", async () => {
    // given
    await world.person({ username: "sari" });
    const browser = world.server.browser("id");
    await browser.signIn("sari", PASSWORD);
    // when
    const chosen = await browser.put("/api/session/language", { language: "en" });
    // then
    expect(chosen.body.user.language).toBe("en");
    expect((await browser.put("/api/session/role", { roleId: "other" })).body.detail).toBe("That role is not yours");
  });

  it("should show the profile that the people directory knows", async () => {
    await world.person({ username: "sari" });
    const browser = world.server.browser();
    await browser.signIn("sari", PASSWORD);
    expect((await browser.get("/api/profile")).body).toEqual({
      displayName: "Orang sari",
      username: "sari",
      lines: [{ label: { id: "Nomor", en: "Number" }, value: "p-sari" }],
      contact: { mail: null, telegramChatId: null },
    });
  });

  it("should take one's own addresses and record the change", async () => {
    // given
    const userId = await world.person({ username: "sari" });
    const browser = world.server.browser();
    await browser.signIn("sari", PASSWORD);
    // when
    const contact = { mail: "sari@contoh.example", telegramChatId: "123456" };
    expect((await browser.put("/api/profile/contact", contact)).status).toBe(204);
    // then
    const [known] = await world.db.read((tx) => world.identity.users.contacts(tx, { ids: [userId] }));
    expect(known).toMatchObject(contact);
    expect(world.entries.at(-1)?.changes?.map(({ field }) => field)).toEqual(["mail", "telegramChatId"]);
    expect(await browser.put("/api/profile/contact", { mail: "sari", telegramChatId: "@sari" })).toMatchObject({
      status: 400,
      body: { errors: [{ path: "mail" }, { path: "telegramChatId" }] },
    });
  });
});
