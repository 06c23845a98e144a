export { createHistory, type HistoryDeps, type HistoryService } from "./create-history.js";
export { entities, migrations } from "./data/tables.js";
export { historyAccess } from "./history-access.js";
export type { FieldChange, History, NewHistoryEntry } from "./history-entry.js";
export { historyRoutes, type HistoryRoutesDeps } from "./http/history-routes.js";
export { createReadLog, type ReadLog } from "./read-log.js";
export type { HistoryFilter, HistoryPage, RecordedEntry } from "./recorded-entry.js";
export { type VerificationOutcome, verifyHistory } from "./verify-history.js";
