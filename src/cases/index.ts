export { caseAccess } from "./case-access.js";
export type { CaseFile } from "./case-file.js";
export { caseRoutes, type CaseRoutesDeps } from "./case-routes.js";
export type { CaseFact, CaseFiles, CaseStart, CaseType, NewCaseFile, Tone } from "./case-type.js";
export { type CaseFilesDeps, type CaseFilesService, type CaseQuery, createCaseFiles } from "./create-case-files.js";
export { entities, migrations } from "./data/tables.js";
export type { Sheet, SheetColumn, SheetPage, SheetRequest, SheetRow, SheetValue } from "./sheet.js";
