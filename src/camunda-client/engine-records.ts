/** A version of a process as deployed. */
export interface EngineDefinition {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly versionTag: string | null;
  readonly resourceName: string;
}

/** Something that needs a person before the process can go on. */
export interface EngineIncident {
  readonly key: string;
  readonly processInstanceKey: string;
  readonly processId: string;
  readonly elementId: string;
  readonly type: string;
  readonly message: string;
  /** Epoch ms. */
  readonly since: number;
  readonly jobKey: string | null;
}

/** One visit of a token to an element. */
export interface ElementVisit {
  readonly elementId: string;
  readonly elementName: string;
  readonly type: string;
  readonly state: "ACTIVE" | "COMPLETED" | "TERMINATED";
  readonly startedAt: number;
  /** Null = still there. */
  readonly endedAt: number | null;
  readonly hasIncident: boolean;
}

/** A user task of the engine; times are epoch milliseconds. */
export interface UserTask {
  readonly key: string;
  readonly name: string;
  /** CREATING CREATED ASSIGNING UPDATING COMPLETING COMPLETED CANCELING CANCELED FAILED. */
  readonly state: string;
  readonly assignee: string | null;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly processId: string;
  readonly processName: string;
  readonly processVersion: number;
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string | null;
  readonly createdAt: number;
  readonly completedAt: number | null;
  readonly dueAt: number | null;
  readonly followUpAt: number | null;
  readonly priority: number;
  /** `<app>/<form>` of zeebe:formDefinition externalReference. */
  readonly formKey: string | null;
  readonly tags: readonly string[];
}

/** Conditions on user tasks, all of which must hold. */
export interface UserTaskFilter {
  readonly state?: "CREATED" | "COMPLETED";
  /** A user name, or `null` for tasks that nobody has. */
  readonly assignee?: string | null;
  readonly candidateGroups?: readonly string[];
  readonly candidateUser?: string;
  readonly processId?: string;
  readonly processInstanceKey?: string;
  /** Pattern of the task's name, with regard to case: `*` any run, `?` one character, `\` makes the next one plain. */
  readonly nameLike?: string;
  /** Tasks due before this instant; leave `hasDueDate` out then. */
  readonly dueBefore?: number;
  readonly hasDueDate?: boolean;
  /** Tasks whose process carries one of these case ids (variable `caseId`). */
  readonly caseIds?: readonly string[];
  readonly tag?: string;
}
