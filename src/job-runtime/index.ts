export { createJobRuntime, type JobRuntime, type JobRuntimeDeps } from "./create-job-runtime.js";
export {
  type AnyWorker,
  BpmnError,
  defineWorker,
  type JobContext,
  JobRefusal,
  type WorkerDefinition,
} from "./define-worker.js";
export { WorkerDataError } from "./worker-data-error.js";
