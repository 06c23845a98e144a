export { type Application, buildApplication } from "./application.js";
export { applicationTables } from "./application-tables.js";
export { everyVariable } from "./every-variable.js";
export { fillFirstStart, type FirstStart, seedReferenceData } from "./first-start.js";
export { plainProcesses, rolesOf } from "./manifest-parts.js";
export { projectFolders, type ProjectFolders } from "./project-folders.js";
