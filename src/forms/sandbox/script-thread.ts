import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { THREAD_PROGRAM } from "./thread-program.js";

/** One script for the thread: `source` is the body of a function with the parameters `names`, or text to be parsed only. */
export interface ScriptRequest {
  readonly parseOnly: boolean;
  readonly source: string;
  readonly names: readonly string[];
  readonly values: readonly unknown[];
  /** Milliseconds of processor time. */
  readonly timeMs: number;
  readonly memoryBytes: number;
}

/** What the thread answers: JSON of the result (empty for undefined), or the error that was thrown. */
export type ThreadAnswer =
  | { readonly text: string; readonly tookMs: number }
  | { readonly error: { readonly name: string; readonly message: string }; readonly tookMs: number };

/**
 * Why there is no answer; the thread is gone then, and the script with it.
 * `time`: the script took its processor time and ran on. `starved`: the machine gave the thread no time to start or to answer.
 * `gone`: the thread ended, answered something else or its interpreter broke.
 */
export interface NoAnswer {
  readonly lost: "time" | "starved" | "gone";
}

/** Nothing is handed over instead of copied. */
const NOTHING_MOVES: readonly never[] = [];

type Posted = { readonly id: number } & (ThreadAnswer | { readonly broken: string });

/** What a thread is made of; tests put others in their place. */
export interface ThreadParts {
  readonly program: string;
  /** Milliseconds of processor time that this process has taken so far. */
  readonly processorMs: () => number;
  /** Milliseconds that a thread may take to start on a busy machine. */
  readonly startLimitMs: number;
  /** Milliseconds of processor time after which the thread is ended, whatever a script does in it. */
  readonly runLimitMs: number;
  /** Milliseconds on the clock after which nobody waits any longer, though the thread got no processor time. */
  readonly waitLimitMs: number;
}

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const PARTS: ThreadParts = {
  program: THREAD_PROGRAM,
  processorMs,
  startLimitMs: 20_000,
  runLimitMs: 1_500,
  waitLimitMs: 10_000,
};
/** Milliseconds between two looks at the processor time. */
const LOOK_MS = 100;

interface Running {
  readonly worker: Worker;
  readonly port: MessagePort;
  /** [0]: an answer is there; [1]: the interpreter is loaded. Below zero: the thread has ended. */
  readonly signal: Int32Array;
}

const start = (program: string): Running => {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(program, {
    eval: true,
    workerData: { base: import.meta.url, port: port2, signal },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  worker.unref();
  port1.unref();
  // A thread that dies is noticed by its signal or by the answer that does not come.
  worker.on("error", () => undefined);
  return { worker, port: port1, signal };
};

/** A thread with the interpreter, started at the first script and again after one that had to be ended with it. */
export class ScriptThread {
  readonly #parts: ThreadParts;
  #running: Running | undefined;
  #last = 0;

  constructor(parts: Partial<ThreadParts> = {}) {
    this.#parts = { ...PARTS, ...parts };
  }

  /** Hands a script over and waits for its answer: Form.io's processors are synchronous. */
  run(request: ScriptRequest): ThreadAnswer | NoAnswer {
    const running = (this.#running ??= this.#start());
    const unready = this.#awaitStart(running);
    if (unready !== undefined) return this.#end(unready);
    const id = ++this.#last;
    Atomics.store(running.signal, 0, 0);
    running.port.postMessage({ ...request, id }, NOTHING_MOVES);
    const late = this.#awaitAnswer(running);
    if (late !== undefined) return this.#end(late);
    const received: { message: Posted } | undefined = receiveMessageOnPort(running.port);
    // The answer to another script would be taken for this one's.
    if (received === undefined || received.message.id !== id || "broken" in received.message) return this.#end("gone");
    return received.message;
  }

  #start(): Running {
    const running = start(this.#parts.program);
    running.worker.once("exit", () => {
      if (this.#running === running) this.#running = undefined;
    });
    return running;
  }

  #awaitStart({ signal }: Running): NoAnswer["lost"] | undefined {
    if (Atomics.load(signal, 1) === 0) Atomics.wait(signal, 1, 0, this.#parts.startLimitMs);
    const state = Atomics.load(signal, 1);
    if (state === 0) return "starved";
    return state < 0 ? "gone" : undefined;
  }

  #awaitAnswer({ signal }: Running): NoAnswer["lost"] | undefined {
    const { processorMs: now, runLimitMs, waitLimitMs } = this.#parts;
    const before = now();
    for (let waitedMs = 0; waitedMs < waitLimitMs; waitedMs += LOOK_MS) {
      if (Atomics.wait(signal, 0, 0, Math.min(LOOK_MS, waitLimitMs)) !== "timed-out") {
        return Atomics.load(signal, 0) < 0 ? "gone" : undefined;
      }
      if (now() - before > runLimitMs) return "time";
    }
    return "starved";
  }

  #end(lost: NoAnswer["lost"]): NoAnswer {
    void this.#running?.worker.terminate();
    this.#running = undefined;
    return { lost };
  }
}
