import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { entities, verifyHistory } from "../../../src/history/index.js";
import { type KillablePlatform, openKillable } from "../../support/killable-platform.js";
import { SurvivingJourney } from "./surviving-journey.js";

/** Acts during which the power goes, and after how many milliseconds; the exact point is chance. */
const KILLS: Readonly<Record<string, number>> = {
  "start dupak": 12,
  "complete FillMonev": 25,
  "add row 3": 6,
  "attach evidence 5": 4,
  "complete ComposeDupak": 30,
  "complete ScoreByTpi": 20,
  "complete SendToTpp": 40,
  "complete DecideSidang": 60,
};

describe("a platform that is killed again and again", () => {
  let killable: KillablePlatform;
  beforeAll(async () => {
    killable = await openKillable();
  }, 180_000);
  afterAll(() => killable.end());

  it("should lose nothing, do nothing twice and come to the end", async () => {
    // given
    const journey = new SurvivingJourney(killable.platform, KILLS);
    // when
    const { caseId, restarts } = await journey.drive();
    // then
    expect(restarts).toBe(Object.keys(KILLS).length);
    expect(await journey.printed(caseId)).toEqual(["hpak", "penjelasan", "tabulasi"]);
    expect(await journey.storyOfActs(caseId)).toEqual({
      FillMonev: 1,
      ComposeDupak: 1,
      CheckRequirements: 1,
      ScoreByTpi: 1,
      ReceiveByTpp: 1,
      ScoreByTpp: 1,
    });
    expect(await journey.openTasks(caseId)).toEqual([]);
    await killable.platform.stop();

    await killable.inDatabase(async (db) => {
      const { broken, entries } = await verifyHistory(db);
      expect(broken).toBeNull();
      expect(entries).toBeGreaterThan(20);
      const left = await db.read((tx) =>
        tx.manager.query<{ unsent: number; messages: number; results: number }[]>(
          `SELECT (SELECT COUNT(*) FROM task_completion WHERE sent_at IS NULL) AS unsent,
            (SELECT COUNT(*) FROM outbox_message) AS messages,
            (SELECT COUNT(*) FROM printed_document WHERE template = 'siwi/hpak') AS results`,
        ),
      );
      expect(left).toEqual([{ unsent: 0, messages: 0, results: 1 }]);
    }, entities);
  }, 180_000);
});
