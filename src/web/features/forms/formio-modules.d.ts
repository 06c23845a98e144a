declare module "@formio/js/utils" {
  export const DefaultEvaluator: new (options?: { noeval?: boolean }) => object;
  export function registerEvaluator(evaluator: object): void;
  /** The browser's time zone, an IANA name. */
  export function currentTimezone(): string;
}
declare module "@formio/core/utils" {
  export function registerEvaluator(evaluator: object): void;
}
