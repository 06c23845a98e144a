import { afterAll, afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { databaseKinds } from "../../support/database.js";
import { bpmn, EngineUnderTest, path } from "../../support/engine-dsl.js";
import { dropEngineStores } from "../../support/engine-stores.js";

/** Some 5,700 rows: more than one commit deletes. */
const LARGE = bpmn(
  "large",
  `<bpmn:startEvent id="s" /><bpmn:task id="t"><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for n in 1..1900 return n" inputElement="n" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:task><bpmn:endEvent id="e" />${path("s", "t", "e")}`,
);

describe.each(databaseKinds)("deleting a large instance on %s", (kind) => {
  let engine: EngineUnderTest;
  let large: string;
  beforeEach(async () => {
    engine = await EngineUnderTest.start({ kind, limits: { maxVisits: 10_000 } });
    await engine.deploy(LARGE);
    large = await engine.create("large");
    expect(await engine.state(large)).toBe("COMPLETED");
  }, 120_000);
  afterEach(() => engine.close(), 60_000);
  afterAll(dropEngineStores);

  const rowsLeft = async (): Promise<number> => {
    let count = 0;
    for (const table of ["process_instance", "element_instance", "variable"] as const)
      count += (await engine.rows(table)).length;
    return count;
  };
  const deletion = { type: "process-instance.delete", processInstanceKey: "" } as const;

  it("should go in slices, the instance itself last", async () => {
    const before = await rowsLeft();
    const command = { ...deletion, processInstanceKey: large };

    expect(await engine.ok(command)).toEqual({ hasMore: true });
    expect(await rowsLeft()).toBe(before - 5000);
    expect(await engine.rows("process_instance")).toHaveLength(1);

    await engine.restart();
    expect(await engine.ok(command)).toEqual({ hasMore: false });
    expect(await rowsLeft()).toBe(0);
  });

  it("should leave nothing behind when two delete it at once, and record it once", async () => {
    const command = { ...deletion, processInstanceKey: large };
    const actor = { actorType: "USER", actorId: "ani" } as const;
    await Promise.all([engine.engine.submit(command, actor), engine.engine.submit(command, actor)]);
    while ((await engine.engine.submit(command, actor)).ok);
    expect(await rowsLeft()).toBe(0);
    const recorded = (await engine.rows("audit_log")).filter(({ result }) => result === "SUCCESS");
    expect(recorded).toMatchObject([{ actorId: "ani", processInstanceKey: large }]);
  });

  it("should be done by a batch operation, item by item", async () => {
    const { batchOperationKey } = await engine.ok({
      type: "batch-operation.create",
      batchOperationType: "DELETE_PROCESS_INSTANCE",
      filter: null,
    });
    await engine.engine.settle();
    expect(await rowsLeft()).toBe(0);
    expect(
      (await engine.rows("batch_operation")).find((row) => row.batchOperationKey === batchOperationKey),
    ).toMatchObject({ state: "COMPLETED", operationsCompletedCount: 1, operationsFailedCount: 0 });
  });
});
