import { CreateTasks1764000002005 } from "./create-tasks.migration.js";
import { TaskCommentEntity } from "./task-comment.entity.js";
import { TaskCompletionEntity } from "./task-completion.entity.js";
import { TaskDraftEntity } from "./task-draft.entity.js";

/** TypeORM entities of this module. */
export const entities: readonly (new () => object)[] = [TaskDraftEntity, TaskCommentEntity, TaskCompletionEntity];
/** Its migrations, in order. */
export const migrations: readonly (new () => object)[] = [CreateTasks1764000002005];
