import type { Logger } from "../../platform/index.js";
import type { EngineLimits } from "../engine-limits.js";
import type { EngineStore } from "../ports/engine-store.js";
import type { Processing } from "../processing/processing.js";
import { Rejected, type Rejection } from "../protocol/rejections.js";
import type { EngineState } from "../state/engine-state.js";
import { MissingState, type Need } from "../state/missing.js";
import type { Batch, Processed } from "./batch.js";
import type { KeyGenerator } from "./keys.js";
import { loadNeed } from "./load-need.js";
import type { Pending } from "./pending.js";
import { UnitOfWork } from "./unit-of-work.js";

/** Loads of one command; each brings something new, so that more means a fault. */
const MAX_LOADS = 10_000;

/** Processes commands one after the other in memory, and loads what memory lacks. */
export class CommandRunner {
  constructor(
    private readonly state: EngineState,
    private readonly keys: KeyGenerator,
    private readonly store: EngineStore,
    private readonly limits: EngineLimits,
    private readonly logger: Logger,
  ) {}

  /** One attempt, entirely in memory. When something was missing, nothing has changed. */
  attempt(command: Pending, batch: Batch): Processed | MissingState {
    try {
      const { value, answeredBy } = this.#unit(command, command.run, batch);
      return { outcome: { ok: true, value }, answeredBy };
    } catch (error) {
      this.state.undoCommand();
      if (error instanceof MissingState) return error;
      const rejection = this.#rejection(command, error);
      const missed = this.#afterRefusal(command, rejection, batch);
      return missed ?? refused(rejection);
    }
  }

  /** Loads what a command missed and tries again, until it goes through. */
  async perform(command: Pending, first: MissingState, batch: Batch): Promise<Processed> {
    let attempt: Processed | MissingState = first;
    try {
      for (let round = 0; attempt instanceof MissingState; round += 1) {
        if (round > MAX_LOADS)
          throw new Error(
            `Expected the command to find what it needs, but it still misses ${JSON.stringify(attempt.need)}`,
          );
        await this.#load(attempt.need);
        attempt = this.attempt(command, batch);
      }
      return attempt;
    } catch (error) {
      return refused(this.#rejection(command, error));
    }
  }

  async #load(need: Need): Promise<void> {
    try {
      const loading = loadNeed(need, this.state, this.store);
      if (loading instanceof Promise) await loading;
    } catch (error) {
      if (need.kind === "executable" || need.kind === "decision-graph") throw error;
      this.logger.error({ event: "engine.load-failed", err: error }, "The store does not answer; a command is refused");
      throw new Rejected("UNAVAILABLE", "Expected the store to answer, but it failed");
    }
  }

  #unit<T>(command: Pending, run: (p: Processing) => T, batch: Batch) {
    const unit = new UnitOfWork(this.state, batch.now, this.keys, this.limits, command.actor);
    let value: T;
    try {
      value = unit.run(run);
    } finally {
      batch.steps += unit.stepCount;
    }
    this.state.endCommand();
    for (const event of unit.events) batch.events.push(event);
    batch.ended.push(...unit.ended);
    batch.transitions.push(...unit.transitions);
    return { value, answeredBy: unit.answeredBy };
  }

  /** What is kept of a refused command; when something is missing for it, the command is processed again. */
  #afterRefusal(command: Pending, rejection: Rejection, batch: Batch): MissingState | undefined {
    const { refused: keep } = command;
    if (keep === undefined) return undefined;
    try {
      this.#unit(command, (p) => keep(p, rejection), batch);
      return undefined;
    } catch (error) {
      this.state.undoCommand();
      if (error instanceof MissingState) return error;
      this.#rejection(command, error);
      return undefined;
    }
  }

  #rejection({ intent }: Pending, error: unknown): Rejection {
    if (error instanceof Rejected) return { code: error.code, reason: error.reason, intent };
    this.logger.error(
      { event: "engine.command-failed", err: error, intent },
      "A command was refused because processing it failed",
    );
    return {
      code: "PROCESSING_ERROR",
      intent,
      reason: `Expected to process the command, but it failed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

const refused = (rejection: Rejection): Processed => ({ outcome: { ok: false, rejection }, answeredBy: undefined });
