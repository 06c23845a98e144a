export { createFiles, type FilesDeps, type FilesService } from "./create-files.js";
export { entities, migrations } from "./data/tables.js";
export { fileErrors } from "./file-errors.js";
export { fileRoutes, type FileRoutesDeps } from "./http/file-routes.js";
export type { Files, StoredFile } from "./stored-file.js";
