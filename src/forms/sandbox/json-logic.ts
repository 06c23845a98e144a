/**
 * Operators of JSONLogic that forms may use. Form.io's set also calls methods of values and lodash functions, and its
 * `var` follows `constructor`: together they reach `Function`, so everything not named here is refused.
 */
const OPERATORS = new Set(
  "var missing missing_some if ?: == === != !== ! !! or and > >= < <= max min + - * / % map filter reduce all none some merge in cat substr".split(
    " ",
  ),
);
const FORBIDDEN_STEP = /(^|\.)(__proto__|prototype|constructor)(\.|$)/;
const MAX_DEPTH = 40;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is wrong with a JSONLogic rule; undefined when it may be evaluated. */
export function jsonLogicFault(rule: unknown, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return `Expected at most ${MAX_DEPTH} levels of JSONLogic, but there are more`;
  if (Array.isArray(rule)) return firstFault(rule, depth);
  if (!isRecord(rule)) return undefined;
  const entries = Object.entries(rule);
  const [operator, operand] = entries[0] ?? [];
  if (operator === undefined || entries.length > 1) {
    return `Expected one operator, but found ${entries.length}: ${entries.map(([name]) => name).join(", ")}`;
  }
  if (!OPERATORS.has(operator)) return `Expected an allowed JSONLogic operator, but found '${operator}'`;
  return pathFault(operator, operand) ?? jsonLogicFault(operand, depth + 1);
}

const firstFault = (rules: readonly unknown[], depth: number): string | undefined => {
  for (const rule of rules) {
    const fault = jsonLogicFault(rule, depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const pathFault = (operator: string, operand: unknown): string | undefined => {
  if (operator !== "var" && operator !== "missing" && operator !== "missing_some") return undefined;
  const first: unknown = Array.isArray(operand) ? (operand as unknown[])[0] : operand;
  if (isRecord(first)) return "Expected a fixed path in 'var', but it is computed";
  for (const path of [operand].flat(2)) {
    if (typeof path === "string" && FORBIDDEN_STEP.test(path)) {
      return `Expected a path to form data, but it is '${path}'`;
    }
  }
  return undefined;
};
