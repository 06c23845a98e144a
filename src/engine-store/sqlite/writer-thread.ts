import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { AppError } from "../../platform/index.js";
import { PACKING } from "../schema/log-codec.js";
import type { StatementRun } from "./commit-runs.js";
import type { CommitWriter, PreparedCommit } from "./commit-writer.js";
import { INSERT_LOG } from "./insert-log.js";
import { PRAGMAS } from "./open-database.js";
import {
  type ThreadAnswer,
  type ThreadCommit,
  type ThreadMessage,
  WRITER_THREAD_PROGRAM,
  type WriterThreadData,
} from "./writer-thread-program.js";

/** Values are copied to the thread: rows go on changing here. */
const NOTHING_MOVES: readonly never[] = [];

/** Somebody who waits for what was sent. */
interface Waiting {
  readonly resolve: (changes: number) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Writes to a SQLite file in a thread of its own, so that requests are read and answered while a commit reaches the disk.
 * A thread that has died is replaced at the next commit.
 */
export class WriterThread implements CommitWriter {
  readonly #file: string;
  #worker: Worker | undefined;
  /** Numbers of the statements that the thread knows, by their text. */
  readonly #numbers = new Map<string, number>();
  #waiting: Waiting[] = [];

  constructor(file: string) {
    this.#file = file;
    this.#worker = this.#start();
  }

  write(commit: PreparedCommit): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#send(() => this.#numbered(commit), { resolve: () => resolve(), reject });
    });
  }

  run(statement: StatementRun): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#send(() => ({ run: statement }), { resolve, reject });
    });
  }

  /** The message is made when its thread is there: a new one knows no texts. */
  #send(message: () => ThreadMessage, waiting: Waiting): void {
    const worker = (this.#worker ??= this.#start());
    // Whoever waits for a commit keeps the process; a thread without work does not.
    if (this.#waiting.length === 0) worker.ref();
    this.#waiting.push(waiting);
    worker.postMessage(message(), NOTHING_MOVES);
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = once(worker, "exit");
    worker.ref();
    worker.postMessage("close", NOTHING_MOVES);
    await ended;
  }

  #start(): Worker {
    const data: WriterThreadData = {
      base: import.meta.url,
      file: this.#file,
      pragmas: PRAGMAS,
      insertLog: INSERT_LOG,
      packing: PACKING,
    };
    const worker = new Worker(WRITER_THREAD_PROGRAM, { eval: true, workerData: data });
    worker.unref();
    let cause: unknown;
    worker.on("message", (answer: ThreadAnswer) => this.#answered(worker, answer));
    worker.on("error", (error) => (cause = error));
    worker.on("exit", () => this.#lost(cause));
    return worker;
  }

  #numbered({ log, runs }: PreparedCommit): ThreadCommit {
    const texts: string[] = [];
    const numbers = runs.map(({ sql }) => {
      let number = this.#numbers.get(sql);
      if (number === undefined) {
        this.#numbers.set(sql, (number = this.#numbers.size));
        texts.push(sql);
      }
      return number;
    });
    return { log, texts, numbers, values: runs.map(({ values }) => values) };
  }

  #answered(worker: Worker, answer: ThreadAnswer): void {
    const waiting = this.#waiting.shift();
    if (this.#waiting.length === 0) worker.unref();
    if (typeof answer !== "object") waiting?.resolve(answer ?? 0);
    else waiting?.reject(notWritten(`${answer.code}: ${answer.message}`));
  }

  #lost(cause: unknown): void {
    this.#worker = undefined;
    this.#numbers.clear();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { reject } of waiting) reject(notWritten("the thread that writes has ended", cause));
  }
}

const notWritten = (reason: string, cause?: unknown): AppError =>
  new AppError("UNAVAILABLE", `Expected the database to take a commit, but ${reason}`, { cause });
