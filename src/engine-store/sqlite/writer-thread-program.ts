import { SHORTEN_KEYS } from "../schema/short-keys.js";
import type { PreparedCommit } from "./commit-writer.js";
import type { MARK, PackedStatements } from "./packed-statements.js";
import type { Statement, StatementRun } from "./statement-sink.js";

/** What the thread is started with. */
export interface WriterThreadData {
  /** Address of a module beside which the SQLite addon is looked for. */
  readonly base: string;
  readonly file: string;
  readonly pragmas: readonly string[];
  readonly insertLog: string;
  /** How the log's events are packed, see log-codec.ts. */
  readonly packing: { readonly minCharacters: number; readonly level: number };
  readonly mark: typeof MARK;
  readonly firstKey: number;
}

/** A commit for the thread. Statements are sent once and named by their number then. */
export interface ThreadCommit {
  readonly log: PreparedCommit["log"];
  /** New statements; the first has the number that follows the last one sent. */
  readonly added: readonly Statement[];
  readonly packed: PackedStatements;
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
const { base, file, pragmas, insertLog, packing, mark, firstKey } = workerData;
const Database = require("node:module").createRequire(base)("better-sqlite3");
const database = new Database(file);
for (const pragma of pragmas) database.pragma(pragma);
const [begin, commit, rollback] = ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"].map((text) => database.prepare(text));
const addToLog = database.prepare(insertLog);
const known = [];

const shortenKeys = ${SHORTEN_KEYS};
const packed = (events) => {
  const short = shortenKeys(firstKey, events);
  return short.length < packing.minCharacters ? short : deflateSync(short, { level: packing.level });
};

const run = ({ statements, marks, numbers, bigints, text }) => {
  let [at, number, bigint, begins] = [0, 0, 0, 0];
  const next = () => {
    const mark_ = marks[at++];
    if (mark_ === mark.number) return numbers[number++];
    if (mark_ === mark.none) return null;
    if (mark_ === mark.bigint) return bigints[bigint++];
    const start = begins;
    begins += mark_;
    return text.slice(start, begins);
  };
  for (let index = 0; index < statements.length; index += 1) {
    const statement = known[statements[index]];
    const values = statement.list;
    for (let value = 0; value < values.length; value += 1) values[value] = next();
    statement.prepared ??= database.prepare(statement.sql);
    statement.prepared.run(...values);
  }
};

const write = ({ log: [position, time, lastKey, events], packed: statements }) => {
  begin.run();
  addToLog.run(position, time, lastKey, packed(events));
  run(statements);
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
    for (const { sql, values } of message.added) known.push({ sql, list: new Array(values).fill(null), prepared: undefined });
    write(message);
    parentPort.postMessage(undefined);
  } catch (error) {
    if (database.inTransaction) rollback.run();
    parentPort.postMessage({ code: String(error && error.code), message: String(error && error.message) });
  }
});
`;
