import type { SqlValue } from "../schema/column-codec.js";
import type { StatementRun } from "./commit-runs.js";
import type { PreparedCommit } from "./commit-writer.js";

/** What the thread is started with. */
export interface WriterThreadData {
  /** Address of a module beside which the SQLite addon is looked for. */
  readonly base: string;
  readonly file: string;
  readonly pragmas: readonly string[];
  readonly insertLog: string;
  /** How the log's events are packed, see log-codec.ts. */
  readonly packing: { readonly minCharacters: number; readonly level: number };
}

/** A commit for the thread. Texts of statements are sent once and named by their number then. */
export interface ThreadCommit {
  readonly log: PreparedCommit["log"];
  /** New texts; the first has the number that follows the last one sent. */
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
  /** Values of the statement at the same place. */
  readonly values: readonly (readonly SqlValue[])[];
}

/** What the thread is told. */
export type ThreadMessage = ThreadCommit | { readonly run: StatementRun } | "close";

/** What the thread answers to each commit, in order: undefined when it is durable. To a statement: how many rows it has changed. */
export type ThreadAnswer = { readonly code: string; readonly message: string } | number | undefined;

/**
 * Program of the thread that writes to the SQLite file. Plain text, so that sources and build start it alike. It knows
 * nothing of tables: whoever sends the commits makes the statements.
 */
export const WRITER_THREAD_PROGRAM = `
const { parentPort, workerData } = require("node:worker_threads");
const { deflateSync } = require("node:zlib");
const { base, file, pragmas, insertLog, packing } = workerData;
const Database = require("node:module").createRequire(base)("better-sqlite3");
const database = new Database(file);
for (const pragma of pragmas) database.pragma(pragma);
const [begin, commit, rollback] = ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"].map((text) => database.prepare(text));
const addToLog = database.prepare(insertLog);
const texts = [];
const statements = [];

const packed = (events) => (events.length < packing.minCharacters ? events : deflateSync(events, { level: packing.level }));

const write = ({ log: [position, time, lastKey, events], numbers, values }) => {
  begin.run();
  addToLog.run(position, time, lastKey, packed(events));
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index];
    (statements[number] ??= database.prepare(texts[number])).run(values[index]);
  }
  commit.run();
};

parentPort.on("message", (message) => {
  if (message === "close") {
    database.close();
    parentPort.close();
    return;
  }
  try {
    if (message.run) {
      parentPort.postMessage(database.prepare(message.run.sql).run(message.run.values).changes);
      return;
    }
    texts.push(...message.texts);
    write(message);
    parentPort.postMessage(undefined);
  } catch (error) {
    if (database.inTransaction) rollback.run();
    parentPort.postMessage({ code: String(error && error.code), message: String(error && error.message) });
  }
});
`;
