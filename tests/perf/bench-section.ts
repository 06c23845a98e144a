import type { Figure } from "./figures.js";

/** How much is measured. */
export interface BenchOptions {
  /** Fewer instances, and the task page with at most 10,000 tasks. */
  readonly quick: boolean;
  /** Also other engines, in turn with this one. */
  readonly peers: boolean;
  /** Names of the parts to run; empty: all. */
  readonly only: readonly string[];
  /** Folder for what is downloaded to measure other engines. */
  readonly cache: string;
  /** Told what is being measured, and what is left out. */
  readonly say: (text: string) => void;
}

/** A group of figures measured under the same conditions. */
export interface BenchSection {
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** Measures something under a title. */
export type Measured = (title: string, figures: () => Promise<readonly Figure[]>) => Promise<void>;

/** One part of the bench. */
export type BenchPart = (options: BenchOptions, measured: Measured) => Promise<void>;

/** How often each figure is taken. */
export const RUNS = 3;

export const MIB = 1024 * 1024;

/** Figures of `measureCreation`, with their units. */
export const CREATION = { "created per second": "1/s", "create p50": "ms", "create p95": "ms", "create p99": "ms" };

/** Figures of `measureCompletion` and `measureCases`. */
export const COMPLETION = {
  "completed per second": "1/s",
  "create to completed p50": "ms",
  "create to completed p95": "ms",
};

/** Figures of `measureTaskPage`. */
export const TASK_PAGE = { "assignee page p95": "ms", "group page p95": "ms", "deep group page p95": "ms" };
