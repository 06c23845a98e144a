import type { JobRow, Key } from "./rows.js";

/** What a queue keeps of a job. */
export interface QueuedJob {
  readonly key: Key;
  /** Key of the root of its instance. */
  readonly root: Key;
  /** Id of its process: not everybody gets jobs of all. */
  readonly process: string;
}

export const queuedJob = ({ jobKey, rootProcessInstanceKey, processDefinitionId }: JobRow): QueuedJob => ({
  key: jobKey,
  root: rootProcessInstanceKey,
  process: processDefinitionId,
});

/** Jobs of one type that can be handed out. */
interface Queue {
  /** By key, oldest first. */
  readonly jobs: Map<Key, QueuedJob>;
  /** True when memory knows all of them; else the store has younger ones. */
  complete: boolean;
  /** Read since the last commit: asking the store again would answer the same. */
  fresh: boolean;
}

/** How many activatable jobs of one type are kept in memory; the rest is read page by page. */
export const QUEUE_CAPACITY = 5000;
/** How many job keys are kept over all types, and for how many types: types may be made by expressions. */
const TOTAL_CAPACITY = 50_000;
const MOST_TYPES = 1000;

/** Keys of activatable jobs by type. Holds durable jobs only: it changes after the commit. */
export class JobQueues {
  readonly #queues = new Map<string, Queue>();

  /** The oldest ones that `wanted` accepts, at most `limit`; undefined when the store has to be asked. */
  find(type: string, limit: number, wanted: (job: QueuedJob) => boolean): { key: Key; root: Key }[] | undefined {
    const queue = this.#queues.get(type);
    if (queue === undefined) return undefined;
    this.#queues.delete(type);
    this.#queues.set(type, queue); // the one used last
    const found: { key: Key; root: Key }[] = [];
    for (const job of queue.jobs.values()) {
      if (found.length >= limit) break;
      if (wanted(job)) found.push({ key: job.key, root: job.root });
    }
    return found.length === 0 && !queue.complete && !queue.fresh ? undefined : found;
  }

  /** True when memory knows every durable job of the type. */
  isWhole(type: string): boolean {
    return this.#queues.get(type)?.complete === true;
  }

  /** A page of the store, its oldest activatable jobs; `complete` when there are no more. */
  load(type: string, jobs: readonly QueuedJob[], complete: boolean): void {
    this.#queues.set(type, { jobs: new Map(jobs.map((job) => [job.key, job])), complete, fresh: true });
  }

  /** What is read from now on is newer. */
  committed(): void {
    for (const queue of this.#queues.values()) queue.fresh = false;
  }

  /** Forgets the types that nobody has asked for the longest, when there is too much. Call between batches only. */
  evict(): void {
    let total = 0;
    for (const { jobs } of this.#queues.values()) total += jobs.size;
    for (const [type, { jobs }] of this.#queues) {
      if (this.#queues.size <= MOST_TYPES && total <= TOTAL_CAPACITY) break;
      this.#queues.delete(type);
      total -= jobs.size;
    }
  }

  /** A job was written. */
  changed(job: JobRow): void {
    const queue = this.#queues.get(job.type);
    if (queue === undefined) return;
    if (job.availability !== "ACTIVATABLE") {
      queue.jobs.delete(job.jobKey);
      return;
    }
    if (!queue.complete) return; // it is in the store, and its turn comes with a later page
    queue.jobs.set(job.jobKey, queuedJob(job));
    if (queue.jobs.size > QUEUE_CAPACITY) {
      queue.jobs.delete(job.jobKey);
      queue.complete = false;
    }
  }
}
