import type { Environment } from "../feel/environment.js";
import type { FeelValue } from "../feel/value.js";

/** What a decision or a business knowledge model computes. */
export type DecisionLogic =
  | { readonly kind: "LITERAL_EXPRESSION"; readonly compute: (environment: Environment) => FeelValue }
  | { readonly kind: "DECISION_TABLE"; readonly table: DecisionTable };

/** How the matching rules of a table become one result. */
export type HitPolicy = "UNIQUE" | "FIRST" | "ANY" | "PRIORITY" | "RULE ORDER" | "OUTPUT ORDER" | "COLLECT";

/** How collected values become one. */
export type Aggregation = "SUM" | "MIN" | "MAX" | "COUNT";

/** A decision table, every cell compiled. */
export interface DecisionTable {
  readonly hitPolicy: HitPolicy;
  readonly aggregation: Aggregation | null;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly TableRule[];
}

/** An input column. */
export interface TableInput {
  readonly id: string;
  readonly name: string;
  readonly compute: (environment: Environment) => FeelValue;
}

/** An output column. */
export interface TableOutput {
  readonly id: string;
  readonly name: string;
  /** Allowed values, the most important first; for PRIORITY and OUTPUT ORDER. */
  readonly values: readonly FeelValue[];
  /** When no rule matches; null when there is none. */
  readonly fallback: ((environment: Environment) => FeelValue) | null;
}

/** A row. */
export interface TableRule {
  readonly id: string;
  readonly conditions: readonly ((input: FeelValue, environment: Environment) => boolean | null)[];
  readonly conclusions: readonly ((environment: Environment) => FeelValue)[];
}

/** A function that decisions can call. */
export interface KnowledgeModel {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly requires: readonly string[];
  readonly logic: DecisionLogic;
}
