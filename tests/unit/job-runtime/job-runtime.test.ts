import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { EngineError, type EngineJob } from "../../../src/camunda-client/index.js";
import {
  JobRefusal,
  type AnyWorker,
  BpmnError,
  createJobRuntime,
  defineWorker,
  type JobContext,
  type JobRuntime,
  type JobRuntimeDeps,
} from "../../../src/job-runtime/index.js";
import { silentLogger } from "../../../src/platform/index.js";
import { collectGarbage } from "../../support/collect-garbage.js";

const aJob = (more: Partial<EngineJob> = {}): EngineJob => ({
  key: "1",
  type: "issue-letter",
  processInstanceKey: "9",
  processId: "letters",
  elementId: "IssueLetter",
  customHeaders: {},
  variables: { caseId: "c1" },
  retries: 3,
  ...more,
});

/** An engine as far as workers see it: gives out what is queued, writes down what it is told. */
class JobBoard {
  readonly told: unknown[] = [];
  #queue: EngineJob[] = [];
  #wake: () => void = () => undefined;
  #waiting: (() => void)[] = [];
  failures: Error[] = [];
  asked: number[] = [];
  lockedFor: number[] = [];

  put(...jobs: EngineJob[]): void {
    this.#queue.push(...jobs);
    this.#wake();
  }

  async untilTold(count: number): Promise<void> {
    while (this.told.length < count) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }

  #note = async (what: unknown): Promise<void> => {
    this.told.push(what);
    for (const resolve of this.#waiting.splice(0)) resolve();
  };

  readonly client: JobRuntimeDeps["client"] = {
    activateJobs: async ({ maxJobs, timeoutMs }, signal) => {
      this.asked.push(maxJobs);
      const failure = this.failures.shift();
      if (failure !== undefined) throw failure;
      if (this.#queue.length === 0) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
          signal?.addEventListener("abort", () => resolve(), { once: true });
        });
      }
      if (signal?.aborted === true) return [];
      this.lockedFor.push(timeoutMs);
      return this.#queue.splice(0, maxJobs);
    },
    completeJob: (key, variables) => this.#note({ completed: key, variables }),
    failJob: (key, failure) => this.#note({ failed: key, ...failure }),
    throwJobError: (key, error) => this.#note({ thrown: key, ...error }),
    updateJob: (key, change) => this.#note({ renewed: key, ...change }),
  };
}

