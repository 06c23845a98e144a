import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { verifyHistory } from "../../../src/history/index.js";
import { openPlatform, type PlatformWorld } from "../cases/platform-world.js";

describe("many people at once", () => {
  let world: PlatformWorld;
  beforeAll(async () => {
    world = await openPlatform();
  });
  afterAll(() => world.close());

  it("should complete the tasks of many case files side by side, each once, in one unbroken history", async () => {
    // given
    const applicant = await world.person("pemohon1", "applicant");
    const checker = await world.person("periksa1", "checker", "a1");
    const perihal = Array.from({ length: 12 }, (_, n) => `Nomor ${n}`);
    const started = await Promise.all(
      perihal.map((text) => applicant.post("/api/starts/permits/permit", { data: { perihal: text, agency: "a1" } })),
    );
    expect(started.map(({ status }) => status)).toEqual(perihal.map(() => 201));
    const keys: string[] = (await checker.get("/api/tasks?view=group&limit=100")).body.items.map(
      ({ key }: { key: string }) => key,
    );
    expect(keys).toHaveLength(perihal.length);
    // when each is claimed, and completed by two clicks
    const claimed = await Promise.all(keys.map((key) => checker.post(`/api/tasks/${key}/claim`)));
    const clicks = await Promise.all(
      [...keys, ...keys].map((key) => checker.post(`/api/tasks/${key}/completion`, { data: { keputusan: "terima" } })),
    );
    // then
    expect(claimed.map(({ status }) => status)).toEqual(keys.map(() => 204));
    const statuses = clicks.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([...keys.map(() => 200), ...keys.map(() => 409)]);
    expect((await world.client.searchUserTasks({ filter: { state: "CREATED" }, page: { limit: 1 } })).total).toBe(0);
    const grants = await world.db.read((tx) =>
      world.services.history.search(tx, { search: "memberikan izin" }, { offset: 0, limit: 1 }),
    );
    expect(grants.total).toBe(keys.length);
    expect(await verifyHistory(world.db)).toMatchObject({ broken: null });
  });
});
