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

/** Milliseconds after which the thread is ended, whatever a script does in it. */
const WALL_LIMIT_MS = 1_500;
/** Milliseconds that a thread may take to start on a busy machine. */
const START_LIMIT_MS = 20_000;

interface Running {
  readonly worker: Worker;
  readonly port: MessagePort;
  /** [0]: an answer is there; [1]: the interpreter is loaded. */
  readonly signal: Int32Array;
}

const start = (): Running => {
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(THREAD_PROGRAM, {
    eval: true,
    workerData: { base: import.meta.url, port: port2, signal },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  worker.unref();
  port1.unref();
  // A thread that dies is noticed by the answer that does not come.
  worker.on("error", () => undefined);
  return { worker, port: port1, signal };
};

/** A thread with the interpreter, started at the first script and again after one that had to be ended with it. */
export class ScriptThread {
  #running: Running | undefined;

  /**
   * Hands a script over and waits for the answer: Form.io's processors are synchronous.
   * @returns undefined when there was none in time; the thread is gone then, and the script with it.
   */
  run(request: ScriptRequest): ThreadAnswer | undefined {
    this.#running ??= start();
    const { port, signal } = this.#running;
    if (Atomics.load(signal, 1) === 0 && Atomics.wait(signal, 1, 0, START_LIMIT_MS) === "timed-out") {
      this.#end();
      throw new Error(`Expected the interpreter for form scripts to start within ${START_LIMIT_MS} ms, but it did not`);
    }
    Atomics.store(signal, 0, 0);
    port.postMessage(request);
    if (Atomics.wait(signal, 0, 0, WALL_LIMIT_MS) === "timed-out") {
      this.#end();
      return undefined;
    }
    const received: { message: ThreadAnswer } | undefined = receiveMessageOnPort(port);
    return received?.message;
  }

  #end(): void {
    void this.#running?.worker.terminate();
    this.#running = undefined;
  }
}
