export type { CaseFile } from "./case-file.js";
export type { CaseFact, CaseFiles, CaseStart, CaseType, NewCaseFile, Tone } from "./case-type.js";
export type { Sheet, SheetColumn, SheetPage, SheetRequest, SheetRow, SheetValue } from "./sheet.js";
