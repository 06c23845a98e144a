import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createIdentity } from "../../../src/identity/index.js";
import { randomIds } from "../../../src/platform/index.js";
import { databaseKinds } from "../../support/database.js";
import { type IdentityWorld, openIdentityWorld } from "../../support/identity-world.js";

const MINUTE = 60_000;
const MAKER = { userId: "maker", role: null };
const OTHER = { userId: "other", role: null };

describe.each(databaseKinds)("one-time codes that plugins have made on %s", (kind) => {
  let world: IdentityWorld;
  beforeEach(async () => {
    world = await openIdentityWorld(kind);
  });
  afterEach(() => world.close());

  const create = (username = "dewi") =>
    world.db.transaction((tx) =>
      world.identity.users.create(tx, {
        username,
        displayName: "Dewi Lestari",
        showCodeTo: { userId: MAKER.userId },
      }),
    );
  const seenBy = (userId: string, reader: { readonly userId: string; readonly role: null }) =>
    world.db.read((tx) => world.identity.users.activation(tx, userId, reader));

  it("should be shown to their maker alone, for thirty minutes", async () => {
    const { userId, activationCode } = await create();
    expect(await seenBy(userId, MAKER)).toEqual({ state: "shown", code: activationCode });
    expect(await seenBy(userId, OTHER)).toEqual({ state: "hidden" });
    world.clock.advance(30 * MINUTE - 1);
    expect(await seenBy(userId, MAKER)).toMatchObject({ state: "shown" });
    world.clock.advance(1);
    expect(await seenBy(userId, MAKER)).toEqual({ state: "hidden" });
    world.clock.advance(14 * 24 * 60 * MINUTE);
    expect(await seenBy(userId, MAKER)).toEqual({ state: "expired" });
  });

  it("should be shown to whoever is active in the role that they are for", async () => {
    const { userId } = await world.db.transaction((tx) =>
      world.identity.users.create(tx, { username: "dewi", displayName: "Dewi", showCodeTo: { role: "checker" } }),
    );
    const as = (role: string) =>
      world.db.read((tx) =>
        world.identity.users.activation(tx, userId, {
          userId: "someone",
          role: { id: "r1", role, scopeType: null, scopeId: null },
        }),
      );
    expect(await as("checker")).toMatchObject({ state: "shown" });
    expect(await as("auditor")).toEqual({ state: "hidden" });
  });

  it("should end with their use, and with a new code that someone else made", async () => {
    const { userId, activationCode } = await create();
    await world.db.transaction((tx) => world.identity.users.renewActivation(tx, userId, { userId: OTHER.userId }));
    expect(await seenBy(userId, MAKER)).toEqual({ state: "hidden" });
    const now = await seenBy(userId, OTHER);
    expect(now).toMatchObject({ state: "shown" });
    const code = now.state === "shown" ? now.code : "";
    expect((await world.server.browser().activate("dewi", activationCode ?? "", "sandi-baru-yang-kuat")).status).toBe(
      401,
    );
    expect((await world.server.browser().activate("dewi", code, "sandi-baru-yang-kuat")).status).toBe(200);
    expect(await seenBy(userId, OTHER)).toEqual({ state: "used" });
  });

  it("should not be shown when an administrator has made another one", async () => {
    const { userId } = await create();
    await world.db.transaction((tx) => world.identity.users.renewActivation(tx, userId));
    expect(await seenBy(userId, MAKER)).toEqual({ state: "hidden" });
  });

  it("should stay as they were when making a new one was rolled back", async () => {
    const { userId, activationCode } = await create();
    const failed = world.db.transaction(async (tx) => {
      await world.identity.users.renewActivation(tx, userId, { userId: MAKER.userId });
      throw new Error("the rest of the work failed");
    });
    await expect(failed).rejects.toThrow("the rest");
    expect(await seenBy(userId, MAKER)).toEqual({ state: "shown", code: activationCode });
  });

  it("should be gone after a restart, though they are valid", async () => {
    const { userId, activationCode } = await create();
    const restarted = createIdentity({
      db: world.db,
      clock: world.clock,
      ids: randomIds(world.clock),
      history: { append: () => Promise.resolve() },
      roles: () => [],
      access: () => [],
      people: () => [],
      sessionHours: 8,
    });
    expect(await world.db.read((tx) => restarted.users.activation(tx, userId, MAKER))).toEqual({ state: "hidden" });
    expect((await world.server.browser().activate("dewi", activationCode ?? "", "sandi-baru-yang-kuat")).status).toBe(
      200,
    );
  });
});
