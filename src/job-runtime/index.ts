export { type AnyWorker, BpmnError, defineWorker, type JobContext, type WorkerDefinition } from "./define-worker.js";
