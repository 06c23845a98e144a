import type { Clock, Logger } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import type { ContentStore } from "./content-store.js";
import { StoredFileRepository } from "./data/stored-file.repository.js";

const HOUR_MS = 3_600_000;
/** How long an upload waits for the form that it was made for. */
const UNCLAIMED_MS = 24 * HOUR_MS;
const AT_ONCE = 200;

export interface Sweeper {
  sweep(): Promise<number>;
  /** @returns how many contents went. */
  sweepOrphans(): Promise<number>;
  start(): () => void;
  /** Runs `work` while nothing is swept: a content that has just been kept is not yet known to the database. */
  undisturbed<T>(work: () => Promise<T>): Promise<T>;
}

interface SweeperDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly contents: ContentStore;
}

/** Removes what nobody uses. */
export const createSweeper = ({ db, clock, logger, contents }: SweeperDeps): Sweeper => {
  let last: Promise<unknown> = Promise.resolve();
  const undisturbed = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  const removeOne = async (
    { id, sha256 }: { readonly id: string; readonly sha256: string },
    before: number,
  ): Promise<void> => {
    const isUsed = await db.transaction(async (tx) => {
      const repository = new StoredFileRepository(tx);
      await repository.removeUnclaimed(id, before);
      return repository.isUsed(sha256);
    });
    if (!isUsed) await contents.removeOlder(sha256, before);
  };

  const sweep = (): Promise<number> =>
    undisturbed(async () => {
      const before = clock.now() - UNCLAIMED_MS;
      let removed = await contents.removeStaleDrafts(before);
      for (;;) {
        const files = await db.read((tx) => new StoredFileRepository(tx).unclaimedBefore(before, AT_ONCE));
        for (const file of files) await removeOne(file, before);
        removed += files.length;
        if (files.length < AT_ONCE) return removed;
      }
    });

  /** Contents whose transaction was rolled back after they were kept. */
  const sweepOrphans = (): Promise<number> =>
    undisturbed(async () => {
      let removed = 0;
      const before = clock.now() - UNCLAIMED_MS;
      for await (const hashes of contents.writtenBefore(before)) {
        const used = await db.read((tx) => new StoredFileRepository(tx).usedOf(hashes));
        for (const hash of hashes.filter((each) => !used.has(each))) {
          await contents.removeOlder(hash, before);
          removed += 1;
        }
      }
      return removed;
    });

  const sweepSafely = (work: () => Promise<number> = sweep): void => {
    work().catch((error: unknown) => {
      logger.error({ event: "files.sweep-failed", err: error }, "Unused files could not be removed");
    });
  };

  return {
    sweep,
    sweepOrphans,
    undisturbed,
    start() {
      sweepSafely();
      sweepSafely(sweepOrphans); // walks the whole folder, hence only at the start
      const timer = setInterval(() => sweepSafely(), HOUR_MS);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
};
