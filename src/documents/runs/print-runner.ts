import { setImmediate } from "node:timers/promises";
import { AppError, type Clock, type Localised, type Logger } from "../../platform/index.js";
import type { Database } from "../../platform/db/index.js";
import { PrintRunRepository } from "../data/print-run.repository.js";
import type { Documents } from "../printed-document.js";
import type { PrintRun, PrintRunItem } from "./print-run.js";
import type { PrintSource } from "./print-source.js";

/** Items in hand at the same time: while the browser's two pages print, data of the next are read and files written. */
const IN_HAND = 4;
/** Items taken from one run before the next run has its turn. */
const TURN = 60;

export interface PrintRunnerDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly documents: Pick<Documents, "print">;
  /** A sentence when no document can be printed at all (there is no browser). */
  readonly outage: () => Promise<string | undefined>;
  readonly sources: ReadonlyMap<string, PrintSource>;
  /** Ends a run whose last item has been printed or has failed. @returns false when items wait again meanwhile. */
  readonly finish: (run: PrintRun) => Promise<boolean>;
}

const both = (text: string): Localised => ({ id: text, en: text });

const reasonOf = (error: unknown): Localised => {
  if (error instanceof AppError) return error.details.detail ?? both(error.message);
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  return { id: `Gagal dicetak: ${message}`, en: `Printing failed: ${message}` };
};

/**
 * Prints the items of all running runs, run by run in turns. A document and its item's state are written in one transaction, so
 * that a run that was cut off goes on where it was: nothing is printed twice and nothing is left out.
 */
export class PrintRunner {
  #loop: Promise<void> | undefined;
  #lookAgain = false;
  #isOpen = true;
  readonly #halted = new Set<string>();
  /** What this process printed of each run since it goes on. */
  readonly #pace = new Map<string, { readonly since: number; items: number }>();

  constructor(private readonly deps: PrintRunnerDependencies) {}

  /** Looks for runs that go on; to be called after a change, and at the start. */
  wake(): void {
    if (!this.#isOpen) return;
    this.#lookAgain = true;
    this.#loop ??= this.#run().finally(() => {
      this.#loop = undefined;
    });
  }

  /** Takes no further item of a run; those in hand are still printed. */
  halt(runId: string): void {
    this.#halted.add(runId);
  }

  release(runId: string): void {
    this.#halted.delete(runId);
    this.#pace.delete(runId);
  }

  /** Documents per second since the run goes on; null when it does not, or not long enough to say. */
  perSecond(runId: string): number | null {
    const pace = this.#pace.get(runId);
    if (pace === undefined) return null;
    const seconds = (this.deps.clock.now() - pace.since) / 1_000;
    return seconds < 0.5 ? null : Math.round((pace.items / seconds) * 10) / 10;
  }

  /** Resolves when nothing is in hand: all runs are finished or stopped. */
  async idle(): Promise<void> {
    await this.#loop;
  }

  /** Takes nothing further and waits for what is in hand; runs go on at the next start. */
  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#loop;
  }

  async #run(): Promise<void> {
    try {
      while (this.#isOpen && this.#lookAgain) {
        this.#lookAgain = false;
        const runs = await this.deps.db.read((tx) => new PrintRunRepository(tx).running());
        for (const run of runs) if (this.#goesOn(run)) await this.#turn(run);
        if (runs.some((run) => this.#goesOn(run))) this.#lookAgain = true;
      }
    } catch (error) {
      // The database is away: runs stay as they are, and go on when somebody looks at them or at the next start.
      this.deps.logger.error({ event: "print-run.interrupted", err: error }, "Print runs were interrupted");
    }
  }

  #goesOn(run: PrintRun): boolean {
    return this.#isOpen && !this.#halted.has(run.id);
  }

  async #turn(run: PrintRun): Promise<void> {
    const source = this.deps.sources.get(run.source);
    if (source === undefined)
      return this.#stop(run, both(`Expected a print source '${run.source}', but there is none`));
    const items = await this.deps.db.read((tx) => new PrintRunRepository(tx).waiting(run.id, TURN));
    if (items.length === 0) return this.#finish(run);
    if (!this.#pace.has(run.id)) this.#pace.set(run.id, { since: this.deps.clock.now(), items: 0 });
    const queue = items.values();
    const work = async (): Promise<void> => {
      for (const item of queue) {
        // What was printed before is found without waiting for anything: thousands of those would hold up everybody else.
        await setImmediate();
        if (!this.#goesOn(run)) return;
        await this.#item(run, source, item);
      }
    };
    await Promise.all(Array.from({ length: IN_HAND }, work));
  }

  async #item(run: PrintRun, source: PrintSource, item: PrintRunItem): Promise<void> {
    const { db, documents, outage } = this.deps;
    try {
      const request = await db.transaction((tx) => source.read(tx, item.ref));
      await documents.print({
        key: `print-run/${run.id}/${item.position}`,
        ...request,
        issuedBy: run.startedBy,
        async onKept(tx, document) {
          await new PrintRunRepository(tx).printed(run.id, item.position, document.id);
          await request.onKept?.(tx, document);
        },
      });
    } catch (error) {
      const isExpected = error instanceof AppError;
      const reason = isExpected ? undefined : await outage();
      // Without a browser every item would fail for the same reason: the run waits instead.
      if (reason !== undefined) return this.#stop(run, both(reason));
      await db.transaction((tx) => new PrintRunRepository(tx).failed(run.id, item.position, reasonOf(error)));
      if (!isExpected)
        this.deps.logger.warn(
          { event: "print-run.item-failed", runId: run.id, err: error },
          "A document of a print run failed",
        );
    }
    const pace = this.#pace.get(run.id);
    if (pace !== undefined) pace.items++;
  }

  async #stop(run: PrintRun, reason: Localised): Promise<void> {
    if (this.#halted.has(run.id)) return;
    this.halt(run.id);
    this.#pace.delete(run.id);
    await this.deps.db.transaction((tx) =>
      new PrintRunRepository(tx).setStatus(run.id, { status: "STOPPED", reason, finishedAt: null }),
    );
    this.deps.logger.warn({ event: "print-run.stopped", runId: run.id }, `A print run stopped: ${reason.en}`);
  }

  async #finish(run: PrintRun): Promise<void> {
    if (await this.deps.finish(run)) this.#pace.delete(run.id);
  }
}
