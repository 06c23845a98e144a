import { In, LessThan } from "typeorm";
import { AppError } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import { TaskDraftEntity } from "./task-draft.entity.js";

export interface TaskDraft {
  readonly data: Readonly<Record<string, unknown>>;
  readonly revision: number;
  readonly savedAt: number;
}

/** Which draft. */
export interface DraftPlace {
  /** That of a task, or of a start (`app/start-draft.ts`). */
  readonly taskKey: string;
  readonly userId: string;
}

/** Drafts. Bound to one unit of work. */
export class TaskDraftRepository {
  constructor(private readonly tx: UnitOfWork) {}

  get #drafts() {
    return this.tx.manager.getRepository(TaskDraftEntity);
  }

  async find(taskKey: string, userId: string): Promise<TaskDraft | undefined> {
    return (await this.#drafts.findOneBy({ taskKey, userId })) ?? undefined;
  }

  /** Those of the tasks that this person has a draft of. */
  async keysOf(taskKeys: readonly string[], userId: string): Promise<ReadonlySet<string>> {
    const rows = await this.#drafts.find({ where: { taskKey: In([...taskKeys]), userId }, select: { taskKey: true } });
    return new Set(rows.map(({ taskKey }) => taskKey));
  }

  /**
   * Saves the next revision.
   * @param revision the one that the page holds; 0 when it has seen none.
   * @throws {AppError} CONFLICT when another device saved meanwhile.
   */
  async save(
    taskKey: string,
    userId: string,
    draft: { readonly data: Record<string, unknown>; readonly revision: number; readonly savedAt: number },
  ): Promise<number> {
    const current = await this.find(taskKey, userId);
    const held = current?.revision ?? 0;
    if (held !== draft.revision) throw staleDraft(taskKey, draft.revision, current);
    const next = { data: draft.data, revision: held + 1, savedAt: draft.savedAt };
    if (current === undefined) {
      await this.#drafts.insert({ taskKey, userId, ...(next as object) });
    } else {
      const { affected } = await this.#drafts.update({ taskKey, userId, revision: held }, next as object);
      if (affected !== 1) throw staleDraft(taskKey, draft.revision, current);
    }
    return next.revision;
  }

  async remove(taskKey: string, userId: string): Promise<void> {
    await this.#drafts.delete({ taskKey, userId });
  }

  /** Drafts last saved before `instant`, in the order of their places, behind `after`. */
  async untouchedSince(instant: number, after: DraftPlace | undefined, limit: number): Promise<readonly DraftPlace[]> {
    const query = this.#drafts
      .createQueryBuilder("d")
      .select(["d.taskKey", "d.userId"])
      .where("d.savedAt < :instant", { instant });
    if (after !== undefined) {
      query.andWhere("(d.taskKey > :taskKey OR (d.taskKey = :taskKey AND d.userId > :userId))", { ...after });
    }
    return query.orderBy("d.taskKey").addOrderBy("d.userId").take(limit).getMany();
  }

  /** @returns false when it was saved since. */
  async removeUntouched(taskKey: string, userId: string, instant: number): Promise<boolean> {
    const { affected } = await this.#drafts.delete({ taskKey, userId, savedAt: LessThan(instant) });
    return affected === 1;
  }

  /** @returns whose they were. */
  async removeAll(taskKey: string): Promise<readonly string[]> {
    const rows = await this.#drafts.find({ where: { taskKey }, select: { userId: true } });
    await this.#drafts.delete({ taskKey });
    return rows.map(({ userId }) => userId);
  }
}

const staleDraft = (taskKey: string, revision: number, current: TaskDraft | undefined): AppError =>
  new AppError(
    "CONFLICT",
    `Expected revision ${current?.revision ?? 0} of the draft of task '${taskKey}', but it is ${revision}`,
    {
      detail: {
        id: "Isian yang lebih baru sudah disimpan dari perangkat atau jendela lain. Muat ulang untuk memakainya",
        en: "A newer draft was saved from another device or window. Reload to use it",
      },
    },
  );
