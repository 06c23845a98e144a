import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createDocuments, type DocumentsModule } from "../documents/index.js";
import { createEngine, type Engine } from "../engine/index.js";
import { openSqliteEngineStore } from "../engine-store/index.js";
import { platformRoles } from "../identity/index.js";
import { randomIds, silentLogger, systemClock } from "../platform/index.js";
import { type CheckTools, checkProcessApp, processAppFolders, type ToolFinding } from "../process-apps/index.js";
import { projectFolders } from "../composition/index.js";
import { engineFindings, type Finding, lintDiagram } from "../studio/index.js";

/*
 * `npm run bundle:check [-- app …]`: every fault of every process app, or of those named, in one report.
 * Exit 0 when there is none, 1 otherwise.
 */

const folders = projectFolders();

const errorsOf = (findings: readonly Finding[]): ToolFinding[] =>
  findings
    .filter(({ severity }) => severity === "error")
    .map(({ elementId, message, rule }) => ({ element: elementId, message: `${message} (${rule})` }));

/** All TypeScript or compiled files of one plugin. */
const ownSource = async (app: string): Promise<string> => {
  const folder = join(folders.pluginsDir, app);
  const names = await readdir(folder, { recursive: true }).catch(() => []); // an app without code
  const files = names.filter((name) => /\.(ts|js)$/.test(name) && !name.endsWith(".d.ts"));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  return texts.join("\n");
};

/** Those of a plugin and of the plugins that it needs: their workers do its jobs too. */
const sourceOf = async (app: string): Promise<string> => {
  const own = await ownSource(app);
  const needs = /\bneeds: \[([^\]]*)\]/.exec(own)?.[1] ?? "";
  const needed = [...needs.matchAll(/["']([\w-]+)["']/g)].flatMap(([, name]) => name ?? []);
  return [own, ...(await Promise.all(needed.map(ownSource)))].join("\n");
};

const toolsOver = (engine: Engine, documents: DocumentsModule): CheckTools => ({
  lint: async (xml) => errorsOf(await lintDiagram(xml)),
  async compile({ name, content }) {
    const outcome = await engine.submit({
      type: "deployment.create",
      resources: [{ name, content: Buffer.from(content, "utf8") }],
    });
    return outcome.ok ? [] : errorsOf(engineFindings(outcome.rejection.reason));
  },
  feelFault(expression) {
    const outcome = engine.evaluateExpression(`=${expression}`, {});
    // Without its variables an expression may fail when it runs; only what does not parse is a fault here.
    const isSyntax = !outcome.ok && /^Expected (a valid FEEL|an expression of at most)/.test(outcome.rejection.reason);
    return isSyntax ? outcome.rejection.reason : undefined;
  },
  print: (template, data) => documents.preview(template, data),
  pluginSource: sourceOf,
  platformRoles: platformRoles.map(({ role }) => role),
});

const documentsOnly = (): DocumentsModule => {
  const never = (): never => {
    throw new Error("Expected no document to be kept by a check, but one was");
  };
  return createDocuments({
    db: { dialect: "sqlite", transaction: never, read: never, close: never } as never,
    files: { find: never, read: never, store: never },
    clock: systemClock,
    ids: randomIds(systemClock),
    logger: silentLogger,
    templatesDir: folders.templatesDir,
    baseUrl: () => "https://alur.example.go.id",
    chromePath: process.env["CHROME_PATH"],
    searchPath: process.env["PATH"],
    findCase: async () => undefined,
  });
};

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : await processAppFolders(folders.bpmnDir);
const store = openSqliteEngineStore({ memory: true });
const engine = await createEngine({ store, clock: systemClock });
const documents = documentsOnly();
const tools = toolsOver(engine, documents);
let count = 0;
for (const name of names) {
  const faults = await checkProcessApp(folders, name, tools);
  count += faults.length;
  console.log(faults.length === 0 ? `${name}: no faults` : `${name}: ${faults.length} faults`);
  for (const { path, rule, message } of faults) console.log(`  ${path} [${rule}] ${message}`);
}
await documents.close();
await engine.close();
await store.close();
console.log(`${names.length} process apps, ${count} faults`);
process.exitCode = count === 0 ? 0 : 1;
