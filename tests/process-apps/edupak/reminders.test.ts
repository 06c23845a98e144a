import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { APPROVE, approvedMonth, MARET, ok, openMonth, Person, SEND_MONTH, sentDupak } from "./journey.js";

const DAY_MS = 86_400_000;

describe("reminders of e-DUPAK", () => {
  let world: AlurWorld;
  beforeAll(async () => {
    world = await openAlur();
  }, 120_000);
  afterAll(() => world.close());

  /** Signs in anew: the days that pass end every session. */
  const person = (username: string): Promise<Person> => Person.signIn(world, username);
  const reminders = async (username: string): Promise<number> =>
    (await (await person(username)).notifications()).filter(({ title }) => title === "Pengingat").length;
  const reminded = (username: string, count: number) =>
    world.eventually(
      () => reminders(username),
      (found) => found === count,
    );

  it("should go to whoever has the step, once for each", async () => {
    // given a month with the superior
    const jfk = await person("jfk1");
    const sent = await openMonth(jfk, "2021-02", [{ kode: "212101006", tanggalMulai: "2021-02-01", volume: "1" }]);
    await jfk.do(sent, "FillInventarisasi", SEND_MONTH);
    await (await person("atasan-jfk")).offered(sent, "ApproveInventarisasi");
    // when three working days have passed, then he is reminded once, and nobody else
    await world.advance(4 * DAY_MS);
    await reminded("atasan-jfk", 1);
    await world.advance(3 * DAY_MS);
    await reminded("atasan-jfk", 1);
    expect(await reminders("jfk1")).toBe(0);
  }, 120_000);

  it("should go to the secretariat while nobody takes a DUPAK in", async () => {
    // given
    const jfk = await person("jfk1");
    const atasan = await person("atasan-jfk");
    const [month] = ok(await atasan.browser.get("/api/cases?app=edupak&type=inventarisasi")).items;
    await atasan.do(month.id, "ApproveInventarisasi", APPROVE);
    await approvedMonth(jfk, atasan, "2021-03", MARET);
    const dupak = await sentDupak(jfk, "2021-03");
    await atasan.do(dupak, "ApproveByAtasan", APPROVE);
    await (await person("pejabat-jfk")).do(dupak, "ApproveByPejabat", { ...APPROVE, catatan: "" });
    await (await person("sekretariat-jfk")).offered(dupak, "ReceiveDupak");
    // when
    await world.advance(6 * DAY_MS);
    // then
    await reminded("sekretariat-jfk", 1);
    expect(await reminders("pejabat-jfk")).toBe(0);
  }, 90_000);
});
