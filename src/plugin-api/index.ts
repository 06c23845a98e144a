export { type Contributions, contributionsOf } from "./contributions.js";
export type { CommandContext, PluginCommand } from "./plugin-command.js";
export {
  type DemoAccounts,
  definePlugin,
  type Plugin,
  type PluginContext,
  type PluginParts,
  type PluginServices,
  type ReferenceTable,
} from "./define-plugin.js";
export type { PublicPage } from "./public-page.js";
export type { PluginSettings } from "./plugin-settings.js";
export {
  type CaseFact,
  type CaseFile,
  type CaseFiles,
  type CaseStart,
  type CaseType,
  type NewCaseFile,
  type Sheet,
  type SheetAction,
  type SheetColumn,
  sheetColumn,
  type SheetPage,
  type SheetRequest,
  type SheetRow,
  type SheetValue,
  type Tone,
} from "../cases/index.js";
export type {
  Documents,
  NewPrintRun,
  PrintedDocument,
  PrintItem,
  PrintRequest,
  PrintRun,
  PrintRuns,
  PrintSource,
} from "../documents/index.js";
export type { Files, StoredFile } from "../files/index.js";
export type { FieldChange, History, NewHistoryEntry } from "../history/index.js";
export { type AnyRoute, defineRoute, type RawBody, type RouteReply, type RouteRequest } from "../http/index.js";
export {
  type Ability,
  type AccessRules,
  type Activation,
  type Actor,
  groupsOf,
  type PeopleDirectory,
  type RoleAssignment,
  type RoleDefinition,
  type Users,
} from "../identity/index.js";
export { type AnyWorker, BpmnError, defineWorker, type JobContext, JobRefusal } from "../job-runtime/index.js";
export type { NewNotification, Notifications } from "../notifications/index.js";
export {
  AppError,
  type Clock,
  deadline,
  type ErrorCatalogue,
  type IdGenerator,
  type Language,
  type Localised,
  type Logger,
  settingKinds,
  type SettingMeta,
} from "../platform/index.js";
export {
  containing,
  type Database,
  instantColumn,
  isUniqueViolation,
  jsonColumn,
  portableColumns,
  positional,
  type UnitOfWork,
} from "../platform/db/index.js";
export {
  describeProblem,
  readSheet,
  type ReadSheetOptions,
  type SpreadsheetColumn,
  type SpreadsheetKind,
  type SpreadsheetProblem,
  type SpreadsheetRow,
  type SpreadsheetValue,
  type SpreadsheetValues,
  writeSheet,
  type WrittenColumn,
  type WrittenValue,
  XLSX_CONTENT_TYPE,
} from "../spreadsheets/index.js";
export type { OpenTask, TaskHandler, TaskOutcome, TaskRequest } from "../tasks/index.js";
