export { studioRoutes, type StudioDependencies } from "./http/studio-routes.js";
export { operationsRoutes, type OperationsDependencies } from "./http/operations-routes.js";
