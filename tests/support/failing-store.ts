import type { CommitBatch, EngineStore } from "../../src/engine/index.js";

/** What becomes of one commit: it is written, refused before, or written with its answer lost. */
export type CommitFate = "written" | "refused" | "answer lost";

/** A store around a real one. */
export interface FailingStore extends EngineStore {
  /** Asked before each commit, with its number from 1 on. */
  fate: (number: number, batch: CommitBatch) => CommitFate;
  /** Thrown by commits that do not go well. */
  error: Error;
}

/** Puts a double around a real store whose commits fail when a test says so. */
export function failingStore(store: EngineStore): FailingStore {
  let count = 0;
  const failing: FailingStore = {
    fate: () => "written",
    error: Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" }),
    head: () => store.head(),
    async commit(batch) {
      count += 1;
      const fate = failing.fate(count, batch);
      if (fate !== "refused") await store.commit(batch);
      if (fate !== "written") throw failing.error;
    },
    loadAggregate: (root) => store.loadAggregate(root),
    select: (selection) => store.select(selection),
    nextDue: () => store.nextDue(),
    readLog: (after, limit) => store.readLog(after, limit),
    close: () => store.close(),
  };
  return failing;
}
