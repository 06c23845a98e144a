import { adminRoutes } from "./mock-admin-routes.js";
import type { MockRoute } from "./mock-answer.js";
import { caseRoutes } from "./mock-case-routes.js";
import { printRunRoutes } from "./mock-print-run-routes.js";
import { sessionRoutes } from "./mock-session-routes.js";
import { taskRoutes } from "./mock-task-routes.js";

/** Everything that the mock answers. */
export const mockRoutes: readonly MockRoute[] = [
  ...sessionRoutes,
  ...taskRoutes,
  ...caseRoutes,
  ...adminRoutes,
  ...printRunRoutes,
];
