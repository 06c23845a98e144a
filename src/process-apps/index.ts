export { Manifest } from "./manifest.js";
export type { AppFile, ProcessApp, ProcessAppFolders } from "./process-app.js";
export { loadProcessApps, processAppFolders, type ReadProcessApp, readProcessApp } from "./load-process-apps.js";
export { deployProcessApps, type DeploymentDependencies, type DeploymentOutcome } from "./deploy-process-apps.js";
export { entities, migrations } from "./data/tables.js";
export type { BundleFault, CheckTools, ToolFinding } from "./checks/bundle.js";
export { checkProcessApp } from "./checks/check-process-app.js";
