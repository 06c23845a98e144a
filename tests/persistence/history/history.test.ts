import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import {
  createHistory,
  entities,
  type History,
  type HistoryService,
  migrations,
  type NewHistoryEntry,
  verifyHistory,
} from "../../../src/history/index.js";
import { ControlledClock } from "../../../src/platform/index.js";
import type { Database } from "../../../src/platform/db/index.js";
import { databaseKinds, openTestDatabase } from "../../support/database.js";

const anEntry = (more: Partial<NewHistoryEntry> = {}): NewHistoryEntry => ({
  actorId: "user-1",
  actorName: "Siti Aminah",
  role: "checker@kota-1",
  action: "case.returned",
  caseId: "case-1",
  subject: { type: "CaseFile", id: "case-1" },
  story: { id: "mengembalikan berkas", en: "returned the case file" },
  changes: [
    { field: "status", label: "Status", from: "DIPERIKSA", to: "DIKEMBALIKAN" },
    { field: "alamat", label: "Alamat", from: null, to: "Jalan Melati 5", personal: true },
  ],
  reason: 'Lampiran "SK" belum 100% lengkap',
  versions: { form: "3" },
  ...more,
});

describe.each(databaseKinds)("history on %s", (kind) => {
  let db: Database;
  let history: HistoryService;
  const append = (more?: Partial<NewHistoryEntry>): Promise<void> =>
    db.transaction((tx) => (history satisfies History).append(tx, anEntry(more)));
  const run = (sql: string): Promise<unknown> => db.transaction((tx) => tx.manager.query(sql));

  beforeEach(async () => {
    db = await openTestDatabase(kind, { entities, migrations });
    history = createHistory({ clock: new ControlledClock("2026-03-02T01:00:00Z") });
  });
  afterEach(() => db.close());

  it("should tell the story newest first, with values, reason and versions", async () => {
    // given
    await append();
    await append({ action: "case.sent", reason: null, changes: [] });
    await append({ caseId: "case-2" });
    // when
    const { items, total } = await db.read((tx) => history.search(tx, { caseId: "case-1" }, { offset: 0, limit: 10 }));
    // then
    expect(total).toBe(2);
    expect(items.map(({ action }) => action)).toEqual(["case.sent", "case.returned"]);
    expect(items[1]).toMatchObject({
      seq: 1,
      at: Date.parse("2026-03-02T01:00:00Z"),
      actorName: "Siti Aminah",
      reason: 'Lampiran "SK" belum 100% lengkap',
      versions: { form: "3" },
      changes: [
        { field: "status", from: "DIPERIKSA", to: "DIKEMBALIKAN" },
        { field: "alamat", from: null, to: "Jalan Melati 5" },
      ],
    });
  });

  it.each([
    [{ search: "100%" }, 1],
    [{ search: "100_" }, 0],
    [{ search: "dikembalikan" }, 1],
    [{ search: "melati" }, 1],
    [{ actor: "aminah" }, 1],
    [{ actor: "user-1" }, 1],
    [{ actor: "user" }, 0],
    [{ from: Date.parse("2026-03-02T01:00:00Z") }, 1],
    [{ to: Date.parse("2026-03-02T01:00:00Z") }, 0],
  ])("should find by %j", async (filter, expected) => {
    // given
    await append();
    // when
    const { total } = await db.read((tx) => history.search(tx, filter, { offset: 0, limit: 10 }));
    // then
    expect(total).toBe(expected);
  });

  it("should verify a whole chain, longer than one chunk", async () => {
    // given
    await db.transaction(async (tx) => {
      for (let i = 0; i < 501; i++) await history.append(tx, anEntry({ changes: [], reason: null }));
    });
    // when
    const outcome = await verifyHistory(db);
    // then
    expect(outcome).toMatchObject({ entries: 501, broken: null });
    expect(outcome.head).toMatch(/^[0-9a-f]{64}$/);
  });

  it("should verify an empty history", async () => {
    expect(await verifyHistory(db)).toEqual({ entries: 0, head: "0".repeat(64), broken: null });
  });

  it("should leave no gap where a transaction was rolled back", async () => {
    // given
    await append();
    const failing = db.transaction(async (tx) => {
      await history.append(tx, anEntry());
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    // when
    await append();
    // then
    expect(await verifyHistory(db)).toMatchObject({ entries: 2, broken: null });
  });

  it("should put parallel appends into one chain", async () => {
    // when
    await Promise.all(Array.from({ length: 20 }, () => append()));
    // then
    expect(await verifyHistory(db)).toMatchObject({ entries: 20, broken: null });
  });

  it.each([
    ["a changed body", `UPDATE history_entry SET body = REPLACE(body, 'mengembalikan', 'menyetujui') WHERE seq = 2`, 2],
    ["a changed column", `UPDATE history_entry SET actor_id = 'user-9' WHERE seq = 2`, 2],
    ["a removed entry", `DELETE FROM history_entry WHERE seq = 2`, 2],
    ["a cut-off end", `DELETE FROM history_entry WHERE seq = 3`, 3],
    [
      "a changed personal value",
      `UPDATE history_personal SET value = 'Budi' WHERE entry_seq = 3 AND path = 'actorName'`,
      3,
    ],
    [
      "an added personal value",
      `UPDATE history_personal SET path = 'changes.0.to' WHERE entry_seq = 1 AND path = 'reason'`,
      1,
    ],
  ])("should name the first broken entry for %s", async (_, tamper, seq) => {
    // given
    await append();
    await append();
    await append();
    // when
    await run(tamper);
    // then
    const outcome = await verifyHistory(db);
    expect(outcome.broken?.seq).toBe(seq);
    expect(outcome.broken?.why).toMatch(/^Expected .*, but/);
  });

  it("should erase personal values without breaking the chain", async () => {
    // given
    await append();
    await append({ caseId: "case-2" });
    // when
    const erased = await db.transaction((tx) => history.erasePersonal(tx, "case-1"));
    // then
    expect(erased).toBe(3);
    expect(await verifyHistory(db)).toMatchObject({ entries: 2, broken: null });
    const { items } = await db.read((tx) => history.search(tx, {}, { offset: 0, limit: 10 }));
    expect(items[1]).toMatchObject({ actorName: null, reason: null });
    expect(items[1]?.changes.map(({ to }) => to)).toEqual(["DIKEMBALIKAN", null]);
    expect(items[0]).toMatchObject({ actorName: "Siti Aminah" });
  });
});
