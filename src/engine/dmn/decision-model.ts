import type { DecisionLogic, KnowledgeModel } from "./decision-logic.js";

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
  /** Business knowledge models by id. */
  readonly knowledge: ReadonlyMap<string, KnowledgeModel>;
}

/** One decision of the graph. */
export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly kind: DecisionKind;
  readonly versionTag: string | null;
  /** The name by which other decisions read its result. */
  readonly variable: string;
  /** Ids of the decisions it needs, in document order. */
  readonly requires: readonly string[];
  /** Ids of the knowledge models it calls. */
  readonly knows: readonly string[];
  readonly logic: DecisionLogic;
}
