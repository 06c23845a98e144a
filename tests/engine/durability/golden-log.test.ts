import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { type LogBatch, rebuildTables, TABLES, type TableName } from "../../../src/engine/index.js";
import { bpmn, EngineUnderTest, flow, mappings, path, serviceTask, userTask } from "../../support/engine-dsl.js";
import { memoryEngineStore } from "../../support/engine-memory-store.js";

/**
 * Recorded logs with the tables that they make. `UPDATE_GOLDEN=1` records the newest anew: before its release only. New
 * events come with a new file; the older ones stay, so that their events keep their meaning.
 */
const FILES = ["log-v1.json", "log-v2.json"].map((name) => new URL(`../../golden/${name}`, import.meta.url));

interface Golden {
  readonly log: readonly LogBatch[];
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

const timer = (duration: string): string =>
  `<bpmn:timerEventDefinition id="td"><bpmn:timeDuration>${duration}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
const BROAD = bpmn(
  "broad",
  `<bpmn:startEvent id="s" />${userTask("check", '<zeebe:assignmentDefinition assignee="=who" candidateGroups="loket" />')}
  <bpmn:boundaryEvent id="late" attachedToRef="check" cancelActivity="false">${timer("PT1H")}</bpmn:boundaryEvent><bpmn:endEvent id="reminded" />
  <bpmn:exclusiveGateway id="g" default="g-fork" /><bpmn:parallelGateway id="fork" />${serviceTask("a", "a", mappings([["=n + 1", "m"]], [["=m", "result"]]))}
  <bpmn:receiveTask id="b" messageRef="msg" /><bpmn:parallelGateway id="join" />
  ${serviceTask("each", "each", "", `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2,3]" inputElement="i" outputCollection="all" outputElement="=i * 2" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`)}
  <bpmn:boundaryEvent id="failed" attachedToRef="each"><bpmn:errorEventDefinition id="ed" errorRef="err" /></bpmn:boundaryEvent><bpmn:endEvent id="stopped" />
  <bpmn:callActivity id="call"><bpmn:extensionElements><zeebe:calledElement processId="called" /></bpmn:extensionElements></bpmn:callActivity><bpmn:endEvent id="e" />
  ${path("s", "check", "g")}${flow("g", "e", "=n > 100")}${path("g", "fork", "a", "join", "each", "call", "e")}${path("fork", "b", "join")}${path("late", "reminded")}${path("failed", "stopped")}`,
  `<bpmn:message id="msg" name="answer"><bpmn:extensionElements><zeebe:subscription correlationKey="=who" /></bpmn:extensionElements></bpmn:message><bpmn:error id="err" errorCode="E" />`,
);
const CALLED = bpmn(
  "called",
  `<bpmn:startEvent id="s" />${serviceTask("inner")}<bpmn:endEvent id="e" />${path("s", "inner", "e")}`,
);

async function record(): Promise<Golden> {
  const store = memoryEngineStore();
  const engine = await EngineUnderTest.start({ store });
  await engine.deploy(BROAD, CALLED);
  const complete = async (type: string, times = 1): Promise<void> => {
    for (const { jobKey } of (await engine.jobs(type)).slice(0, times))
      await engine.ok({ type: "job.complete", jobKey });
  };
  for (const [who, end] of [
    ["budi", "done"],
    ["sari", "error"],
    ["tono", "canceled"],
  ] as const) {
    const processInstanceKey = await engine.create("broad", { who, n: 1, text: "é", deep: { list: [1, null, true] } });
    if (who === "budi") await engine.advance(3_600_000);
    await engine.completeUserTask("check", { ok: true });
    await engine.ok({ type: "message.publish", name: "answer", correlationKey: who, timeToLive: 60_000 });
    const { jobKey } = await engine.job("a");
    await engine.ok({ type: "job.fail", jobKey, retries: 0, errorMessage: "no" });
    await engine.ok({ type: "job.update", jobKey, retries: 2 });
    for (const { incidentKey } of await engine.incidents()) await engine.ok({ type: "incident.resolve", incidentKey });
    await complete("a");
    const [first] = await engine.jobs("each");
    if (end === "error") await engine.ok({ type: "job.throw-error", jobKey: first?.jobKey ?? "", errorCode: "E" });
    else if (end === "canceled") await engine.ok({ type: "process-instance.cancel", processInstanceKey });
    else {
      for (const job of (await engine.rows("job")).filter(({ open, type }) => open && type === "each"))
        await engine.ok({ type: "job.complete", jobKey: job.jobKey });
      await complete("inner");
    }
  }
  await engine.create("broad", { who: "wati", n: 500 });
  const by = { actorType: "USER", actorId: "petugas" } as const;
  await engine.engine.submit({ type: "process-instance.create", processDefinitionId: "called", tags: ["t"] }, by);
  await engine.close();
  const tables = Object.fromEntries((Object.keys(TABLES) as TableName[]).map((name) => [name, store.rows(name)]));
  return JSON.parse(JSON.stringify({ log: store.log, tables })) as Golden;
}

const newest = FILES.at(-1);

describe("the log of a released version", () => {
  beforeAll(async () => {
    if (process.env["UPDATE_GOLDEN"] === "1" && newest !== undefined)
      writeFileSync(newest, `${JSON.stringify(await record(), null, 1)}\n`);
  });

  it.each(FILES)("should still make the tables that it made then: %s", (file) => {
    expect(existsSync(file)).toBe(true);
    const golden = JSON.parse(readFileSync(file, "utf8")) as Golden;
    const rebuilt = rebuildTables(golden.log);
    for (const [name, rows] of Object.entries(golden.tables)) {
      const now = JSON.parse(JSON.stringify(rebuilt.get(name as TableName) ?? [])) as unknown[];
      expect({ name, count: now.length }).toEqual({ name, count: rows.length });
      // Later versions may have more columns, not other values.
      const key = TABLES[name as TableName].primaryKey;
      const byKey = new Map(now.map((row) => [(row as Record<string, unknown>)[key], row]));
      for (const row of rows) expect(byKey.get(row[key])).toMatchObject(row);
    }
  });
});
