import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { FORWARD, openDraft, ok, Person, sendingData, TAKE_IN, until } from "./journey.js";

const ROW = { kode: "5", uraian: "Bahan tayang", tanggalMulai: "2021-02-01", volume: "5" };
const HOUR_MS = 3_600_000;

describe("reminders", () => {
  let world: AlurWorld;
  beforeAll(async () => {
    // Monday, 16 March 2026: Nyepi and Idul Fitri make a long week after it
    world = await openAlur({ now: "2026-03-16T08:00:00+07:00" });
  }, 120_000);
  afterAll(() => world.close());

  const reminders = async (person: Person): Promise<number> =>
    (await person.notifications()).filter(({ title }) => title === "Pengingat").length;

  it("should come after working days only, once, and leave the task open", async () => {
    // given
    const wi = await Person.signIn(world, "wi1");
    const secretariat = await Person.signIn(world, "sekretariat-tpi");
    const caseId = await openDraft(wi);
    await wi.addRowWithEvidence(caseId, ROW);
    ok(await wi.complete(await wi.task(caseId, "ComposeDupak"), await sendingData(wi)));
    const key = await secretariat.task(caseId, "CheckRequirements");
    const { task } = ok(await secretariat.browser.get(`/api/tasks/${key}`));
    // then due after five working days: 17, 25, 26, 27, 30 March
    expect(new Date(task.dueAt).toISOString()).toBe("2026-03-30T09:00:00.000Z");
    expect(task.dueInWorkingDays).toBe(5);

    // when the third working day (26 March) is not over: Nyepi, Idul Fitri and their shared leave do not count
    world.clock.set("2026-03-26T08:59:00Z");
    await world.settle();
    expect(await reminders(await Person.signIn(world, "sekretariat-tpi"))).toBe(0);
    await world.advance(HOUR_MS);
    // then
    const later = await Person.signIn(world, "sekretariat-tpi");
    await until("a reminder", async () => ((await reminders(later)) === 1 ? true : undefined));
    await world.advance(HOUR_MS);
    expect(await reminders(later)).toBe(1);
    const { items } = ok(await later.browser.get(`/api/cases/${caseId}/story?limit=100`));
    expect(items.map(({ sentence }: { sentence: { id: string } }) => sentence.id)).toContain(
      "mengirim pengingat kepada Sekretariat TPI",
    );
    await later.do(caseId, "CheckRequirements", FORWARD);
    expect(await later.path(caseId)).toEqual(
      expect.arrayContaining(["CheckRequirementsReminder", "RemindCheckRequirements"]),
    );
    expect(await later.caseStatus(caseId)).toBe("DITERUSKAN_TPI");
  }, 120_000);

  it("should come to the widyaiswara a week before the last day", async () => {
    const wi = await Person.signIn(world, "wi2");
    const caseId = await openDraft(wi);
    world.clock.set("2026-05-08T10:00:00Z"); // the period closes on 15 May
    await world.settle();
    const later = await Person.signIn(world, "wi2");
    await until("a reminder", async () => ((await reminders(later)) === 1 ? true : undefined));
    expect(await later.caseStatus(caseId)).toBe("DRAF");
  }, 120_000);

  it("should come to each team in its turn", async () => {
    const DAYS_MS = 30 * 24 * HOUR_MS;
    const wi = await Person.signIn(world, "wi4");
    const caseId = await openDraft(wi);
    await wi.addRowWithEvidence(caseId, ROW);
    ok(await wi.complete(await wi.task(caseId, "ComposeDupak"), await sendingData(wi)));
    const refused = { keputusan: "KEMBALIKAN", alasan: "SK Jabatan tidak terbaca" };
    for (const [username, elementId, data] of [
      ["sekretariat-tpp", "ReceiveByTpp", refused],
      ["wi4", "RepairDupak", "again"],
      ["sekretariat-tpp", "ReceiveByTpp", TAKE_IN],
      ["tpp1", "ScoreByTpp", null],
    ] as const) {
      const person = await Person.signIn(world, username);
      const before = await reminders(person);
      await person.task(caseId, elementId);
      await world.advance(DAYS_MS);
      const later = await Person.signIn(world, username);
      await until(`a reminder of ${elementId}`, async () =>
        (await reminders(later)) === before + 1 ? true : undefined,
      );
      if (data === "again") await later.do(caseId, elementId, await sendingData(later));
      else if (data !== null) await later.do(caseId, elementId, data);
    }
  }, 120_000);
});
