import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { missingLines, readPdfText } from "../documents/index.js";
import { createAlur } from "../main.js";
import { AppError, createLogger, readConfig } from "../platform/index.js";
import { sentence } from "./sentence.js";

/**
 * `npm run demo -- --app <app>`: drives the longest path of a process app, headless, on a fresh data folder over the real
 * HTTP API. The path itself is the app's: `tests/process-apps/<app>/demo.ts` exports `drive` and,
 * where other people's services are needed, `surround`.
 */

/** What a driver is given. */
export interface DemoHost {
  readonly url: string;
  /** Passwords of the demo accounts, by user name. */
  readonly passwords: ReadonlyMap<string, string>;
  /** One step done: who did it, and what. */
  readonly step: (actor: string, what: string) => void;
  /** Leaves a file for people to look at. */
  readonly keep: (name: string, bytes: Buffer) => void;
  /** Lines that a PDF does not contain. */
  readonly missingLines: (pdf: Buffer, expected: string) => Promise<readonly string[]>;
  readonly pdfText: (pdf: Buffer) => Promise<string>;
  /** Records a check; the command fails when one does not hold. */
  readonly check: (what: string, holds: boolean, detail?: string) => void;
}

/** Other people's services that a demo needs, and the variables that lead to them. */
export interface DemoSurroundings {
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

interface Driver {
  readonly surround?: () => Promise<DemoSurroundings>;
  readonly drive: (host: DemoHost) => Promise<void>;
}

const DEFAULT_APP = "siwi";
const OUT = join("out", "demo");

const loadDriver = async (app: string): Promise<Driver> => {
  const here = dirname(fileURLToPath(import.meta.url));
  const path = join(here, "..", "..", "tests", "process-apps", app, "demo.js");
  if (!/^[a-z][a-z0-9-]*$/.test(app) || !existsSync(path)) {
    throw new AppError("BAD_INPUT", `Expected a process app with a demo, but there is none for '${app}'`);
  }
  const { drive, surround } = (await import(pathToFileURL(path).href)) as Partial<Driver>;
  if (drive === undefined)
    throw new AppError("BAD_INPUT", `Expected the demo of '${app}' to export drive, but it does not`);
  return surround === undefined ? { drive } : { drive, surround };
};

/** Failures are collected, so that one run shows all of them. */
const createHost = (url: string, passwords: ReadonlyMap<string, string>, faults: string[]): DemoHost => {
  const started = performance.now();
  let steps = 0;
  return {
    url,
    passwords,
    step(actor, what) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
      console.log(`${String(++steps).padStart(3)}  ${seconds} s  ${actor.padEnd(18)} ${what}`);
    },
    keep(name, bytes) {
      mkdirSync(OUT, { recursive: true });
      writeFileSync(join(OUT, name), bytes);
      console.log(`              -> ${join(OUT, name)} (${bytes.length} bytes)`);
    },
    missingLines,
    pdfText: async (pdf) => (await readPdfText(pdf)).flat().join("\n"),
    check(what, holds, detail = "") {
      if (holds) return;
      faults.push(detail === "" ? what : `${what}: ${detail}`);
    },
  };
};

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options: { app: { type: "string", default: DEFAULT_APP } } });
  const { drive, surround } = await loadDriver(values.app);
  const dataDir = mkdtempSync(join(tmpdir(), "alur-demo-"));
  const faults: string[] = [];
  const surroundings = await surround?.();
  try {
    const config = readConfig({
      ...process.env,
      ...surroundings?.environment,
      ALUR_DATA_DIR: dataDir,
      ALUR_PORT: "0",
      ALUR_HOST: "127.0.0.1",
      ALUR_DEMO: "on",
    });
    const alur = await createAlur(config, { logger: createLogger("error") });
    try {
      const { url } = await alur.start();
      const passwords = new Map(
        alur.firstStart.accounts.flatMap(({ username, password }) => (password === null ? [] : [[username, password]])),
      );
      await drive(createHost(url, passwords, faults));
    } finally {
      await alur.stop();
    }
  } finally {
    await surroundings?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  for (const fault of faults) console.log(`GAGAL / FAILED  ${fault}`);
  console.log(
    faults.length === 0
      ? "Semua pemeriksaan benar / All checks held"
      : `${faults.length} pemeriksaan gagal / checks failed`,
  );
  return faults.length === 0 ? 0 : 1;
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(sentence(error));
  process.exitCode = 1;
}
