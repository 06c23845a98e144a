import type { History } from "../../history/index.js";
import type { PrintRunItemList, PrintRunList, PrintRunView } from "../../http/contract/print-runs.js";
import { type Ability, type Actor, groupsOf } from "../../http/index.js";
import { AppError } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import { type PrintRunCounts, PrintRunRepository } from "../data/print-run.repository.js";
import type { PrintRun, PrintRunItemStatus } from "./print-run.js";
import type { PrintRunner } from "./print-runner.js";

interface Paging {
  readonly offset: number;
  readonly limit: number;
}

const STORIES = {
  stop: { id: "menghentikan", en: "stopped" },
  resume: { id: "melanjutkan", en: "resumed" },
  retry: { id: "mencetak ulang yang gagal dari", en: "retried what failed of" },
} as const;

/** What a person may do with a print run. */
export type PrintRunAct = keyof typeof STORIES;

const NOTHING: PrintRunCounts = { total: 0, printed: 0, failed: 0 };

/** Who asks, and with which rights. */
export interface Follower {
  readonly actor: Actor;
  readonly ability: Ability;
}

/** Whether a run is one's own: started by oneself, or followed by the group of the role that one acts in. */
const isOwn = ({ startedBy, group }: PrintRun, { actor }: Follower): boolean =>
  startedBy === actor.userId || (group !== null && groupsOf(actor).includes(group));

const mayAudit = ({ ability }: Follower): boolean => ability.can("audit", "PrintRun");

const notOwn = (id: string): AppError =>
  new AppError("FORBIDDEN", `Expected print run '${id}' to be followed by this person, but it is only seen`, {
    detail: {
      id: "Pencetakan massal ini hanya dapat dilihat, tidak diubah.",
      en: "This print run may only be looked at.",
    },
  });

const absent = (id: string): AppError =>
  new AppError("NOT_FOUND", `Expected a print run '${id}' of this person, but there is none`, {
    detail: { id: "Pencetakan massal tidak ditemukan.", en: "The print run was not found." },
  });

const wrongState = (run: PrintRun, act: PrintRunAct): AppError =>
  new AppError("CONFLICT", `Expected print run '${run.id}' fit to ${act}, but it is ${run.status}`, {
    detail: {
      id: "Keadaan pencetakan massal ini sudah berubah; muat ulang halaman.",
      en: "The state of this print run has changed meanwhile; load the page again.",
    },
  });

/** Following print runs: one's own and those of colleagues (ADR documents/0005). All others do not exist, except for auditors. */
export class FollowPrintRuns {
  constructor(
    private readonly runner: PrintRunner,
    private readonly history: Pick<History, "append">,
  ) {}

  async list(tx: UnitOfWork, follower: Follower, paging: Paging): Promise<PrintRunList> {
    const runs = new PrintRunRepository(tx);
    const { items, total } = await runs.followed(
      mayAudit(follower) ? "all" : { userId: follower.actor.userId, groups: groupsOf(follower.actor) },
      paging,
    );
    const counts = await runs.counts(items.map(({ id }) => id));
    return { items: items.map((run) => this.#view(run, follower, counts.get(run.id))), total };
  }

  /** @throws {AppError} NOT_FOUND when this person may see no such run. */
  async find(tx: UnitOfWork, follower: Follower, id: string): Promise<PrintRun> {
    const run = await new PrintRunRepository(tx).find(id);
    if (run === undefined || !(isOwn(run, follower) || mayAudit(follower))) throw absent(id);
    return run;
  }

  async view(tx: UnitOfWork, follower: Follower, id: string): Promise<PrintRunView> {
    const run = await this.find(tx, follower, id);
    if (run.status === "RUNNING") this.runner.wake(); // goes on, should the database have been away
    return this.#view(run, follower, (await new PrintRunRepository(tx).counts([id])).get(id));
  }

  async items(
    tx: UnitOfWork,
    follower: Follower,
    id: string,
    { status, ...paging }: Paging & { readonly status: PrintRunItemStatus | undefined },
  ): Promise<PrintRunItemList> {
    await this.find(tx, follower, id);
    const { items, total } = await new PrintRunRepository(tx).items(id, status, paging);
    return { items: items.map(({ runId: _run, ref: _ref, ...item }) => item), total };
  }

  /** @throws {AppError} NOT_FOUND, FORBIDDEN when it may only be looked at, or CONFLICT when the run is in no state for it. */
  async act(tx: UnitOfWork, follower: Follower, id: string, act: PrintRunAct): Promise<PrintRunView> {
    const { actor } = follower;
    const run = await this.find(tx, follower, id);
    if (!isOwn(run, follower)) throw notOwn(id);
    await this[act](tx, run);
    await this.history.append(tx, {
      actorId: actor.userId,
      actorName: actor.displayName,
      role: actor.role?.role ?? null,
      action: `print-run.${act}`,
      caseId: null,
      subject: { type: "PrintRun", id },
      story: {
        id: `${STORIES[act].id} pencetakan massal '${run.title}'`,
        en: `${STORIES[act].en} the print run '${run.title}'`,
      },
    });
    return this.view(tx, follower, id);
  }

  private async stop(tx: UnitOfWork, run: PrintRun): Promise<void> {
    if (run.status !== "RUNNING") throw wrongState(run, "stop");
    await new PrintRunRepository(tx).setStatus(run.id, { status: "STOPPED", reason: null, finishedAt: null });
    tx.afterCommit(() => this.runner.halt(run.id)); // what is in hand is printed, nothing more
  }

  private async resume(tx: UnitOfWork, run: PrintRun): Promise<void> {
    if (run.status !== "STOPPED") throw wrongState(run, "resume");
    await this.#goOn(tx, run);
  }

  private async retry(tx: UnitOfWork, run: PrintRun): Promise<void> {
    if ((await new PrintRunRepository(tx).renewFailed(run.id)) === 0) throw wrongState(run, "retry");
    if (run.status !== "STOPPED") await this.#goOn(tx, run); // a run that a person stopped stays so
  }

  async #goOn(tx: UnitOfWork, run: PrintRun): Promise<void> {
    await new PrintRunRepository(tx).setStatus(run.id, { status: "RUNNING", reason: null, finishedAt: null });
    tx.afterCommit(() => {
      this.runner.release(run.id);
      this.runner.wake();
    });
  }

  #view(found: PrintRun, follower: Follower, counts = NOTHING): PrintRunView {
    const { source: _source, startedBy, group: _group, ...run } = found;
    const perSecond = run.status === "RUNNING" ? this.runner.perSecond(run.id) : null;
    return {
      ...run,
      ...counts,
      isMine: startedBy === follower.actor.userId,
      mayAct: isOwn(found, follower),
      perSecond,
    };
  }
}
