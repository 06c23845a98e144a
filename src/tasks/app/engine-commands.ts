import { z } from "zod";
import { TaskCompletionRepository } from "../data/task-completion.repository.js";
import type { TasksDeps } from "../tasks-deps.js";

/** Outbox messages of this module. */
export const COMPLETE_USER_TASK = "engine.complete-user-task";
export const START_PLAIN = "engine.start-plain";

const Variables = z.record(z.string(), z.unknown());
const CompleteUserTask = z.object({ taskKey: z.string(), variables: Variables });
export type CompleteUserTask = z.infer<typeof CompleteUserTask>;

const StartPlain = z.object({ startId: z.string(), processId: z.string(), variables: Variables });
export type StartPlain = z.infer<typeof StartPlain>;

/** Ties the commands to the outbox; each may be sent more than once. */
export const registerTaskCommands = ({
  outbox,
  client,
  db,
  clock,
}: Pick<TasksDeps, "outbox" | "client" | "db" | "clock">): void => {
  outbox.register(COMPLETE_USER_TASK, async (payload) => {
    const { taskKey, variables } = CompleteUserTask.parse(payload);
    await client.completeUserTask(taskKey, variables);
    await db.transaction((tx) => new TaskCompletionRepository(tx).markSent(taskKey, clock.now()));
  });
  outbox.register(START_PLAIN, async (payload, { attempt }) => {
    const { startId, processId, variables } = StartPlain.parse(payload);
    const earlier = attempt === 1 ? [] : await client.findInstances(startId);
    if (earlier.length === 0) await client.createInstance({ processId, variables, businessId: startId });
  });
};
