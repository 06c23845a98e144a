import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { AppError } from "../../platform/index.js";
import type { SqlFragment } from "../search/sql-fragment.js";

/** Values are copied to the thread. */
const NOTHING_MOVES: readonly never[] = [];

type Answer = { readonly rows: unknown[][] } | { readonly failure: string };

/** Plain text, as the program of the thread that writes. What sorting and grouping needs goes to files, not to memory. */
const PROGRAM = `
const { parentPort, workerData: { base, file } } = require("node:worker_threads");
const Database = require("node:module").createRequire(base)("better-sqlite3");
const database = new Database(file, { readonly: true });
database.pragma("temp_store = FILE");
parentPort.on("message", ({ sql, values }) => {
  try {
    parentPort.postMessage({ rows: database.prepare(sql).raw(true).all(...values) });
  } catch (error) {
    parentPort.postMessage({ failure: String(error && error.code) + ": " + String(error && error.message) });
  }
});
`;

/** Somebody who waits for rows. */
interface Waiting {
  readonly resolve: (rows: unknown[][]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Reads from a SQLite file in a thread of its own what may take seconds, one statement at a time. It is started by the first
 * statement; one that has died is replaced at the next.
 */
export class ReaderThread {
  readonly #file: string;
  #worker: Worker | undefined;
  #waiting: Waiting[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws {AppError} UNAVAILABLE when the database refuses the statement, or the thread ends before it is answered. */
  all({ sql, values }: SqlFragment): Promise<unknown[][]> {
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) worker.ref();
      this.#waiting.push({ resolve, reject });
      worker.postMessage({ sql, values }, NOTHING_MOVES);
    });
  }

  /** Who still waits is refused. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = once(worker, "exit");
    await worker.terminate();
    await ended;
  }

  #start(): Worker {
    const worker = new Worker(PROGRAM, { eval: true, workerData: { base: import.meta.url, file: this.#file } });
    worker.unref();
    let cause: unknown;
    worker.on("message", (answer: Answer) => this.#answered(worker, answer));
    worker.on("error", (error) => (cause = error));
    worker.on("exit", () => this.#lost(cause));
    return worker;
  }

  #answered(worker: Worker, answer: Answer): void {
    const waiting = this.#waiting.shift();
    if (this.#waiting.length === 0) worker.unref();
    if ("rows" in answer) waiting?.resolve(answer.rows);
    else waiting?.reject(notRead(answer.failure));
  }

  #lost(cause: unknown): void {
    this.#worker = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { reject } of waiting) reject(notRead("the thread that reads has ended", cause));
  }
}

const notRead = (reason: string, cause?: unknown): AppError =>
  new AppError("UNAVAILABLE", `Expected the database to answer, but ${reason}`, { cause });
