import { apply } from "../appliers/apply.js";
import { BEHAVIOURS } from "../processing/elements/behaviours.js";
import type { BehaviourTable, InstanceEnded, Processing, Step, TransitionRefusal } from "../processing/processing.js";
import { doStep } from "../processing/steps.js";
import type { EngineEvent } from "../protocol/events.js";
import { Rejected } from "../protocol/rejections.js";
import type { Actor } from "../state/actor.js";
import type { AuditEntry } from "../state/audit-rows.js";
import type { EngineState } from "../state/engine-state.js";
import type { EngineLimits } from "../engine-limits.js";
import type { Key } from "../state/rows.js";
import type { Scope } from "../state/scope.js";
import type { KeyGenerator } from "./keys.js";

/** A transition of a user task that listeners have let pass or denied. */
export interface EndedTransition {
  readonly userTaskKey: Key;
  readonly refusal: TransitionRefusal | undefined;
}

/** One command at work: its events are applied at once and collected as JSON for the log. */
export class UnitOfWork implements Processing {
  readonly behaviours: BehaviourTable = BEHAVIOURS;
  readonly events: string[] = [];
  readonly ended: InstanceEnded[] = [];
  readonly transitions: EndedTransition[] = [];
  /** User task whose transition answers the command, if that waits for listeners. */
  answeredBy: Key | undefined;
  readonly #steps: Step[] = [];
  readonly #lastBefore: number;
  #audit: readonly AuditEntry[] = [];
  readonly #visits = new Map<string, number>();

  constructor(
    readonly state: EngineState,
    readonly now: number,
    private readonly keys: KeyGenerator,
    private readonly limits: EngineLimits,
    readonly actor: Actor | undefined,
  ) {
    this.#lastBefore = Number(keys.last);
  }

  /** How many steps the command has taken. */
  get stepCount(): number {
    return this.#steps.length;
  }

  newKey(): Key {
    return this.keys.next();
  }

  madeBefore(key: Key): boolean {
    return Number(key) <= this.#lastBefore;
  }

  keepAudit(entries: readonly AuditEntry[]): void {
    this.#audit = entries;
  }

  takeAudit(): readonly AuditEntry[] {
    const kept = this.#audit;
    this.#audit = [];
    return kept;
  }

  emit(event: EngineEvent): void {
    this.events.push(JSON.stringify(event));
    apply(event, this.state, this.now);
  }

  later(step: Step): void {
    this.#steps.push(step);
  }

  visit(scope: Scope): boolean {
    if (scope.parent === null) return true;
    const place = `${scope.parent.key} ${scope.elementId}`;
    const visits = (this.#visits.get(place) ?? 0) + 1;
    this.#visits.set(place, visits);
    return visits <= this.limits.maxVisits;
  }

  answerWithTransition(userTaskKey: Key): void {
    this.answeredBy = userTaskKey;
  }

  transitionEnded(userTaskKey: Key, refusal: TransitionRefusal | undefined): void {
    this.transitions.push({ userTaskKey, refusal });
  }

  instanceEnded(ended: InstanceEnded): void {
    this.ended.push(ended);
  }

  /** Does the command, then what follows from it, until nothing is left. */
  run<T>(command: (p: Processing) => T): T {
    const result = command(this);
    for (let next = 0; next < this.#steps.length; next += 1) {
      if (next >= this.limits.maxStepsPerCommand)
        throw new Rejected(
          "EXCEEDED_BATCH_RECORD_SIZE",
          `Expected a command to end after at most ${this.limits.maxStepsPerCommand} steps, but it goes on: is there a loop without waiting?`,
        );
      const step = this.#steps[next];
      if (step !== undefined) doStep(this, step);
    }
    return result;
  }
}
