import type { Lane } from "./load.js";

/** A job that a worker holds. */
export interface HeldJob {
  readonly key: string;
  readonly processInstanceKey: string;
}

/** How an engine is spoken to: what the load does, in its words. */
export interface Dialect {
  /** Starts an instance with variables and gives its key. */
  create(
    lane: Lane,
    instance: { readonly process: string; readonly variables: object; readonly businessId?: string },
  ): Promise<string>;
  /** Waits up to a second for up to 64 jobs of type `bench-work`, with the variable `nilai`. */
  activate(lane: Lane): Promise<readonly HeldJob[]>;
  completeJob(lane: Lane, jobKey: string): Promise<void>;
  /** Keys of the open user tasks of an instance. */
  openTasks(lane: Lane, processInstanceKey: string): Promise<readonly string[]>;
  completeTask(lane: Lane, taskKey: string): Promise<void>;
}
