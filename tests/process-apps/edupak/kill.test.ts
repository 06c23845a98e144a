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
  const folder = mkdtempSync(join(tmpdir(), "alur-kill-edupak-"));
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

  it("should lose nothing, print each paper once and give each number once", async () => {
    // given
    const journey = new SurvivingJourney(platform, KILLS);
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
    await platform.stop();

    const url = `sqlite:${join(folder, "data", "alur.db")}`;
    const db = await openDatabase({ url, entities, migrations });
    try {
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
    } finally {
      await db.close();
    }
  }, 600_000);
});
