import type { EngineStore } from "../ports/engine-store.js";
import { type DueItem, processDue } from "../processing/due.js";
import type { Processing } from "../processing/processing.js";
import type { BatchOperationItemRow } from "../state/batch-rows.js";
import type { Key } from "../state/rows.js";
import { type BatchWork, nextBatchWork } from "./batch-work.js";
import type { Pending } from "./pending.js";

/** Batch operations that go on side by side. */
const BATCH_OPERATIONS = 4;
/** How long a due item that cannot be processed is left alone, in milliseconds. */
const QUARANTINE_MS = 60_000;

/** Finds what is due in the store: timers, deadlines and back-offs of jobs, expired messages, batch operations. */
export class DueWork {
  /** Items that could not be processed, with the time until which they are left alone. */
  readonly #quarantine = new Map<string, number>();

  constructor(
    private readonly store: EngineStore,
    private readonly holdItems: (items: readonly BatchOperationItemRow[]) => void,
  ) {}

  /** True when something is due that is left alone for a while. */
  get leavesSomething(): boolean {
    return this.#quarantine.size > 0;
  }

  /** At most `limit` commands. Everything that memory knows has to be in the store. */
  async find(now: number, limit: number): Promise<readonly Pending[]> {
    const items: DueItem[] = [];
    const due = {
      atMost: { column: "dueAt", value: now },
      orderBy: "dueAt",
      limit: limit + this.#quarantine.size,
    } as const;
    for (const row of await this.store.select({ table: "timer", ...due }))
      items.push({ table: "timer", key: row.timerKey, root: row.rootProcessInstanceKey });
    for (const row of await this.store.select({ table: "job", ...due }))
      items.push({ table: "job", key: row.jobKey, root: row.rootProcessInstanceKey });
    for (const row of await this.store.select({ table: "message", ...due }))
      items.push({ table: "message", key: row.messageKey, root: null });
    const ready = items.filter(({ key }) => this.#isReady(key, now));
    const work = ready.map((item) => this.#pending(item.key, now, (p) => processDue(item, p)));
    const batches = work.length < limit ? await this.#batchWork(now) : [];
    return [...work, ...batches].slice(0, limit);
  }

  #isReady(key: Key, now: number): boolean {
    return (this.#quarantine.get(key) ?? 0) <= now;
  }

  #pending(key: Key, now: number, run: Pending["run"], refused?: Pending["refused"]): Pending {
    return {
      intent: "TRIGGER",
      isDue: true,
      weight: 1,
      run,
      ...(refused === undefined ? {} : { refused }),
      answer: (outcome) => {
        // A refusal that is dealt with is no reason to wait.
        const isDone = outcome.ok || (refused !== undefined && outcome.rejection.code !== "UNAVAILABLE");
        if (isDone) this.#quarantine.delete(key);
        else this.#quarantine.set(key, now + QUARANTINE_MS);
      },
    };
  }

  /** The next pieces of batch operations. */
  async #batchWork(now: number): Promise<Pending[]> {
    const due = await this.store.select({
      table: "batch_operation",
      atMost: { column: "dueAt", value: now },
      orderBy: "dueAt",
      limit: BATCH_OPERATIONS,
    });
    const work: BatchWork[] = [];
    for (const batch of due) work.push(...(await nextBatchWork(batch, this.store)));
    return work
      .filter(({ key }) => this.#isReady(key, now))
      .map(({ key, items, run, refused }) => {
        const load = (p: Processing): void => {
          this.holdItems(items);
          run(p);
        };
        return this.#pending(key, now, load, refused);
      });
  }
}
