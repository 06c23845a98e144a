import type { Clock } from "../platform/index.js";
import type { UnitOfWork } from "../platform/db/index.js";
import { HistoryRepository } from "./data/history.repository.js";
import type { History } from "./history-entry.js";
import { openEntry } from "./open-entry.js";
import type { HistoryFilter, HistoryPage } from "./recorded-entry.js";
import { linkHash, seal } from "./sealed-entry.js";

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

/**
 * The history. An append locks the newest link until its transaction ends, so on MariaDB writing transactions queue up there:
 * append last.
 */
export const createHistory = ({ clock }: HistoryDeps): HistoryService => ({
  async append(tx, entry) {
    const repository = new HistoryRepository(tx);
    const at = clock.now();
    const { body, personal } = seal(entry, at);
    const previous = await repository.lockHead();
    const seq = previous.seq + 1;
    await repository.append(
      {
        seq,
        at,
        actorId: entry.actorId,
        action: entry.action,
        caseId: entry.caseId,
        body,
        previousHash: previous.hash,
        hash: linkHash(seq, previous.hash, body),
      },
      personal,
    );
  },

  async search(tx, filter, page) {
    const repository = new HistoryRepository(tx);
    const entries = await repository.page(filter, page);
    const personal = await repository.personalOf(entries.map(({ seq }) => seq));
    return {
      items: entries.map((entry) => openEntry(entry, personal)),
      total: await repository.count(filter),
    };
  },

  erasePersonal: (tx, caseId) => new HistoryRepository(tx).erase(caseId),
});
