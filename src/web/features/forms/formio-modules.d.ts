declare module "@formio/js/utils" {
  export const DefaultEvaluator: new (options?: { noeval?: boolean }) => object;
  export function registerEvaluator(evaluator: object): void;
}
declare module "@formio/core/utils" {
  export function registerEvaluator(evaluator: object): void;
}
