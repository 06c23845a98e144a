import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, type EntityClass, openDatabase } from "../../src/platform/db/index.js";
import { AlurProcess } from "./alur-process.js";
import { isEngineOutside, openOutsideEngine } from "./outside-engine.js";

/** A running platform with a folder of its own, to be killed and started again. */
export interface KillablePlatform {
  readonly platform: AlurProcess;
  /** Works in the platform's database, beside it or after it. */
  inDatabase<T>(work: (db: Database) => Promise<T>, entities?: readonly EntityClass[]): Promise<T>;
  /** Kills the platform and removes the folder. */
  end(): Promise<void>;
}

/**
 * Builds the platform and starts it.
 * @param environment further settings.
 */
export const openKillable = async (environment: Readonly<Record<string, string>> = {}): Promise<KillablePlatform> => {
  execFileSync(process.execPath, ["src/cli/prepare.mjs", "build"], { stdio: "ignore" });
  const folder = mkdtempSync(join(tmpdir(), "alur-kill-"));
  // An engine outside lives on: what it has handed out to a killed platform must come back.
  const engine = isEngineOutside() ? await openOutsideEngine(["--data", join(folder, "engine")]) : undefined;
  const outside = engine === undefined ? {} : { ALUR_CAMUNDA_URL: engine.url };
  const platform = new AlurProcess(folder, { ...outside, ...environment });
  await platform.start();
  return {
    platform,
    async inDatabase(work, entities = []) {
      const db = await openDatabase({ url: `sqlite:${join(folder, "data", "alur.db")}`, entities, migrations: [] });
      try {
        return await work(db);
      } finally {
        await db.close();
      }
    },
    async end() {
      await platform.kill();
      await engine?.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
