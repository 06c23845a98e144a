import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Answer } from "../../support/browser.js";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { ok, Person } from "./journey.js";

const DAY_MS = 86_400_000;
const SECOND_HALF = { masaMulai: "2021-07-01", masaSelesai: "2021-12-31", buka: "2026-03-10", tutup: "2026-06-30" };
const paths = ({ status, body }: Answer): unknown[] => [
  status,
  ...body.errors.map(({ path }: { path: string }) => path),
];

describe("periods of DUPAK", () => {
  let world: AlurWorld;
  let caseId: string;
  const admin = () => Person.signIn(world, "admin-pusat");

  beforeAll(async () => {
    world = await openAlur();
  }, 120_000);
  afterAll(() => world.close());

  it("should be opened by the Admin Pusat only, without overlap, and before 2023", async () => {
    const person = await admin();
    const other = await Person.signIn(world, "sekretariat-tpp");
    expect((await other.start("masa-penilaian", SECOND_HALF)).status).toBe(404);
    const start = (more: object) => person.start("masa-penilaian", { ...SECOND_HALF, ...more });
    const overlapping = await start({ masaMulai: "2021-06-01" });
    expect(paths(overlapping)).toEqual([400, "data.masaMulai"]);
    expect(overlapping.body.detail).toContain("Januari s/d Juni 2021");
    const converted = await start({ masaMulai: "2023-01-01", masaSelesai: "2023-06-30" });
    expect(paths(converted)).toEqual([400, "data.masaSelesai"]);
    expect(converted.body.detail).toContain("konversi predikat kinerja");
    expect(paths(await start({ tutup: "2026-03-01" }))).toEqual([400, "data.tutup"]);
    expect(paths(await start({ buka: "" }))).toEqual([400, "data.buka"]);
    ({ caseId } = ok(await start({})));
    expect(await person.caseStatus(caseId)).toBe("DIJADWALKAN");
    expect(ok(await person.browser.get(`/api/cases/${caseId}`)).case).toMatchObject({
      title: "Masa penilaian Juli s/d Desember 2021",
      subjectName: "Seluruh widyaiswara", // the months are not said twice
    });
  });

  it("should be told to every widyaiswara on the day it opens, after a change of that day too", async () => {
    const person = await admin();
    const told = async () =>
      (await (await Person.signIn(world, "wi2")).notifications()).filter(({ body }) =>
        body.includes("Juli s/d Desember 2021"),
      );
    await person.do(caseId, "ManagePeriod", {
      keputusan: "UBAH",
      ...SECOND_HALF,
      buka: "2026-03-12",
      alasan: "Jadwal diundur dua hari",
    });
    const { items } = ok(await person.browser.get(`/api/cases/${caseId}/story?limit=10`));
    expect(JSON.stringify(items)).toContain('"from":"2026-03-10","to":"2026-03-12"');
    await world.advance(9 * DAY_MS);
    expect(await told()).toEqual([]);
    await world.advance(2 * DAY_MS);
    await (await admin()).becomes(caseId, "DIBUKA");
    expect(await told()).toHaveLength(1);
  });

  it("should keep what people rely on: its dates once there are DUPAK, its first day once it is open", async () => {
    const person = await admin();
    const wi = await Person.signIn(world, "wi1");
    ok(await wi.start("dupak", { setuju: true })); // January to June, the older one
    ok(await wi.start("dupak", { setuju: true }));
    const key = await person.task(caseId, "ManagePeriod");
    const change = (more: object) =>
      person.complete(key, {
        keputusan: "UBAH",
        ...SECOND_HALF,
        buka: "2026-03-12",
        alasan: "Perubahan jadwal",
        ...more,
      });
    expect(paths(await change({ masaMulai: "2021-08-01" }))).toEqual([400, "data.masaMulai"]);
    expect(paths(await change({ buka: "2026-03-20" }))).toEqual([400, "data.buka"]);
    expect((await change({ alasan: "" })).status).toBe(400);
    ok(await change({ tutup: "2026-07-31" }));
    expect(await person.caseStatus(caseId)).toBe("DIBUKA");
  });

  it("should close after its last day, and early by the Admin Pusat", async () => {
    const early = ok(
      await (
        await admin()
      ).start("masa-penilaian", {
        masaMulai: "2022-01-01",
        masaSelesai: "2022-06-30",
        buka: "2026-03-10",
        tutup: "2026-12-31",
      }),
    ).caseId;
    await (await admin()).becomes(early, "DIBUKA");
    await (await admin()).do(early, "ManagePeriod", { keputusan: "TUTUP", alasan: "Diganti masa penilaian tahunan" });
    expect(await (await admin()).caseStatus(early)).toBe("DITUTUP");
    await world.advance(150 * DAY_MS);
    const person = await admin();
    await person.becomes(caseId, "DITUTUP");
    expect((await person.path(caseId)).at(-1)).toBe("PeriodClosed");
    const wi = await Person.signIn(world, "wi4");
    expect((await wi.start("dupak", { setuju: true })).body.detail).toContain("Tidak ada masa penilaian");
  });
});
