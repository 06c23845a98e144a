export type { Documents, PrintedDocument, PrintRequest } from "./printed-document.js";
export { createDocuments, type DocumentsDependencies, type DocumentsModule } from "./create-documents.js";
export type { NewPrintRun, PrintRun, PrintRuns } from "./runs/print-run.js";
export type { PrintItem, PrintSource } from "./runs/print-source.js";
export { createPrintRuns, type PrintRunsDependencies, type PrintRunsModule } from "./runs/create-print-runs.js";
export { entities, migrations } from "./data/tables.js";
export type { TemplateHelper } from "./templates/helpers/platform-helpers.js";
export { readPdfText } from "./pdf-text/read-pdf-text.js";
export { missingLines } from "./pdf-text/missing-lines.js";
