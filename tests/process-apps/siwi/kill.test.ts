import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entities, migrations, verifyHistory } from "../../../src/history/index.js";
import { openDatabase } from "../../../src/platform/db/index.js";
import { AlurProcess } from "../../support/alur-process.js";
import { isEngineOutside, openOutsideEngine, type OutsideEngine } from "../../support/outside-engine.js";
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
  const folder = mkdtempSync(join(tmpdir(), "alur-kill-"));
  let engine: OutsideEngine | undefined;
  let platform: AlurProcess;
  beforeAll(async () => {
    execFileSync(process.execPath, ["src/cli/prepare.mjs", "build"], { stdio: "ignore" });
    // An engine outside lives on: what it has handed out to a killed platform must come back.
    engine = isEngineOutside() ? await openOutsideEngine(["--data", join(folder, "engine")]) : undefined;
    platform = new AlurProcess(folder, engine === undefined ? {} : { ALUR_CAMUNDA_URL: engine.url });
    await platform.start();
  }, 180_000);
  afterAll(async () => {
    await platform.kill();
    await engine?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("should lose nothing, do nothing twice and come to the end", async () => {
    // given
    const journey = new SurvivingJourney(platform, KILLS);
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
    await platform.stop();

    const url = `sqlite:${join(folder, "data", "alur.db")}`;
    const db = await openDatabase({ url, entities, migrations });
    try {
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
    } finally {
      await db.close();
    }
  }, 180_000);
});
