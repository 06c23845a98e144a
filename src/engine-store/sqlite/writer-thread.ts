import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { FIRST_KEY } from "../../engine/index.js";
import { AppError } from "../../platform/index.js";
import { PACKING } from "../schema/log-codec.js";
import type { CommitWriter, PreparedCommit } from "./commit-writer.js";
import { INSERT_LOG } from "./insert-log.js";
import { PRAGMAS } from "./open-database.js";
import { MARK, StatementPacker } from "./packed-statements.js";
import type { Statement, StatementRun } from "./statement-sink.js";
import { writeChanges } from "./write-changes.js";
import {
  type ThreadAnswer,
  type ThreadCommit,
  type ThreadMessage,
  WRITER_THREAD_PROGRAM,
  type WriterThreadData,
} from "./writer-thread-program.js";

/** A commit is copied: its lists are small, and moving them costs more. */
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
  /** Numbers of the statements that the thread knows. */
  readonly #numbers = new Map<Statement, number>();
  /** Statements that the thread is told of with the next commit. */
  #added: Statement[] = [];
  readonly #packer = new StatementPacker((statement) => this.#numberOf(statement));
  #waiting: Waiting[] = [];

  constructor(file: string) {
    this.#file = file;
    this.#worker = this.#start();
  }

  write({ log, changes }: PreparedCommit): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#send(() => this.#packed(log, changes), { resolve: () => resolve(), reject });
    });
  }

  run(statement: StatementRun): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#send(() => ({ run: statement }), { resolve, reject });
    });
  }

  /** The message is made when its thread is there: a new one knows no statements. */
  #send(message: () => ThreadMessage, waiting: Waiting): void {
    const worker = (this.#worker ??= this.#start());
    const made = message();
    // Whoever waits for a commit keeps the process; a thread without work does not.
    if (this.#waiting.length === 0) worker.ref();
    this.#waiting.push(waiting);
    worker.postMessage(made, NOTHING_MOVES);
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
      mark: MARK,
      firstKey: FIRST_KEY,
    };
    const worker = new Worker(WRITER_THREAD_PROGRAM, { eval: true, workerData: data });
    worker.unref();
    let cause: unknown;
    worker.on("message", (answer: ThreadAnswer) => this.#answered(worker, answer));
    worker.on("error", (error) => (cause = error));
    worker.on("exit", () => this.#lost(cause));
    return worker;
  }

  #packed(log: PreparedCommit["log"], changes: PreparedCommit["changes"]): ThreadCommit {
    try {
      writeChanges(changes, this.#packer);
    } catch (error) {
      this.#packer.take(); // half a commit must not go with the next one
      throw error;
    }
    const commit = { log, added: this.#added, packed: this.#packer.take() };
    this.#added = [];
    return commit;
  }

  #numberOf(statement: Statement): number {
    let number = this.#numbers.get(statement);
    if (number === undefined) {
      this.#numbers.set(statement, (number = this.#numbers.size));
      this.#added.push(statement);
    }
    return number;
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
    this.#added = [];
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { reject } of waiting) reject(notWritten("the thread that writes has ended", cause));
  }
}

const notWritten = (reason: string, cause?: unknown): AppError =>
  new AppError("UNAVAILABLE", `Expected the database to take a commit, but ${reason}`, { cause });
