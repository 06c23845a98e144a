/**
 * Program of the thread that runs scripts of forms in QuickJS. Plain text, so that sources and build start it alike.
 *
 * Processor time is the process's: it counts against a script only after some questions of the interpreter (each ten thousand
 * steps), so that a short script does not pay for what other threads do. Whoever waits for the answer ends the thread when
 * built-in functions run on without asking.
 */
export const THREAD_PROGRAM = `
const { workerData } = require("node:worker_threads");
const load = require("node:module").createRequire(workerData.base);
const { port, signal } = workerData;
const SHORT_SCRIPT = 8;
const STACK_BYTES = 512 * 1024;
// What is not there cannot be used to fill memory or to run without end.
const INTRINSICS = { BaseObjects: true, Date: true, Eval: true, StringNormalize: false, RegExpCompiler: true, RegExp: true, JSON: true, Proxy: false, MapSet: true, TypedArrays: false, Promise: false };
// The script's own JSON.stringify may be anything by then: it is taken before the script runs.
const RUN = "{ const { names, values, source } = JSON.parse(__input); delete globalThis.__input; const stringify = JSON.stringify;" +
  "const result = new Function(...names, source)(...values); const text = stringify(result); typeof text === 'string' ? text : ''; }";
const PARSE = "{ const { source } = JSON.parse(__input); delete globalThis.__input; new Function(source); ''; }";

const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const evaluate = (quickjs, { parseOnly, source, names, values, timeMs, memoryBytes }) => {
  const before = processorMs();
  const runtime = quickjs.newRuntime();
  runtime.setMemoryLimit(memoryBytes);
  runtime.setMaxStackSize(STACK_BYTES);
  let questions = 0;
  runtime.setInterruptHandler(() => ++questions >= SHORT_SCRIPT && processorMs() - before > timeMs);
  const context = runtime.newContext({ intrinsics: INTRINSICS });
  try {
    const input = context.newString(JSON.stringify({ source, names, values }));
    context.setProp(context.global, "__input", input);
    input.dispose();
    const result = context.evalCode(parseOnly ? PARSE : RUN, "form.js");
    if (result.error) {
      const error = context.dump(result.error);
      result.error.dispose();
      const { name = "", message = String(error) } = error ?? { name: "InternalError", message: "out of memory" };
      return { error: { name: String(name), message: String(message) }, tookMs: processorMs() - before };
    }
    const text = context.dump(result.value);
    result.value.dispose();
    if (typeof text !== "string") throw new Error("Expected text from the interpreter, but it is " + typeof text);
    return { text, tookMs: processorMs() - before };
  } finally {
    context.dispose();
    runtime.dispose();
  }
};

// The interpreter itself failed: what it says from now on cannot be trusted, so whoever waits starts another thread.
const answer = (quickjs, request) => {
  try {
    return { id: request.id, ...evaluate(quickjs, request) };
  } catch (error) {
    return { id: request.id, broken: String(error && error.message) };
  }
};

const tell = (place, state) => {
  Atomics.store(signal, place, state);
  Atomics.notify(signal, place);
};
process.on("exit", () => [0, 1].forEach((place) => tell(place, -1)));

load("quickjs-emscripten").getQuickJS().then((quickjs) => {
  port.on("message", (request) => {
    port.postMessage(answer(quickjs, request));
    tell(0, 1);
  });
  tell(1, 1);
});
`;
