import type { UnitOfWork } from "../../platform/db/index.js";
import { TaskCommentEntity } from "./task-comment.entity.js";

export interface TaskComment {
  readonly id: string;
  readonly taskKey: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly at: number;
  readonly text: string;
}

/** Comments. Bound to one unit of work. */
export class TaskCommentRepository {
  constructor(private readonly tx: UnitOfWork) {}

  get #comments() {
    return this.tx.manager.getRepository(TaskCommentEntity);
  }

  async add(comment: TaskComment): Promise<void> {
    await this.#comments.insert({ ...comment });
  }

  /** Oldest first. */
  async of(taskKey: string): Promise<readonly TaskComment[]> {
    return this.#comments.find({ where: { taskKey }, order: { at: "ASC", id: "ASC" } });
  }
}
