export {
  createTasks,
  type PlainStart,
  type TaskPeople,
  type TaskPerson,
  type TasksDeps,
  type TasksService,
} from "./create-tasks.js";
export { entities, migrations } from "./data/tables.js";
export { taskAccess } from "./task-access.js";
export type { OpenTask, TaskHandler, TaskOutcome, TaskRequest } from "./task-handler.js";
export { taskRoutes } from "./task-routes.js";
export { addWorkingDays, type WorkingCalendar, workingCalendar, workingDaysBetween } from "./working-days.js";
