/** What the studio and the operations pages ask of the engine; camunda-client fulfils it. */
export interface StudioEngine {
  /** Process definitions: the latest of each id. */
  latestDefinitions(page: {
    offset: number;
    limit: number;
    search?: string;
  }): Promise<{ items: readonly EngineDefinition[]; total: number }>;
  /** All versions of one process id, newest first. */
  versionsOf(processId: string): Promise<readonly EngineDefinition[]>;
  definitionXml(key: string): Promise<string>;
  /** @throws when the engine refuses the resource; the error's message says why. */
  deploy(resources: readonly { readonly name: string; readonly content: string }[]): Promise<{
    readonly processes: readonly {
      readonly key: string;
      readonly id: string;
      readonly version: number;
      readonly resourceName: string;
    }[];
  }>;
  runningInstances(definitionKey: string): Promise<number>;
  openIncidents(page: { offset: number; limit: number }): Promise<{ items: readonly EngineIncident[]; total: number }>;
  incidentsOfDefinition(definitionKey: string): Promise<number>;
  retryIncident(incidentKey: string): Promise<void>;
}

export interface EngineDefinition {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly versionTag: string | null;
  readonly resourceName: string;
}

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
