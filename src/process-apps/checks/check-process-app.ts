import { readProcessApp } from "../load-process-apps.js";
import type { ProcessAppFolders } from "../process-app.js";
import type { BundleCheck, BundleFault, CheckTools } from "./bundle.js";
import { checkDiagramsRun } from "./check-diagrams-run.js";
import { checkElementIds } from "./check-element-ids.js";
import { checkFeel } from "./check-feel.js";
import { checkFormKeys } from "./check-form-keys.js";
import { checkForms } from "./check-forms.js";
import { checkRoles } from "./check-roles.js";
import { checkTemplates } from "./check-templates.js";
import { checkUnlisted } from "./check-unlisted.js";
import { checkWorkers } from "./check-workers.js";
import { type ReadDiagram, readDiagram } from "./read-diagram.js";

const CHECKS: readonly BundleCheck[] = [
  checkUnlisted,
  checkDiagramsRun,
  checkFeel,
  checkElementIds,
  checkWorkers,
  checkRoles,
  checkFormKeys,
  checkForms,
  checkTemplates,
];

/** Runs every check over one process app (a folder of `bpmn/`). @returns all faults, none when the app is fit to be deployed. */
export async function checkProcessApp(
  folders: ProcessAppFolders,
  folder: string,
  tools: CheckTools,
): Promise<readonly BundleFault[]> {
  const { app, faults: loading } = await readProcessApp(folders, folder);
  const faults: BundleFault[] = loading.map(({ path, message }) => ({ path, rule: "manifest", message }));
  if (app === undefined) return faults;
  const read: ReadDiagram[] = [];
  for (const file of app.diagrams) {
    try {
      read.push(await readDiagram(file));
    } catch {
      // No BPMN at all: the lint says so, with the reason.
    }
  }
  for (const check of CHECKS) faults.push(...(await check({ ...app, read, folders }, tools)));
  return faults;
}
