import { z } from "zod";
import { TaskCompletionRepository } from "../data/task-completion.repository.js";
import type { TasksDeps } from "../tasks-deps.js";

/** Outbox message of this module. */
export const COMPLETE_USER_TASK = "engine.complete-user-task";

const Variables = z.record(z.string(), z.unknown());
const CompleteUserTask = z.object({ taskKey: z.string(), variables: Variables });
export type CompleteUserTask = z.infer<typeof CompleteUserTask>;

/** Ties the commands to the outbox; each may be sent more than once. */
export const registerTaskCommands = ({
  outbox,
  client,
  cases,
  db,
  clock,
}: Pick<TasksDeps, "outbox" | "client" | "cases" | "db" | "clock">): void => {
  outbox.register(COMPLETE_USER_TASK, async (payload) => {
    const { taskKey, variables } = CompleteUserTask.parse(payload);
    await client.completeUserTask(taskKey, variables);
    const caseId = await db.transaction(async (tx) => {
      const completions = new TaskCompletionRepository(tx);
      await completions.markSent(taskKey, clock.now());
      return (await completions.find(taskKey))?.caseId;
    });
    if (typeof caseId === "string") await cases.closeEnded(caseId);
  });
};
