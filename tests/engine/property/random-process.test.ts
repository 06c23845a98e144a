import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { TABLES, type TableName } from "../../../src/engine/index.js";
import { memoryEngineStore } from "../../support/engine-memory-store.js";
import { bpmn, EngineUnderTest, flow, serviceTask, userTask } from "../../support/engine-dsl.js";

/** A block with one way in and one way out. */
type Block =
  | { readonly kind: "job" | "user" | "pass" }
  | { readonly kind: "sequence" | "parallel" | "inclusive" | "exclusive"; readonly parts: readonly Block[] }
  | { readonly kind: "sub"; readonly inner: Block }
  | { readonly kind: "loop"; readonly sequential: boolean; readonly count: number; readonly inner: Block };

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: "block" },
    fc.record({ kind: fc.constantFrom("job" as const, "user" as const, "pass" as const) }),
    fc.record({
      kind: fc.constantFrom("sequence" as const, "parallel" as const, "inclusive" as const, "exclusive" as const),
      parts: fc.array(tie("block"), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("sub" as const), inner: tie("block") }),
    fc.record({
      kind: fc.constant("loop" as const),
      sequential: fc.boolean(),
      count: fc.integer({ min: 0, max: 3 }),
      inner: tie("block"),
    }),
  ),
}));

/** Writes blocks as BPMN: `first` and `last` are the ends of what was written. */
class Writer {
  #count = 0;

  id(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count}`;
  }

  write(part: Block): { xml: string; first: string; last: string } {
    switch (part.kind) {
      case "job":
        return this.one((id) => serviceTask(id, "work"));
      case "user":
        return this.one((id) => userTask(id));
      case "pass":
        return this.one((id) => `<bpmn:task id="${id}" />`);
      case "sequence": {
        const parts = part.parts.map((inner) => this.write(inner));
        const flows = parts.slice(1).map(({ first }, index) => flow(parts[index]?.last ?? "", first));
        return {
          xml: parts.map(({ xml }) => xml).join("") + flows.join(""),
          first: parts[0]?.first ?? "",
          last: parts.at(-1)?.last ?? "",
        };
      }
      case "parallel":
      case "inclusive":
      case "exclusive":
        return this.gateways(part.kind, part.parts);
      case "sub":
        return this.one((id) => `<bpmn:subProcess id="${id}">${this.path(part.inner)}</bpmn:subProcess>`);
      case "loop": {
        const items = JSON.stringify(Array.from({ length: part.count }, (_, index) => index));
        const marker = `<bpmn:multiInstanceLoopCharacteristics isSequential="${part.sequential}"><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=${items}" inputElement="item" outputCollection="out" outputElement="=item" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
        return this.one((id) => `<bpmn:subProcess id="${id}">${this.path(part.inner)}${marker}</bpmn:subProcess>`);
      }
    }
  }

  one(xmlOf: (id: string) => string): { xml: string; first: string; last: string } {
    const id = this.id("n");
    return { xml: xmlOf(id), first: id, last: id };
  }

  gateways(kind: string, blocks: readonly Block[]): { xml: string; first: string; last: string } {
    const [first, last] = [this.id("split"), this.id("join")];
    const parts = blocks.map((inner) => this.write(inner));
    const condition = (index: number): string | undefined =>
      kind === "parallel" ? undefined : index % 2 === 0 ? "=true" : "=1 > 2";
    const flows = parts.map((inner, index) => flow(first, inner.first, condition(index)) + flow(inner.last, last));
    const gateway = (id: string): string => `<bpmn:${kind}Gateway id="${id}" />`;
    return { xml: gateway(first) + gateway(last) + parts.map(({ xml }) => xml).join("") + flows.join(""), first, last };
  }

  /** A block between a start and an end event. */
  path(inner: Block): string {
    const [start, end] = [this.id("start"), this.id("end")];
    const { xml, first, last } = this.write(inner);
    return `<bpmn:startEvent id="${start}" /><bpmn:endEvent id="${end}" />${xml}${flow(start, first)}${flow(last, end)}`;
  }
}

/** Completes what is open in an order that `choose` decides, with restarts in between, until nothing is. */
async function play(engine: EngineUnderTest, choose: (count: number) => number): Promise<void> {
  for (let step = 0; step < 400; step += 1) {
    const jobs = (await engine.rows("job")).filter(({ open }) => open).map(({ jobKey }) => ({ jobKey }));
    const tasks = (await engine.rows("user_task"))
      .filter(({ open }) => open)
      .map(({ userTaskKey }) => ({ userTaskKey }));
    const work = [...jobs, ...tasks];
    const chosen = work[choose(work.length)];
    if (chosen === undefined) return;
    if (choose(5) === 0) await engine.restart();
    if ("userTaskKey" in chosen) await engine.ok({ type: "user-task.complete", ...chosen });
    else if (choose(6) === 0) await engine.ok({ type: "job.fail", ...chosen, retries: 1 });
    else await engine.ok({ type: "job.complete", ...chosen, variables: { item: step } });
  }
}

describe("any block-structured process, whatever the order of work and restarts", () => {
  it("should complete, leave nothing open, and be rebuilt by its log", async () => {
    await fc.assert(
      fc.asyncProperty(block, fc.infiniteStream(fc.nat()), fc.boolean(), async (model, numbers, asynchronous) => {
        const engine = await EngineUnderTest.start({
          store: memoryEngineStore({ asynchronous }),
          limits: { maxWarmRows: asynchronous ? 0 : 1000 },
        });
        const choose = (count: number): number => (count === 0 ? 0 : (numbers.next().value as number) % count);
        await engine.deploy(bpmn("p", new Writer().path(model)));
        const keys = [await engine.create("p"), await engine.create("p")];
        await play(engine, choose);
        for (const key of keys) expect(await engine.state(key)).toBe("COMPLETED");
        expect(await engine.incidents()).toEqual([]);
        for (const table of Object.keys(TABLES) as TableName[]) {
          if (!("open" in TABLES[table].columns)) continue;
          expect((await engine.rows(table)).filter((row) => (row as { open?: boolean }).open === true)).toEqual([]);
        }
        await engine.close();
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
