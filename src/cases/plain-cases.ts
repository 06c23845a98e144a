import type { CamundaClient } from "../camunda-client/index.js";
import type { History } from "../history/index.js";
import { AppError, type Localised, type Logger } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import type { CaseFile } from "./case-file.js";
import type { CaseTypes } from "./case-types.js";
import type { CaseFiles, CaseType } from "./case-type.js";
import { CaseFileRepository } from "./data/case-file.repository.js";
import { type PlainCaseDeps, plainCaseType, type PlainProcess, type PlainStatus } from "./plain-case-type.js";
import { plainReference } from "./plain-reference.js";

/** A process instance that something else than a start form began. */
export interface ForeignInstance {
  readonly processInstanceKey: string;
  readonly processId: string;
  readonly processName: string;
}

/** Processes that no app names: deployed in the studio or from outside. */
const OTHER: PlainProcess = {
  app: "other",
  processId: "other-process",
  title: { id: "Proses lain", en: "Other process" },
  start: null,
};

interface PlainCasesDeps extends PlainCaseDeps {
  readonly db: Database;
  readonly history: History;
  readonly logger: Logger;
  readonly client: Pick<CamundaClient, "endedInstances">;
  readonly types: CaseTypes;
  readonly setStatus: CaseFiles["setStatus"];
}

/** Instances asked for at once. */
const AT_ONCE = 100;
const HOUR_MS = 3_600_000;

const CLOSED: Readonly<Record<"COMPLETED" | "TERMINATED", { status: PlainStatus; story: Localised }>> = {
  COMPLETED: { status: "COMPLETED", story: { id: "proses selesai", en: "the process was completed" } },
  TERMINATED: { status: "CANCELLED", story: { id: "proses dibatalkan", en: "the process was cancelled" } },
};

/** Case files of processes without code: those that nothing opened, and those whose process is over. */
export class PlainCases {
  readonly #apps = new Set<string>();

  constructor(private readonly deps: PlainCasesDeps) {
    this.register([OTHER]);
  }

  /** Adds the processes of apps without code. */
  register(processes: readonly PlainProcess[]): void {
    for (const { app } of processes) this.#apps.add(app);
    this.deps.types.add(processes.map((process) => plainCaseType(process, this.deps)));
  }

  /**
   * The case file of an instance that came from outside (API, timer, message), opened when somebody first handles a task of it. Its id
   * is that of the instance, so that two people at the same moment open one.
   * @returns undefined when a plugin looks after this process.
   */
  async adopt(instance: ForeignInstance): Promise<CaseFile | undefined> {
    const { db, types } = this.deps;
    const type = types.ofProcess(instance.processId) ?? types.get(OTHER.app, OTHER.processId);
    if (!this.#apps.has(type.app)) return undefined;
    const id = await db.transaction((tx) => this.#openOnce(tx, instance, type));
    return db.read((tx) => new CaseFileRepository(tx).find(id));
  }

  async #openOnce(tx: UnitOfWork, instance: ForeignInstance, type: CaseType): Promise<string> {
    const { clock, history } = this.deps;
    const { processInstanceKey, processId, processName } = instance;
    const now = clock.now();
    const caseFile: CaseFile = {
      kind: "CaseFile",
      id: `instance-${processInstanceKey}`,
      app: type.app,
      type: type.type,
      reference: plainReference(processId, now, processInstanceKey),
      title: type.type === processId ? type.title.id : processName,
      ownerId: null,
      subjectName: processName,
      subjectNumber: null,
      unitName: null,
      scopes: {},
      status: "RUNNING" satisfies PlainStatus,
      processInstanceKey,
      revision: 1,
      openedAt: now,
      updatedAt: now,
      closedAt: null,
    };
    if (!(await new CaseFileRepository(tx).insertOnce(caseFile))) return caseFile.id;
    await history.append(tx, {
      actorId: "system:process",
      actorName: "Sistem",
      role: null,
      action: "process.adopted",
      caseId: caseFile.id,
      subject: { type: "CaseFile", id: caseFile.id },
      story: { id: "membuka berkas untuk proses yang sudah berjalan", en: "opened a case file for a running process" },
      processInstanceKey,
    });
    return caseFile.id;
  }

  /** Closes those of the case files whose process is over. @returns how many. */
  async closeEnded(caseFiles: readonly CaseFile[]): Promise<number> {
    const open = caseFiles.filter(({ closedAt, app }) => closedAt === null && this.#apps.has(app));
    const byInstance = new Map(open.map((each) => [each.processInstanceKey, each]));
    const keys = [...byInstance.keys()].filter((key) => key !== null);
    const ended = keys.length === 0 ? [] : await this.deps.client.endedInstances(keys);
    for (const { processInstanceKey, state } of ended) {
      const caseFile = byInstance.get(processInstanceKey);
      if (caseFile !== undefined) await this.#close(caseFile, state);
    }
    return ended.length;
  }

  /** Looks now and then every hour for case files whose process ended without a task (a timer, say), until the returned function is called. */
  startClosing(): () => void {
    const run = (): void => {
      this.closeAllEnded().catch((error: unknown) => {
        this.deps.logger.error({ event: "cases.closing-failed", err: error }, "Ended case files could not be closed");
      });
    };
    run();
    const timer = setInterval(run, HOUR_MS);
    timer.unref();
    return () => clearInterval(timer);
  }

  /** @returns how many were closed. */
  async closeAllEnded(): Promise<number> {
    let closed = 0;
    for (let after = "", isOver = false; !isOver;) {
      const page = await this.deps.db.read((tx) =>
        new CaseFileRepository(tx).openAfter([...this.#apps], after, AT_ONCE),
      );
      closed += await this.closeEnded(page);
      after = page.at(-1)?.id ?? after;
      isOver = page.length < AT_ONCE;
    }
    return closed;
  }

  async #close({ id }: CaseFile, state: "COMPLETED" | "TERMINATED"): Promise<void> {
    const { db, history, setStatus } = this.deps;
    const closing = db.transaction(async (tx) => {
      const caseFile = await new CaseFileRepository(tx).find(id);
      if (caseFile === undefined || caseFile.closedAt !== null) return;
      const { status, story } = CLOSED[state];
      await setStatus(tx, caseFile, status, { closed: true });
      await history.append(tx, {
        actorId: "system:process",
        actorName: "Sistem",
        role: null,
        action: "process.ended",
        caseId: id,
        subject: { type: "CaseFile", id },
        story,
        processInstanceKey: caseFile.processInstanceKey,
      });
    });
    // Two who look at the same moment: one of them closes it.
    await closing.catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === "CONFLICT")) throw error;
    });
  }
}
