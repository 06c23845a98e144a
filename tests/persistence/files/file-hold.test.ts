import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { createFiles, entities, type FilesService, migrations } from "../../../src/files/index.js";
import { ControlledClock, randomIds, silentLogger } from "../../../src/platform/index.js";
import type { Database } from "../../../src/platform/db/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";

const DAY_MS = 86_400_000;
const HOLDER = "task-draft:42:u1";

describe.each(databaseKinds)("held uploads on %s", (kind) => {
  let db: Database;
  let files: FilesService;
  let clock: ControlledClock;
  let directory: string;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), "alur-held-"));
    clock = new ControlledClock("2026-03-02T00:00:00Z");
    db = await openTestDatabase(kind, { entities, migrations });
    files = createFiles({ db, directory, clock, ids: randomIds(clock), logger: silentLogger });
  });
  afterEach(async () => {
    await db.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const upload = async (text: string, userId = "u1"): Promise<string> =>
    (await files.receive({ name: "bukti.pdf", stream: Readable.from([Buffer.from(`%PDF-1.7 ${text}`)]), userId })).id;
  const hold = (fileIds: readonly string[]): Promise<void> =>
    db.transaction((tx) => files.hold(tx, { holder: HOLDER, fileIds, userId: "u1" }));
  const isThere = async (id: string): Promise<boolean> => (await db.read((tx) => files.find(tx, id))) !== undefined;
  const sweepAfter = async (days: number): Promise<void> => {
    clock.advance(days * DAY_MS);
    await files.sweep();
  };

  it("should stay while they are named, then wait a day and go", async () => {
    // given
    const [kept, dropped] = [await upload("satu"), await upload("dua")];
    await hold([kept, dropped]);
    await sweepAfter(30);
    expect([await isThere(kept), await isThere(dropped)]).toEqual([true, true]);
    // when one is no longer named
    await hold([kept]);
    await hold([kept]);
    await files.sweep();
    expect(await isThere(dropped)).toBe(true);
    await sweepAfter(2);
    expect([await isThere(kept), await isThere(dropped)]).toEqual([true, false]);
    // when nothing is named
    await hold([]);
    await sweepAfter(2);
    // then
    expect(await isThere(kept)).toBe(false);
  });

  it("should stay as long as one of two holders names them", async () => {
    const shared = await upload("berdua");
    await hold([shared]);
    await db.transaction((tx) => files.hold(tx, { holder: "task-draft:43:u1", fileIds: [shared], userId: "u1" }));
    await hold([]);
    await sweepAfter(2);
    expect(await isThere(shared)).toBe(true);
  });

  it("should hold no upload of another person, and nothing that is no upload", async () => {
    const foreign = await upload("orang lain", "u2");
    await hold([foreign, "tidak-ada"]);
    await sweepAfter(2);
    expect(await isThere(foreign)).toBe(false);
  });

  it("should keep what a case file has claimed when the holder lets go", async () => {
    const claimed = await upload("dipakai");
    await hold([claimed]);
    await db.transaction(async (tx) => {
      await files.claim(tx, { fileId: claimed, caseId: "c1", place: "task:Check", userId: "u1" });
      await files.hold(tx, { holder: HOLDER, fileIds: [], userId: "u1" });
    });
    await sweepAfter(2);
    expect(await isThere(claimed)).toBe(true);
  });
});
