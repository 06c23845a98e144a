import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import Database from "better-sqlite3";
import { requireProgram } from "../../../src/cli/conformance/program.js";
import { percentile } from "../figures.js";

const VERSION = "25.0.1";

export const BPMN_ENGINE = `npm bpmn-engine ${VERSION}`;

/** The part of the package's API that is used. */
interface WaitingActivity {
  signal(): void;
}
interface Listener {
  on(event: "activity.wait", handler: (activity: WaitingActivity) => void): Listener;
}
interface Instance {
  /** `running` while the instance waits, `idle` when it has ended. */
  readonly state: string;
  execute(options: { readonly listener: Listener; readonly variables: object }): Promise<unknown>;
  recover(state: unknown): Instance;
  resume(options: { readonly listener: Listener }): Promise<unknown>;
  getState(): Promise<unknown>;
  stop(): Promise<void>;
}
interface Package {
  readonly Engine: new (options: { readonly name: string; readonly source?: string }) => Instance;
}

/** Process A with a condition that the package understands. */
const PROCESS_A = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="bench" targetNamespace="http://bpmn.io/schema/bpmn">
<process id="bench-a" isExecutable="true"><startEvent id="Start" /><userTask id="Receive" /><exclusiveGateway id="Complete" default="Complete_End" /><userTask id="Decide" /><endEvent id="End" />
<sequenceFlow id="Start_Receive" sourceRef="Start" targetRef="Receive" /><sequenceFlow id="Receive_Complete" sourceRef="Receive" targetRef="Complete" />
<sequenceFlow id="Complete_Decide" sourceRef="Complete" targetRef="Decide"><conditionExpression xsi:type="tFormalExpression">\${environment.variables.lengkap}</conditionExpression></sequenceFlow>
<sequenceFlow id="Complete_End" sourceRef="Complete" targetRef="End" /><sequenceFlow id="Decide_End" sourceRef="Decide" targetRef="End" /></process></definitions>`;

/** The package, installed when it is not there yet. */
async function installed(cache: string): Promise<Package> {
  const home = join(cache, `bpmn-engine-${VERSION}`);
  if (!existsSync(join(home, "complete"))) {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    writeFileSync(
      join(home, "package.json"),
      JSON.stringify({ private: true, dependencies: { "bpmn-engine": VERSION } }),
    );
    console.error(`downloading bpmn-engine ${VERSION}`);
    await requireProgram("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: home });
    writeFileSync(join(home, "complete"), "");
  }
  return createRequire(join(home, "package.json"))("bpmn-engine") as Package;
}

/** One run: how many instances are finished per second, and how long each takes. */
export type MeasureBpmnEngine = (count: number) => Promise<Readonly<Record<string, number>>>;

/**
 * Prepares the package to run process A in this process. Its state is saved to a SQLite file (synchronous=FULL) at each user
 * task and read from there when the task is completed, as a program has to that must outlive a power cut.
 */
export async function openBpmnEngine(cache: string, folder: string): Promise<MeasureBpmnEngine> {
  const { Engine } = await installed(cache);
  const { EventEmitter } = await import("node:events");
  const database = new Database(join(folder, "states.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec("CREATE TABLE instance (id INTEGER PRIMARY KEY, state TEXT NOT NULL)");
  const save = database.prepare("INSERT OR REPLACE INTO instance (id, state) VALUES (?, ?)");
  const load = database.prepare<[number], { readonly state: string }>("SELECT state FROM instance WHERE id = ?");
  let id = 0;

  const keep = async (instance: Instance): Promise<void> => {
    const hasEnded = instance.state === "idle"; // then there is no state to be had
    save.run(id, hasEnded ? '"ended"' : JSON.stringify(await instance.getState()));
    if (!hasEnded) await instance.stop();
  };

  const listening = (): { readonly listener: Listener; readonly waiting: WaitingActivity[] } => {
    const waiting: WaitingActivity[] = [];
    const listener = new EventEmitter().on("activity.wait", (activity: WaitingActivity) => void waiting.push(activity));
    return { listener, waiting };
  };

  const runOne = async (): Promise<void> => {
    id++;
    const variables = { petugas: "petugas-1", nilai: 88, lengkap: true };
    const started = new Engine({ name: `bench-${id}`, source: PROCESS_A });
    await started.execute({ listener: listening().listener, variables });
    await keep(started);
    for (let task = 0; task < 2; task++) {
      const instance = new Engine({ name: `bench-${id}` }).recover(JSON.parse(load.get(id)?.state ?? "null"));
      const { listener, waiting } = listening();
      await instance.resume({ listener });
      const [activity] = waiting;
      if (activity === undefined) throw new Error("Expected bpmn-engine to wait at a user task, but it does not");
      activity.signal();
      if ((instance.state === "idle") !== (task === 1))
        throw new Error("Expected bpmn-engine to finish after two tasks");
      await keep(instance);
    }
  };

  return async (count) => {
    const eachMs: number[] = [];
    const started = performance.now();
    for (let n = 0; n < count; n++) {
      const before = performance.now();
      await runOne();
      eachMs.push(performance.now() - before);
    }
    const elapsedMs = performance.now() - started;
    return {
      "completed per second": (count / elapsedMs) * 1000,
      "create to completed p50": percentile(eachMs, 0.5),
      "create to completed p95": percentile(eachMs, 0.95),
    };
  };
}
