import type { EngineDefinition, EngineIncident, ElementVisit, UserTask, UserTaskFilter } from "./engine-records.js";
import type { EngineJob } from "./engine-job.js";

/** A page of a search: by offset (`from`) or by cursor (`after`), never both. */
export interface SearchPage {
  readonly limit: number;
  readonly from?: number;
  readonly after?: string;
}

export interface Found<T> {
  readonly items: readonly T[];
  /** Exact below 10,000; see `isCapped`. */
  readonly total: number;
  readonly isCapped: boolean;
  /** Cursor behind the last item; null when the page is empty. */
  readonly endCursor: string | null;
}

export type TaskSortField = "creationDate" | "completionDate" | "dueDate" | "priority" | "name";

/** A resource to be deployed: file name and text. */
export interface DeploymentResource {
  readonly name: string;
  readonly content: string;
}

/** Instances, messages, definitions. */
export interface EngineProcesses {
  /** @throws {EngineError} BAD_REQUEST with the engine's words when a resource is refused; then none is deployed. */
  deploy(resources: readonly DeploymentResource[]): Promise<{
    readonly processes: readonly {
      readonly key: string;
      readonly id: string;
      readonly version: number;
      readonly resourceName: string;
    }[];
  }>;
  /** Starts the latest version of a process. Not idempotent by itself: look with `findInstances` before a second try. */
  createInstance(start: {
    readonly processId: string;
    readonly variables: Readonly<Record<string, unknown>>;
    readonly businessId?: string;
    readonly tags?: readonly string[];
  }): Promise<{ readonly processInstanceKey: string; readonly processDefinitionKey: string; readonly version: number }>;
  /** Root instances of a business id, oldest first, ended ones included. */
  findInstances(businessId: string): Promise<readonly { readonly processInstanceKey: string }[]>;
  getInstance(processInstanceKey: string): Promise<
    | {
        readonly processInstanceKey: string;
        readonly processDefinitionKey: string;
        readonly processId: string;
        readonly processName: string;
        readonly version: number;
        readonly state: string;
        readonly hasIncident: boolean;
      }
    | undefined
  >;
  /** Those of the instances (100 at most) that are over. */
  endedInstances(
    processInstanceKeys: readonly string[],
  ): Promise<readonly { readonly processInstanceKey: string; readonly state: "COMPLETED" | "TERMINATED" }[]>;
  /** Keys of all instances that an instance has called, at any depth. */
  calledInstances(processInstanceKey: string): Promise<readonly string[]>;
  cancelInstance(processInstanceKey: string): Promise<void>;
  /** A message id that was published already counts as done. */
  publishMessage(message: {
    readonly name: string;
    readonly correlationKey: string;
    readonly messageId?: string;
    readonly timeToLiveMs?: number;
    readonly variables?: Readonly<Record<string, unknown>>;
  }): Promise<void>;
  /** Visits of elements of one instance (called instances have their own), oldest first, all of them. */
  elementVisits(processInstanceKey: string): Promise<readonly ElementVisit[]>;
  /** Ids of the sequence flows taken. */
  sequenceFlows(processInstanceKey: string): Promise<readonly string[]>;
  /** Variables at the root scope of an instance, parsed. */
  variables(processInstanceKey: string): Promise<Readonly<Record<string, unknown>>>;

  latestDefinitions(page: {
    readonly offset: number;
    readonly limit: number;
    readonly search?: string;
  }): Promise<{ readonly items: readonly EngineDefinition[]; readonly total: number }>;
  /** Newest first. */
  versionsOf(processId: string): Promise<readonly EngineDefinition[]>;
  definitionXml(key: string): Promise<string>;
  runningInstances(definitionKey: string): Promise<number>;
}

/** User tasks. */
export interface EngineTasks {
  searchUserTasks(search: {
    readonly filter: UserTaskFilter;
    readonly sort?: readonly { readonly field: TaskSortField; readonly order: "ASC" | "DESC" }[];
    readonly page: SearchPage;
  }): Promise<Found<UserTask>>;
  getUserTask(key: string): Promise<UserTask | undefined>;
  /** Completed or gone already counts as done. */
  completeUserTask(key: string, variables: Readonly<Record<string, unknown>>): Promise<void>;
  /** @throws {EngineError} INVALID_STATE when someone has it and `override` is not set, NOT_FOUND when it is gone. */
  assignUserTask(key: string, assignee: string, options?: { readonly override?: boolean }): Promise<void>;
  unassignUserTask(key: string): Promise<void>;
}

/** Jobs and incidents. */
export interface EngineJobs {
  /** Waits up to `waitMs` at the engine for work (long poll); an abort ends the wait with an empty list. */
  activateJobs(
    request: {
      readonly type: string;
      readonly worker: string;
      readonly maxJobs: number;
      readonly timeoutMs: number;
      readonly waitMs: number;
    },
    signal?: AbortSignal,
  ): Promise<readonly EngineJob[]>;
  completeJob(jobKey: string, variables: Readonly<Record<string, unknown>>): Promise<void>;
  failJob(
    jobKey: string,
    failure: { readonly retries: number; readonly backOffMs: number; readonly message: string },
  ): Promise<void>;
  throwJobError(
    jobKey: string,
    error: {
      readonly errorCode: string;
      readonly message: string;
      readonly variables?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void>;
  updateJob(jobKey: string, change: { readonly retries?: number; readonly timeoutMs?: number }): Promise<void>;

  /** Open incidents, newest first; `processInstanceKeys` narrows them to some instances. */
  openIncidents(page: {
    readonly offset: number;
    readonly limit: number;
    readonly processInstanceKeys?: readonly string[];
  }): Promise<{ readonly items: readonly EngineIncident[]; readonly total: number }>;
  incidentsOfDefinition(definitionKey: string): Promise<number>;
  /** Gives the job another attempt, if there is one, and resolves the incident. @throws {EngineError} NOT_FOUND when it is resolved already. */
  retryIncident(incidentKey: string): Promise<void>;
}

/** All that the application asks of an engine, embedded or a cluster. Keys are strings of digits; times epoch milliseconds. */
export interface CamundaClient extends EngineProcesses, EngineTasks, EngineJobs {
  /** Resolves when the engine answers. @throws {EngineError} UNAVAILABLE otherwise. */
  ping(): Promise<void>;
}
