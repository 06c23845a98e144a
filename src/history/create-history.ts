import type { Clock } from "../platform/index.js";
import type { UnitOfWork } from "../platform/db/index.js";
import type { History } from "./history-entry.js";
import type { HistoryFilter, HistoryPage } from "./recorded-entry.js";

export interface HistoryDeps {
  readonly clock: Clock;
}

/** History with its readers. */
export interface HistoryService extends History {
  /** Entries that match, newest first. */
  search(
    tx: UnitOfWork,
    filter: HistoryFilter,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<HistoryPage>;
  /** Erases the personal values of a case file's entries (names, reasons, marked changes); the chain stays intact. @returns how many values. */
  erasePersonal(tx: UnitOfWork, caseId: string): Promise<number>;
}

export declare function createHistory(deps: HistoryDeps): HistoryService;
