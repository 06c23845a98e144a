import type { CamundaClient, CancelablePromise } from "@camunda8/orchestration-cluster-api";

/** The SDK's types with its branded keys as plain strings, inside unions and optional fields too; platform classes stay as they are. */
type Plain<T> = T extends string & { readonly __brand: unknown }
  ? string
  : T extends string | number | boolean | null | undefined | File | Blob
    ? T
    : T extends readonly (infer U)[]
      ? Plain<U>[]
      : T extends object
        ? { [K in keyof T]: Plain<T[K]> }
        : T;

type PlainMethod<M> = M extends (...input: infer A) => CancelablePromise<infer R>
  ? (...input: { [I in keyof A]: Plain<A[I]> }) => CancelablePromise<Plain<R>>
  : never;

type Used =
  | "activateJobs"
  | "assignUserTask"
  | "cancelProcessInstance"
  | "completeJob"
  | "completeUserTask"
  | "createDeployment"
  | "createProcessInstance"
  | "failJob"
  | "getIncident"
  | "getProcessDefinitionXml"
  | "getProcessInstance"
  | "getProcessInstanceSequenceFlows"
  | "getTopology"
  | "getUserTask"
  | "publishMessage"
  | "resolveIncident"
  | "searchElementInstances"
  | "searchIncidents"
  | "searchProcessDefinitions"
  | "searchProcessInstances"
  | "searchUserTasks"
  | "searchVariables"
  | "throwJobError"
  | "unassignUserTask"
  | "updateJob";

/** The calls that we make, over plain strings. */
export type SdkClient = { readonly [M in Used]: PlainMethod<CamundaClient[M]> };
