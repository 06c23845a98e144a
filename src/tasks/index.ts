export type { Caller } from "./app/caller.js";
export type { TaskQuery } from "./app/list-tasks.js";
export { createTasks, type TasksService } from "./create-tasks.js";
export { entities, migrations } from "./data/tables.js";
export { taskRoutes } from "./http/task-routes.js";
export { taskAccess } from "./task-access.js";
export type { OpenTask, TaskHandler, TaskOutcome, TaskRequest } from "./task-handler.js";
export type { TaskPeople, TaskPerson, TasksDeps } from "./tasks-deps.js";
export { addWorkingDays, type WorkingCalendar, workingCalendar, workingDaysBetween } from "./working-days.js";
