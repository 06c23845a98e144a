export type { Documents, PrintedDocument, PrintRequest } from "./printed-document.js";
export {
  createDocuments,
  type DocumentsDependencies,
  type DocumentsModule,
  type TemplateHelper,
} from "./create-documents.js";
export { entities, migrations } from "./data/tables.js";
