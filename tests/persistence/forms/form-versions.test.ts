import { afterEach, describe, expect, it } from "@jest/globals";
import { createForms, entities, migrations } from "../../../src/forms/index.js";
import { ControlledClock, silentLogger } from "../../../src/platform/index.js";
import type { Database } from "../../../src/platform/db/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";

const form = (key: string) => ({ display: "form", components: [{ type: "textfield", key, label: key, input: true }] });

describe.each(databaseKinds)("form versions on %s", (kind) => {
  let db: Database | undefined;
  afterEach(async () => db?.close());

  it("should be found again after a restart, with the time they were published", async () => {
    db = await openTestDatabase(kind, { entities, migrations });
    const clock = new ControlledClock("2026-01-01T00:00:00.123Z");
    const forms = createForms({ db, clock, logger: silentLogger });
    await forms.load();
    await db.transaction((tx) => forms.publish(tx, "app/x", form("a")));
    clock.advance(1000);
    await db.transaction((tx) => forms.publish(tx, "app/x", form("b")));

    const again = createForms({ db, clock, logger: silentLogger });
    await again.load();
    expect(again.versions("app/x").map(({ version, publishedAt }) => [version, publishedAt])).toEqual([
      ["2", Date.parse("2026-01-01T00:00:01.123Z")],
      ["1", Date.parse("2026-01-01T00:00:00.123Z")],
    ]);
    expect(again.current("app/x").schema).toEqual(form("b"));
    const { isNew } = await db.transaction((tx) => again.publish(tx, "app/x", form("b")));
    expect(isNew).toBe(false);
  });

  it("should not know a version whose transaction was rolled back", async () => {
    db = await openTestDatabase(kind, { entities, migrations });
    const forms = createForms({ db, clock: new ControlledClock(0), logger: silentLogger });
    await forms.load();
    const failing = db.transaction(async (tx) => {
      await forms.publish(tx, "app/x", form("a"));
      throw new Error("other rows failed");
    });
    await expect(failing).rejects.toThrow("other rows failed");
    expect(forms.has("app/x")).toBe(false);
  });
});
