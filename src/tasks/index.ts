export type { OpenTask, TaskHandler, TaskOutcome, TaskRequest } from "./task-handler.js";
