import type { Logger } from "../../platform/index.js";
import type { ArchivableStore } from "./archivable-store.js";
import { archiveLog, type ArchiveOptions } from "./archive-log.js";

/** How often it is looked whether there are entries to move. */
const EVERY_MS = 3_600_000;

/** Keeps the record log short while an engine runs. */
export interface LogArchiver {
  /** Looks now; resolves when what there was has been moved. Failures go to the log: the entries stay where they are. */
  run(): Promise<void>;
  /** Ends the run in hand between two slices; the next start goes on with it. */
  stop(): Promise<void>;
}

class Stopped extends Error {}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Looks at the start and every hour, one run at a time. */
export function startLogArchiver(
  store: ArchivableStore,
  { logger, ...options }: Omit<ArchiveOptions, "pause"> & { readonly logger: Logger },
): LogArchiver {
  let isStopped = false;
  let running: Promise<void> | undefined;
  const pause = async (): Promise<void> => {
    await nextTurn();
    if (isStopped) throw new Stopped();
  };
  const archive = async (): Promise<void> => {
    try {
      const { entries, files } = await archiveLog(store, { ...options, pause });
      if (files > 0)
        logger.info(
          { event: "engine-store.log-archived", entries, files },
          "Entries of the record log were moved to files",
        );
    } catch (error) {
      if (error instanceof Stopped) return;
      logger.error({ event: "engine-store.archive-failed", err: error }, "The record log could not be archived");
    } finally {
      running = undefined;
    }
  };
  const run = (): Promise<void> => (running ??= isStopped ? Promise.resolve() : archive());
  const timer = setInterval(() => void run(), EVERY_MS);
  timer.unref();
  void run();
  return {
    run,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
