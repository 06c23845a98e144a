export type {
  CamundaClient,
  DeploymentResource,
  EngineJobs,
  EngineProcesses,
  EngineTasks,
  Found,
  SearchPage,
  TaskSortField,
} from "./camunda-client.js";
export type { EngineTarget } from "./connection.js";
export { type CamundaClientOptions, createCamundaClient } from "./create-camunda-client.js";
export { EngineError, type EngineErrorCode, isEngineError } from "./engine-error.js";
export type { EngineJob } from "./engine-job.js";
export type { ElementVisit, EngineDefinition, EngineIncident, UserTask, UserTaskFilter } from "./engine-records.js";
