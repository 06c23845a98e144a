import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { entities, verifyHistory } from "../../../src/history/index.js";
import { type KillablePlatform, openKillable } from "../../support/killable-platform.js";
import { SurvivingJourney } from "./surviving-journey.js";

/** Acts during which the power goes, and after how many milliseconds; the exact point is chance. */
const KILLS: Readonly<Record<string, number>> = {
  "start inventarisasi": 12,
  "add row 212111011": 10,
  "complete FillInventarisasi": 25,
  "complete ComposeDupak": 40,
  "complete ApproveByPejabat": 60,
  "score 212109006": 8,
  "complete ScoreDupak": 25,
  "complete DecideSidang": 80,
  "complete DecidePak": 150,
};

describe("e-DUPAK on a platform that is killed again and again", () => {
  let killable: KillablePlatform;
  beforeAll(async () => {
    killable = await openKillable();
  }, 180_000);
  afterAll(() => killable.end());

  it("should lose nothing, print each paper once and give each number once", async () => {
    // given
    const journey = new SurvivingJourney(killable.platform, KILLS);
    // when
    const { restarts } = await journey.drive();
    // then
    expect(restarts).toBe(Object.keys(KILLS).length);
    expect(await journey.status()).toBe("DITERIMA");
    const papers = await journey.papers();
    expect(papers.map(([template]) => template).toSorted()).toEqual([
      "edupak/berita-acara",
      "edupak/daftar-dupak",
      "edupak/dupak",
      "edupak/dupak",
      "edupak/hapak",
      "edupak/inventarisasi",
      "edupak/resume",
      "edupak/spmk",
      "edupak/surat-pernyataan",
      "edupak/surat-usul",
    ]);
    const numbered = new Map(papers.flatMap(([template, number]) => (number === null ? [] : [[template, number]])));
    expect(new Set(numbered.values()).size).toBe(numbered.size);
    for (const number of numbered.values()) expect(number).toMatch(/\b0*1\b/);
    await killable.platform.stop();

    await killable.inDatabase(async (db) => {
      expect((await verifyHistory(db)).broken).toBeNull();
      const left = await db.read((tx) =>
        tx.manager.query<{ unsent: number; messages: number; balances: number; paks: number }[]>(
          `SELECT (SELECT COUNT(*) FROM task_completion WHERE sent_at IS NULL) AS unsent,
            (SELECT COUNT(*) FROM outbox_message) AS messages,
            (SELECT COUNT(*) FROM edupak_saldo WHERE dupakId IS NOT NULL) AS balances,
            (SELECT COUNT(*) FROM kepegawaian_pak WHERE jenis = 'HAPAK') AS paks`,
        ),
      );
      expect(left).toEqual([{ unsent: 0, messages: 0, balances: 1, paks: 1 }]);
    }, entities);
  }, 600_000);
});
