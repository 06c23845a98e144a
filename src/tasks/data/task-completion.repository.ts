import { In, IsNull } from "typeorm";
import { isUniqueViolation, type UnitOfWork } from "../../platform/db/index.js";
import { TaskCompletionEntity } from "./task-completion.entity.js";

export interface TaskCompletion {
  readonly taskKey: string;
  readonly caseId: string | null;
  readonly userId: string;
  readonly userName: string;
  readonly at: number;
}

/** Tasks completed here. Bound to one unit of work. */
export class TaskCompletionRepository {
  constructor(private readonly tx: UnitOfWork) {}

  get #completions() {
    return this.tx.manager.getRepository(TaskCompletionEntity);
  }

  async find(taskKey: string): Promise<TaskCompletion | undefined> {
    return (await this.#completions.findOneBy({ taskKey })) ?? undefined;
  }

  /** @returns false when the task was completed before. */
  async add(completion: TaskCompletion): Promise<boolean> {
    try {
      await this.#completions.insert({ ...completion, sentAt: null });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  async completedOf(taskKeys: readonly string[]): Promise<ReadonlySet<string>> {
    if (taskKeys.length === 0) return new Set();
    const rows = await this.#completions.find({ where: { taskKey: In([...taskKeys]) }, select: { taskKey: true } });
    return new Set(rows.map(({ taskKey }) => taskKey));
  }

  /** Completions of a person that the engine may not know yet. */
  async unsentOf(userId: string): Promise<number> {
    return this.#completions.countBy({ userId, sentAt: IsNull() });
  }

  async markSent(taskKey: string, sentAt: number): Promise<void> {
    await this.#completions.update({ taskKey }, { sentAt });
  }
}