describe("job runtime", () => {
  let board: JobBoard;
  let runtime: JobRuntime;
  const start = (worker: {
    readonly handle: unknown;
    readonly timeoutMs?: number;
    readonly parallel?: number;
    readonly lockMs?: number;
  }): void => {
    const { lockMs } = worker;
    const made = defineWorker({
      type: "issue-letter",
      input: z.object({ caseId: z.string() }),
      output: z.object({ documentId: z.string() }),
      timeoutMs: 60_000,
      ...worker,
    } as never) satisfies AnyWorker;
    runtime = createJobRuntime({
      client: board.client,
      workers: [made],
      logger: silentLogger,
      ...(lockMs === undefined ? {} : { lockMs }),
    });
    runtime.start();
  };

  beforeEach(() => {
    board = new JobBoard();
  });
  afterEach(() => runtime.stop());

  it("should make an incident at once of what another attempt would not change", async () => {
    // given
    start({ handle: () => Promise.reject(new JobRefusal("Nomor sudah dipakai. Perbaiki, lalu ulangi.")) });
    // when
    board.put(aJob({ retries: 5 }));
    await board.untilTold(1);
    // then
    expect(board.told).toEqual([
      { failed: "1", retries: 0, backOffMs: 0, message: "Nomor sudah dipakai. Perbaiki, lalu ulangi." },
    ]);
  });

  it("should complete a job with the handler's result", async () => {
    // given
    start({ handle: async ({ caseId }: { caseId: string }) => ({ documentId: `d-${caseId}` }) });
    // when
    board.put(aJob());
    await board.untilTold(1);
    // then
    expect(board.told).toEqual([{ completed: "1", variables: { documentId: "d-c1" } }]);
  });

  it("should keep a job locked for as long as its handler works, and no longer", async () => {
    // given
    start({
      lockMs: 15,
      handle: async () => {
        await board.untilTold(2);
        return { documentId: "d" };
      },
    });
    // when
    board.put(aJob());
    await board.untilTold(3);
    await runtime.stop();
    // then
    expect(board.told.slice(0, 2)).toEqual([
      { renewed: "1", timeoutMs: 15 },
      { renewed: "1", timeoutMs: 15 },
    ]);
    expect(board.told.at(-1)).toEqual({ completed: "1", variables: { documentId: "d" } });
    expect(new Set(board.lockedFor)).toEqual(new Set([15]));
  });

  it("should retry with growing pauses and end as an incident", async () => {
    // given
    start({
      handle: async () => {
        throw new Error("SAPK tidak menjawab");
      },
    });
    // when
    for (const retries of [4, 3, 2, 1]) {
      board.put(aJob({ retries }));
      await board.untilTold(5 - retries);
    }
    // then
    expect(board.told).toEqual([
      { failed: "1", retries: 3, backOffMs: 5_000, message: "SAPK tidak menjawab" },
      { failed: "1", retries: 2, backOffMs: 30_000, message: "SAPK tidak menjawab" },
      { failed: "1", retries: 1, backOffMs: 180_000, message: "SAPK tidak menjawab" },
      { failed: "1", retries: 0, backOffMs: 0, message: "SAPK tidak menjawab" },
    ]);
  });

  it("should hand an outcome that the diagram has a path for to the diagram", async () => {
    // given
    start({
      handle: async () => {
        throw new BpmnError("NOT_DECIDED", "Belum diputus", { why: "sidang" });
      },
    });
    // when
    board.put(aJob());
    await board.untilTold(1);
    // then
    expect(board.told).toEqual([
      { thrown: "1", errorCode: "NOT_DECIDED", message: "Belum diputus", variables: { why: "sidang" } },
    ]);
  });

  it("should make an incident at once, with words to act on, when the variables do not fit", async () => {
    // given
    start({ handle: async () => ({ documentId: "d" }) });
    // when
    board.put(aJob({ variables: { caseId: 7 } }));
    await board.untilTold(1);
    // then
    expect(board.told).toMatchObject([{ failed: "1", retries: 0 }]);
    expect((board.told[0] as { message: string }).message).toMatch(
      /^Variabel proses tidak sesuai untuk pekerjaan 'issue-letter' \(caseId: .+\)\. Perbaiki/,
    );
  });

  it("should make an incident at once when the result does not fit", async () => {
    // given
    start({ handle: async () => ({}) });
    // when
    board.put(aJob());
    await board.untilTold(1);
    // then
    expect((board.told[0] as { message: string }).message).toMatch(/^Hasil pekerjaan 'issue-letter' tidak sesuai/);
  });

  it("should abort a handler whose time is over, and retry", async () => {
    // given
    let seen: AbortSignal | undefined;
    start({
      timeoutMs: 20,
      handle: (_: unknown, { signal }: { signal: AbortSignal }) => {
        seen = signal;
        return new Promise(() => undefined);
      },
    });
    // when
    board.put(aJob());
    await board.untilTold(1);
    // then
    expect(seen?.aborted).toBe(true);
    expect(board.told).toMatchObject([
      { failed: "1", retries: 2, message: "Pekerjaan 'issue-letter' belum selesai setelah 0 detik." },
    ]);
  });

  it("should take no more jobs than it has places for", async () => {
    // given
    const ends: (() => void)[] = [];
    start({
      parallel: 2,
      handle: () => new Promise((resolve) => ends.push(() => resolve({ documentId: "d" }))),
    });
    // when
    board.put(aJob({ key: "1" }), aJob({ key: "2" }), aJob({ key: "3" }));
    while (ends.length < 2) await new Promise(setImmediate);
    // then
    expect(ends).toHaveLength(2);
    ends[0]?.();
    while (ends.length < 3) await new Promise(setImmediate);
    for (const end of ends) end();
    await board.untilTold(3);
    expect(board.asked.slice(0, 2)).toEqual([2, 1]);
  });

  it("should go on after the engine was away", async () => {
    // given
    board.failures.push(
      new EngineError("UNAVAILABLE", "Expected the engine to answer, but it does not", "activateJobs"),
    );
    start({ handle: async () => ({ documentId: "d" }) });
    // when
    board.put(aJob());
    await board.untilTold(1);
    // then
    expect(board.told).toMatchObject([{ completed: "1" }]);
  });

  it("should let running jobs end at shutdown and cut off those that take too long, without failing them", async () => {
    // given
    let begun: () => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    start({
      handle: () => {
        begun();
        return new Promise(() => undefined);
      },
    });
    board.put(aJob());
    await running;
    // when
    await runtime.stop(10);
    // then
    expect(board.told).toEqual([]);
  });

  it("should keep nothing of a job that is done", async () => {
    // given
    let signal: WeakRef<AbortSignal> | undefined;
    start({
      handle: (_variables: unknown, job: JobContext) => {
        signal = new WeakRef(job.signal);
        return Promise.resolve({ documentId: "d" });
      },
    });
    // when
    board.put(aJob());
    await board.untilTold(1);
    await collectGarbage();
    // then
    expect(signal).toBeInstanceOf(WeakRef);
    expect(signal?.deref() === undefined).toBe(true);
  });

  it("should refuse two workers of one type", () => {
    // given
    runtime = createJobRuntime({ client: board.client, workers: [], logger: silentLogger });
    const worker = defineWorker({
      type: "twice",
      input: z.object({}),
      output: z.void(),
      timeoutMs: 1,
      handle: async () => undefined,
    });
    // then
    expect(() => createJobRuntime({ client: board.client, workers: [worker, worker], logger: silentLogger })).toThrow(
      "Expected one worker for job type 'twice', but there are two",
    );
  });
});
