import { AppError, type Clock, type IdGenerator, type Logger } from "../../platform/index.js";
import { type Database, isUniqueViolation, type UnitOfWork } from "../../platform/db/index.js";
import type { History } from "../../history/index.js";
import { type Actor, type AnyRoute, groupsOf } from "../../http/index.js";
import type { Files } from "../../files/index.js";
import { PrintRunRepository } from "../data/print-run.repository.js";
import { printRunRoutes } from "../http/print-run.routes.js";
import type { DocumentsModule } from "../create-documents.js";
import type { PrintedDocument } from "../printed-document.js";
import { FollowPrintRuns } from "./follow-print-runs.js";
import type { NewPrintRun, PrintRun, PrintRuns } from "./print-run.js";
import { PrintRunner } from "./print-runner.js";
import type { PrintSource } from "./print-source.js";

export interface PrintRunsDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  readonly documents: Pick<DocumentsModule, "print" | "find" | "probeBrowser">;
  readonly files: Pick<Files, "find" | "read">;
  readonly history: Pick<History, "append">;
  readonly findCase: (tx: UnitOfWork, caseId: string) => Promise<{ readonly kind: string } | undefined>;
  /** Records that a document of a case file is being read. */
  readonly noteRead: (actor: Actor, document: PrintedDocument) => Promise<void>;
  /** Tells the person who started it, in the transaction that finishes it. */
  readonly tellFinished: (tx: UnitOfWork, run: PrintRun & { readonly failed: number }) => Promise<void>;
}

/** Print runs for plugins, and what the composition needs beside it. */
export interface PrintRunsModule extends PrintRuns {
  /** Adds a plugin's sources; call it before `resume`. @throws {Error} when an id is taken. */
  register(sources: readonly PrintSource[]): void;
  /** Goes on with what was under way when the program ended. */
  resume(): void;
  /** Resolves when nothing is being printed: all runs are finished or stopped. */
  idle(): Promise<void>;
  routes(): AnyRoute[];
  /** Takes nothing further and waits for what is in hand. */
  close(): Promise<void>;
}

const MOST_ITEMS = 20_000;
const LONGEST_TEXT = 255;

const refuse = (what: string, value: string | number): AppError =>
  new AppError("BAD_INPUT", `Expected ${what} of a print run, but it is ${JSON.stringify(value)}`, {
    detail: {
      id: `Pencetakan massal tidak dapat dimulai: ${what} = ${value}`,
      en: `Expected ${what}, but it is ${value}`,
    },
  });

const check = ({ title, items }: NewPrintRun): void => {
  if (items.length === 0 || items.length > MOST_ITEMS) throw refuse(`1 to ${MOST_ITEMS} items`, items.length);
  const tooLong = [title, ...items.map(({ label }) => label)].find((text) => text === "" || text.length > LONGEST_TEXT);
  if (tooLong !== undefined) throw refuse(`titles and labels of 1 to ${LONGEST_TEXT} characters`, tooLong);
  const badRef = items.find(({ ref }) => ref === "" || ref.length > 100)?.ref;
  if (badRef !== undefined) throw refuse("refs of 1 to 100 characters", badRef);
};

/** Mass printing: runs of documents that survive a stop and a crash. */
export function createPrintRuns(deps: PrintRunsDependencies): PrintRunsModule {
  const { db, clock, ids, documents, history } = deps;
  const sources = new Map<string, PrintSource>();

  const finish = (run: PrintRun): Promise<boolean> =>
    db.transaction(async (tx) => {
      const runs = new PrintRunRepository(tx);
      const end = { status: "FINISHED", reason: null, finishedAt: clock.now() } as const;
      await runs.setStatus(run.id, end); // first, which locks the run: a retry comes before or after
      if ((await runs.waiting(run.id, 1)).length > 0) {
        await runs.setStatus(run.id, { status: "RUNNING", reason: null, finishedAt: null });
        return false;
      }
      await deps.tellFinished(tx, { ...run, ...end, failed: (await runs.counts([run.id])).get(run.id)?.failed ?? 0 });
      return true;
    });

  const runner = new PrintRunner({
    db,
    clock,
    logger: deps.logger,
    documents,
    async outage() {
      const browser = await documents.probeBrowser();
      return browser.ok ? undefined : browser.message;
    },
    sources,
    finish,
  });

  return {
    async start(tx, request) {
      check(request);
      if (!sources.has(request.source)) throw refuse("a registered source", request.source);
      const { startedBy, title, source, items } = request;
      const id = ids.next();
      const key = request.key ?? id;
      const runs = new PrintRunRepository(tx);
      const earlier = await runs.findByKey(key);
      if (earlier !== undefined) return earlier;
      const startedAt = clock.now();
      const run: PrintRun = {
        id,
        source,
        title,
        status: "RUNNING",
        reason: null,
        startedBy: startedBy.userId,
        startedByName: startedBy.displayName,
        group: request.group ?? groupsOf(startedBy).at(-1) ?? null,
        startedAt,
        finishedAt: null,
      };
      try {
        await runs.add(run, key, items);
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        throw new AppError("CONFLICT", `Expected print run '${key}' once, but it is being started already`);
      }
      await history.append(tx, {
        actorId: startedBy.userId,
        actorName: startedBy.displayName,
        role: startedBy.role?.role ?? null,
        action: "print-run.started",
        caseId: null,
        subject: { type: "PrintRun", id },
        story: {
          id: `memulai pencetakan massal '${title}' (${items.length} dokumen)`,
          en: `started the print run '${title}' (${items.length} documents)`,
        },
      });
      tx.afterCommit(() => runner.wake());
      return run;
    },

    register(more) {
      for (const source of more) {
        if (sources.has(source.id)) throw new Error(`Expected print source '${source.id}' once, but it exists already`);
        sources.set(source.id, source);
      }
    },

    resume: () => runner.wake(),
    idle: () => runner.idle(),
    routes: () => printRunRoutes({ follow: new FollowPrintRuns(runner, history), archive: deps }),
    close: () => runner.close(),
  };
}
