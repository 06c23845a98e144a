import { isDeepStrictEqual } from "node:util";
import { expect } from "@jest/globals";
import {
  type ActivatedJob,
  type Command,
  type CommandResults,
  createEngine,
  type Engine,
  type EngineLimits,
  type EngineStore,
  type JsonObject,
  type LogBatch,
  type Outcome,
  rebuildTables,
  type RebuiltTables,
  TABLES,
  type TableName,
  type TableRows,
} from "../../src/engine/index.js";
import { ControlledClock } from "../../src/platform/index.js";
import type { DatabaseKind } from "./database.js";
import { memoryEngineStore } from "./engine-memory-store.js";
import { openEngineStore } from "./engine-stores.js";

/** A process around the elements of a test. Attributes may use `zeebe:`. */
export function bpmn(id: string, elements: string, definitions = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="http://example.com">
  ${definitions}
  <bpmn:process id="${id}" isExecutable="true">${elements}</bpmn:process>
</bpmn:definitions>`;
}

/** `flow("a", "b")` with an id of both, or a condition. */
export const flow = (from: string, to: string, condition?: string): string =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${
    condition === undefined
      ? ""
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escape(condition)}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;

/** Flows along a path. */
export const path = (...ids: string[]): string =>
  ids
    .slice(1)
    .map((to, index) => flow(ids[index] ?? "", to))
    .join("");

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** A service task with a job of the type. */
export const serviceTask = (id: string, type = id, extra = "", inner = ""): string =>
  `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="${escape(type)}" />${extra}</bpmn:extensionElements>${inner}</bpmn:serviceTask>`;

/** A user task of the engine. */
export const userTask = (id: string, extra = ""): string =>
  `<bpmn:userTask id="${id}" name="Name of ${id}"><bpmn:extensionElements><zeebe:userTask />${extra}</bpmn:extensionElements></bpmn:userTask>`;

/** Input and output mappings: `["=a", "b"]`. */
export function mappings(
  inputs: readonly (readonly [string, string])[],
  outputs: readonly (readonly [string, string])[] = [],
): string {
  const line =
    (kind: string) =>
    ([source, target]: readonly [string, string]) =>
      `<zeebe:${kind} source="${escape(source)}" target="${target}" />`;
  return `<zeebe:ioMapping>${inputs.map(line("input")).join("")}${outputs.map(line("output")).join("")}</zeebe:ioMapping>`;
}

/** An engine under test, on a clock that stands still. */
export class EngineUnderTest {
  private constructor(
    public engine: Engine,
    readonly store: EngineStore,
    readonly clock: ControlledClock,
    private readonly limits: Partial<EngineLimits>,
  ) {}

  /** A new engine on an empty database of the kind, on the given store, or on an empty memory store. */
  static async start(
    options: { kind?: DatabaseKind; store?: EngineStore; clock?: ControlledClock; limits?: Partial<EngineLimits> } = {},
  ): Promise<EngineUnderTest> {
    const store =
      options.store ?? (options.kind === undefined ? memoryEngineStore() : await openEngineStore(options.kind));
    const clock = options.clock ?? new ControlledClock("2026-01-05T08:00:00Z");
    const limits = options.limits ?? {};
    return new EngineUnderTest(await createEngine({ store, clock, limits }), store, clock, limits);
  }

  /** Another engine on the same store: what a restart finds. */
  async restart(): Promise<void> {
    await this.engine.close();
    this.engine = await createEngine({ store: this.store, clock: this.clock, limits: this.limits });
  }

  /** Submits and expects success. */
  async ok<C extends Command>(command: C): Promise<CommandResults[C["type"]]> {
    const outcome = await this.engine.submit(command);
    if (!outcome.ok)
      throw new Error(
        `Expected '${command.type}' to be accepted, but it was refused: ${outcome.rejection.code} ${outcome.rejection.reason}`,
      );
    return outcome.value;
  }

  /** Submits and expects a refusal. */
  async refused(command: Command): Promise<{ code: string; reason: string }> {
    const outcome: Outcome<unknown> = await this.engine.submit(command);
    if (outcome.ok) throw new Error(`Expected '${command.type}' to be refused, but it was accepted`);
    return { code: outcome.rejection.code, reason: outcome.rejection.reason };
  }

  deploy(
    ...files: readonly (string | { name: string; content: string })[]
  ): Promise<CommandResults["deployment.create"]> {
    const resources = files.map((file, index) =>
      typeof file === "string" ? { name: `process-${index}.bpmn`, content: file } : file,
    );
    return this.ok({
      type: "deployment.create",
      resources: resources.map(({ name, content }) => ({ name, content: new TextEncoder().encode(content) })),
    });
  }

  /** Starts an instance and answers its key. */
  async create(processDefinitionId: string, variables: JsonObject = {}): Promise<string> {
    return (await this.ok({ type: "process-instance.create", processDefinitionId, variables })).processInstanceKey;
  }

  /** All jobs of a type that can be had now. */
  async jobs(jobType: string, maxJobs = 1000): Promise<readonly ActivatedJob[]> {
    const outcome = await this.engine.activateJobs({
      jobType,
      worker: "test",
      timeout: 60_000,
      maxJobs,
      requestTimeout: -1,
    });
    if (!outcome.ok) throw new Error(`Expected jobs of type '${jobType}', but: ${outcome.rejection.reason}`);
    return outcome.value;
  }

  /** The one job of a type. */
  async job(jobType: string): Promise<ActivatedJob> {
    const jobs = await this.jobs(jobType);
    const [job] = jobs;
    if (job === undefined || jobs.length !== 1)
      throw new Error(`Expected one job of type '${jobType}', but there are ${jobs.length}`);
    return job;
  }

  async completeJob(jobType: string, variables: JsonObject = {}): Promise<void> {
    await this.ok({ type: "job.complete", jobKey: (await this.job(jobType)).jobKey, variables });
  }

  /** Moves the clock and waits for what that has made due. */
  async advance(ms: number): Promise<void> {
    this.clock.advance(ms);
    await this.engine.settle();
  }

  async rows<Name extends TableName>(table: Name): Promise<TableRows[Name][]> {
    return this.store.select({ table });
  }

  /** The one open user task at an element. */
  async userTask(elementId: string): Promise<TableRows["user_task"]> {
    const [task] = (await this.rows("user_task")).filter((row) => row.elementId === elementId && row.open);
    if (task === undefined) throw new Error(`Expected an open user task at '${elementId}', but there is none`);
    return task;
  }

  async completeUserTask(elementId: string, variables: JsonObject = {}): Promise<void> {
    await this.ok({ type: "user-task.complete", userTaskKey: (await this.userTask(elementId)).userTaskKey, variables });
  }

  /** Open incidents. */
  async incidents(): Promise<TableRows["incident"][]> {
    return (await this.rows("incident")).filter(({ state }) => state === "ACTIVE");
  }

  async state(processInstanceKey: string): Promise<string> {
    const [row] = await this.store.select({ table: "process_instance", equals: { processInstanceKey } });
    return row?.state ?? "absent";
  }

  /** `element STATE` of an instance in the order of entering. */
  async trail(processInstanceKey: string): Promise<string[]> {
    const rows = await this.store.select({ table: "element_instance", equals: { processInstanceKey } });
    return rows.map(
      ({ elementId, state, type }) => `${elementId}${type === "MULTI_INSTANCE_BODY" ? "#body" : ""} ${state}`,
    );
  }

  /** Variables at the instance, or at the instances of an element. */
  async variables(scopeKey: string): Promise<JsonObject> {
    const rows = await this.store.select({ table: "variable", equals: { scopeKey } });
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  }

  /** Stops the engine, checks that the log alone makes the same tables, and closes the store. */
  async close(): Promise<void> {
    await this.engine.close();
    await assertReplayEquals(this.store);
    await this.store.close();
  }
}

/** What of a store's log is no longer in it: its first entries, or a copy of all tables at a position. */
export interface ReplayStart {
  readonly entries?: readonly LogBatch[];
  readonly base?: { readonly position: number; readonly tables: RebuiltTables };
}

/** Replay equals processing: applying the log to an empty state, or to a base, gives the stored tables, row for row. */
export async function assertReplayEquals(store: EngineStore, { entries = [], base }: ReplayStart = {}): Promise<void> {
  const log = [...entries];
  for (let after = log.at(-1)?.position ?? base?.position ?? 0; ; after = log.at(-1)?.position ?? after) {
    const page = await store.readLog(after, 1000);
    if (page.length === 0) break;
    log.push(...page);
  }
  const rebuilt = rebuildTables(log, base?.tables);
  for (const table of Object.keys(TABLES) as TableName[]) {
    const key = TABLES[table].primaryKey;
    const byKey = (rows: readonly unknown[]): Map<string, unknown> =>
      new Map(rows.map((row) => [(row as Record<string, string>)[key] ?? "", row]));
    const expected = byKey(JSON.parse(JSON.stringify(rebuilt.get(table) ?? [])) as unknown[]);
    const stored = byKey(await store.select({ table }));
    expect({ table, rows: stored.size }).toEqual({ table, rows: expected.size });
    // Comparing tens of thousands of rows by `toEqual` takes half a minute: it only explains what differs.
    for (const [rowKey, row] of stored)
      if (!isDeepStrictEqual(expected.get(rowKey), row))
        expect({ table, row: expected.get(rowKey) }).toEqual({ table, row });
  }
}
