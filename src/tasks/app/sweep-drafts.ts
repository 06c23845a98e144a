import { TaskDraftRepository, type DraftPlace } from "../data/task-draft.repository.js";
import type { TasksDeps } from "../tasks-deps.js";
import { draftHolder } from "./draft-files.js";
import { DRAFT_KEPT_MS, isStartDraft } from "./start-draft.js";

const DAY_MS = 86_400_000;
const AT_ONCE = 100;
const ENDED: ReadonlySet<string> = new Set(["COMPLETED", "CANCELED", "FAILED"]);

type SweepDeps = Pick<TasksDeps, "db" | "clock" | "client" | "files" | "logger">;

/**
 * Removes drafts that nobody has touched for {@link DRAFT_KEPT_MS} and that lead nowhere any more: those of starts, and those of
 * tasks that have ended without being completed here. Their uploads are held no more. A draft of an open task stays, however old.
 * @returns how many went.
 */
export const sweepDrafts = async (deps: SweepDeps): Promise<number> => {
  const { db, clock } = deps;
  const before = clock.now() - DRAFT_KEPT_MS;
  let removed = 0;
  let last: DraftPlace | undefined;
  for (;;) {
    const after = last;
    const drafts = await db.read((tx) => new TaskDraftRepository(tx).untouchedSince(before, after, AT_ONCE));
    for (const draft of drafts) {
      if ((await leadsNowhere(deps, draft)) && (await remove(deps, draft, before))) removed += 1;
    }
    last = drafts.at(-1);
    if (drafts.length < AT_ONCE) return removed;
  }
};

const leadsNowhere = async ({ client }: SweepDeps, { taskKey }: DraftPlace): Promise<boolean> => {
  if (isStartDraft(taskKey)) return true;
  const task = await client.getUserTask(taskKey);
  return task === undefined || ENDED.has(task.state);
};

const remove = ({ db, files }: SweepDeps, { taskKey, userId }: DraftPlace, before: number): Promise<boolean> =>
  db.transaction(async (tx) => {
    if (!(await new TaskDraftRepository(tx).removeUntouched(taskKey, userId, before))) return false;
    await files.hold(tx, { holder: draftHolder(taskKey, userId), fileIds: [], userId });
    return true;
  });

/** Sweeps now and each day. @returns what ends it. */
export const startSweepingDrafts = (deps: SweepDeps): (() => Promise<void>) => {
  const { logger } = deps;
  const sweepSafely = async (): Promise<void> => {
    try {
      const count = await sweepDrafts(deps);
      if (count > 0) logger.info({ event: "tasks.drafts-swept", count }, "Old drafts were removed");
    } catch (error) {
      logger.error({ event: "tasks.sweep-failed", err: error }, "Old drafts could not be removed");
    }
  };
  let last = Promise.resolve();
  const sweep = (): void => {
    last = last.then(sweepSafely);
  };
  sweep();
  const timer = setInterval(sweep, DAY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return last;
  };
};
