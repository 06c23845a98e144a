/** What a decision computes with. */
export type DecisionKind = "DECISION_TABLE" | "LITERAL_EXPRESSION";

/** A decision requirements graph: one DMN file, every expression parsed. */
export interface DecisionRequirements {
  /** Id of `definitions`. */
  readonly id: string;
  readonly name: string;
  readonly versionTag: string | null;
  /** In document order. */
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** One decision of the graph. */
export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly kind: DecisionKind;
  readonly versionTag: string | null;
  /** Ids of the decisions it needs, in document order. */
  readonly requires: readonly string[];
  /** The compiled logic; only `dmn/` looks inside. */
  readonly logic: unknown;
}
