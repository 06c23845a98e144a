export { engineFindings } from "./engine-findings.js";
export type { Finding } from "./finding.js";
export { lintDiagram } from "./lint/lint-diagram.js";
export { studioRoutes, type StudioDependencies, type StudioEngine } from "./http/studio.routes.js";
export {
  operationsRoutes,
  type OperationsDependencies,
  type OperationsEngine,
  type OperationsOutbox,
} from "./http/operations.routes.js";
