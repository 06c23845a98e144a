import type { AnyRoute } from "../http/index.js";
import type { TasksService } from "./create-tasks.js";

/** /tasks and everything below it, /starts. */
export declare function taskRoutes(tasks: TasksService): AnyRoute[];
