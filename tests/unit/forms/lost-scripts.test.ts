import { describe, expect, it } from "@jest/globals";
import { createSandbox, type Sandbox } from "../../../src/forms/sandbox/sandbox.js";
import { ScriptThread, type ThreadParts } from "../../../src/forms/sandbox/script-thread.js";
import { validateSubmission } from "../../../src/forms/submission/validate-submission.js";
import { aForm } from "./support.js";

const CHECKED = aForm({
  type: "textfield",
  key: "a",
  label: "A",
  input: true,
  validate: { custom: "valid = input === 'benar' ? true : 'salah'" },
}) as Readonly<Record<string, unknown>>;

const READY = `const { workerData: { port, signal } } = require("node:worker_threads");
  const tell = (place, state) => { Atomics.store(signal, place, state); Atomics.notify(signal, place); };
  process.on("exit", () => [0, 1].forEach((place) => tell(place, -1)));
  port.on("message", (request) => { answer(request); });`;
/** A thread that is ready and answers like this. */
const answering = (answer: string): string => `${READY} const answer = (request) => { ${answer} }; tell(1, 1);`;

const sandboxOf = (parts: Partial<ThreadParts>): Sandbox => createSandbox(new ScriptThread(parts));
const validatingIn = (sandbox: Sandbox, data: object) => () => validateSubmission(sandbox, CHECKED, data, {});

describe("scripts that could not be evaluated", () => {
  it.each<[string, Partial<ThreadParts>]>([
    ["starts too late", { program: "setInterval(() => undefined, 1000);", startLimitMs: 5 }],
    ["ends while it starts", { program: `${READY} process.exit(1);` }],
    ["ends at a script", { program: answering("process.exit(1);") }],
    ["gets no processor time", { program: answering(""), processorMs: () => 0, waitLimitMs: 5 }],
    ["answers another script", { program: answering("port.postMessage({ id: 0, text: '', tookMs: 0 }); tell(0, 1);") }],
    ["answers nothing", { program: answering("tell(0, 1);") }],
    ["is broken", { program: answering("port.postMessage({ id: request.id, broken: 'abort' }); tell(0, 1);") }],
  ])("should refuse the submission for now when the thread %s", (_what, parts) => {
    expect(validatingIn(sandboxOf(parts), { a: "salah" })).toThrow(expect.objectContaining({ code: "UNAVAILABLE" }));
  });

  it("should not let a form be published whose scripts could not be parsed", () => {
    const sandbox = sandboxOf({ program: answering("process.exit(1);") });
    expect(() => sandbox.syntaxFault("valid = true")).toThrow(expect.objectContaining({ code: "UNAVAILABLE" }));
  });

  it("should refuse the submission for now when the sandbox throws", () => {
    const sandbox = {
      ...sandboxOf({}),
      run: () => {
        throw new Error("no memory left");
      },
    };
    expect(validatingIn(sandbox, { a: "salah" })).toThrow(expect.objectContaining({ code: "UNAVAILABLE" }));
  });

  it("should call a script too slow only when it took the processor's time", () => {
    let spentMs = 0;
    const program = answering("");
    const sandbox = sandboxOf({ program, processorMs: () => (spentMs += 1_000), waitLimitMs: 60_000 });
    const result = validatingIn(sandbox, { a: "benar" })();
    expect(result).toMatchObject({ ok: false, errors: [{ path: "data.a" }] });
  });

  it("should evaluate a script again in another thread when its thread ended", () => {
    const threads = [new ScriptThread({ program: answering("process.exit(1);") }), new ScriptThread()];
    const sandbox = createSandbox({
      run: (request) => (threads.length > 1 ? threads.shift()! : threads[0]!).run(request),
    });
    expect(validatingIn(sandbox, { a: "salah" })()).toMatchObject({
      ok: false,
      errors: [{ message: { id: "salah" } }],
    });
    expect(validatingIn(sandbox, { a: "benar" })()).toMatchObject({ ok: true });
  });

  it("should end a script with its thread when a built-in function runs on, and run the next one in another", () => {
    const sandbox = sandboxOf({ waitLimitMs: 25_000 }); // however little time this machine has
    const lost = sandbox.run("var a = []; a.length = 4294967295; return a.join();", {});
    expect(lost).toMatchObject({ ok: false, kind: "time" });
    expect(validatingIn(sandbox, { a: "salah" })()).toMatchObject({
      ok: false,
      errors: [{ message: { id: "salah" } }],
    });
  });
});
