export type { FieldChange, History, NewHistoryEntry } from "./history-entry.js";
