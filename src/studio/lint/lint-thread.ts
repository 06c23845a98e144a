import { Worker } from "node:worker_threads";

/** What bpmnlint reports of one element. */
export interface LintReport {
  readonly id?: string;
  readonly message: string;
  readonly category: string;
}

/** Reports by rule, or why the text is no diagram. */
export type LintOutcome =
  { readonly reports: Readonly<Record<string, readonly LintReport[]>> } | { readonly unreadable: string };

/** Milliseconds until a check is given up. */
const LIMIT_MS = 15_000;

// Plain text, so that the thread starts the same way from sources and from dist. bpmnlint is CommonJS that requires ES
// modules, which only Node's own `require` does.
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const load = require("node:module").createRequire(workerData.base);
const { BpmnModdle } = load("bpmn-moddle");
const { Linter } = load("bpmnlint");
const NodeResolver = load("bpmnlint/lib/resolver/node-resolver.js");
const zeebe = load("zeebe-bpmn-moddle/resources/zeebe.json");
const plain = ({ id, message, category }) => ({ id, message, category });
(async () => {
  let root;
  try {
    ({ rootElement: root } = await new BpmnModdle({ zeebe }).fromXML(workerData.xml));
  } catch (error) {
    return { unreadable: String(error.message) };
  }
  const linter = new Linter({ config: workerData.config, resolver: new NodeResolver({ require: load }) });
  const found = Object.entries(await linter.lint(root));
  return { reports: Object.fromEntries(found.map(([rule, list]) => [rule, list.map(plain)])) };
})().then((outcome) => parentPort.postMessage(outcome));
`;

/**
 * Runs bpmnlint over a diagram in a thread of its own: a large diagram does not hold up other requests.
 * @throws {Error} when it takes too long or too much memory.
 */
export async function lintInThread(xml: string, config: object): Promise<LintOutcome> {
  const worker = new Worker(THREAD, {
    eval: true,
    workerData: { xml, config, base: import.meta.url },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<LintOutcome>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      timer = setTimeout(
        () => reject(new Error(`Expected a check within ${LIMIT_MS} ms, but it takes longer`)),
        LIMIT_MS,
      );
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
