import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openPlatform, type PlatformWorld } from "../cases/platform-world.js";

describe("text search of tasks", () => {
  let world: PlatformWorld;
  beforeAll(async () => {
    world = await openPlatform();
  });
  afterAll(() => world.close());

  it("should count a task once that is found by its name and by its case file", async () => {
    // given tasks "Periksa permohonan", three of them on case files that speak of "periksa" too
    const applicant = await world.person("pemohon1", "applicant");
    const checker = await world.person("periksa1", "checker", "a1");
    for (const perihal of ["Periksa jalan", "Periksa gedung", "Periksa kapal", "Izin cuti"]) {
      const { status } = await applicant.post("/api/starts/permits/permit", { data: { perihal, agency: "a1" } });
      expect(status).toBe(201);
    }
    // when
    const first = (await checker.get("/api/tasks?view=group&search=periksa&limit=2")).body;
    const second = (
      await checker.get(`/api/tasks?view=group&search=periksa&limit=2&after=${encodeURIComponent(first.next)}`)
    ).body;
    // then
    expect([first.total, second.total]).toEqual([4, 4]);
    const keys = [...first.items, ...second.items].map(({ key }: { key: string }) => key);
    expect(new Set(keys).size).toBe(4);
  });
});
