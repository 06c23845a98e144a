import type { Clock } from "../platform/index.js";
import type { Engine, EngineStore } from "../engine/index.js";
import type { RecordSearch } from "../engine-store/index.js";
import type { DocumentStore } from "./documents/document-store.js";

/** Reading from the engine's store: what has been acknowledged is there. */
export type RecordStore = Pick<EngineStore, "select"> & RecordSearch;

/** A clock that can be stopped and set. */
export interface ClockControl {
  /** Stops at an instant, epoch milliseconds. */
  pin(epochMs: number): void;
  /** Follows the system's time again. */
  reset(): void;
}

/** What the operations work with. */
export interface ApiContext {
  readonly engine: Engine;
  readonly store: RecordStore;
  /**
   * Ids of the processes or decisions on whose instances the sender of the request at work may work; undefined for all.
   * Asked by operations that find what they work on themselves.
   */
  readonly workableIds: () => readonly string[] | undefined;
  /** The engine's time. */
  readonly clock: Clock;
  readonly documents: DocumentStore;
  /** Absent: the clock cannot be controlled. */
  readonly clockControl: ClockControl | undefined;
  /** Reported by `GET /topology`. */
  readonly address: { readonly host: string; readonly port: number };
}
