/** Which part of a list is asked for. */
export interface PageWanted {
  readonly offset: number;
  readonly limit: number;
  /** Text that the items contain; without it all of them. */
  readonly search?: string | undefined;
}

/** Part of a list, and how long the list is. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}
