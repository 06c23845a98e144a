export type { Documents, PrintedDocument, PrintRequest } from "./printed-document.js";
