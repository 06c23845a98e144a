/** Something about a diagram that its author should see, at the element it concerns. */
export interface Finding {
  /** Errors keep a diagram from being deployed. */
  readonly severity: "error" | "warning";
  /** Null when the whole file is meant. */
  readonly elementId: string | null;
  readonly rule: string;
  readonly message: string;
}
