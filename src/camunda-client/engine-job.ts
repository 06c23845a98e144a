/** A job handed to a worker. */
export interface EngineJob {
  readonly key: string;
  readonly type: string;
  readonly processInstanceKey: string;
  readonly processId: string;
  readonly elementId: string;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Attempts left, this one included. */
  readonly retries: number;
}
