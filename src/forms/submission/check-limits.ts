import { childrenOf, type FormComponent, isCalculated, kindOf } from "../definition/component.js";
import { readValue } from "./read-value.js";

/** A value outside the limits that the form sets. */
export interface LimitFault {
  readonly path: string;
  readonly error: string;
  readonly component: FormComponent;
  readonly limit: string;
}

const numberSetting = (value: unknown): number | undefined => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
};

const decimalsOf = (value: number): number => {
  const [mantissa = "", exponent = "0"] = String(value).toLowerCase().split("e");
  return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
};

const numberFault = (component: FormComponent, value: number): readonly [error: string, limit: string] | undefined => {
  const { validate = {} } = component;
  const min = numberSetting(validate["min"]);
  const max = numberSetting(validate["max"]);
  const decimals = numberSetting(component.decimalLimit);
  if (min !== undefined && value < min) return ["min", String(min)];
  if (max !== undefined && value > max) return ["max", String(max)];
  if (validate["integer"] === true && !Number.isInteger(value)) return ["integer", ""];
  if (decimals !== undefined && decimalsOf(value) > decimals) return ["decimals", String(decimals)];
  return undefined;
};

const rowsFault = (component: FormComponent, count: number): readonly [error: string, limit: string] | undefined => {
  const min = numberSetting(component.validate?.["minLength"]);
  const max = numberSetting(component.validate?.["maxLength"]);
  if (min !== undefined && count < min) return ["minRows", String(min)];
  if (max !== undefined && count > max) return ["maxRows", String(max)];
  return undefined;
};

type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** Gives a calculated value the kind of its field; one that could not be calculated (yet) goes. @returns an error key. */
const settle = (component: FormComponent, row: Row): string | undefined => {
  const { key } = component;
  const value = row[key];
  if (value === null || Number.isNaN(value)) Reflect.deleteProperty(row, key);
  else if (isCalculated(component)) {
    const reading = readValue(component, value);
    if ("error" in reading) return reading.error;
    if ("value" in reading) row[key] = reading.value;
  }
  return undefined;
};

/**
 * Checks numbers and row counts in data that count, and drops what the form always hides (`hidden: true`, other than
 * fields of type `hidden` and calculated ones). Values that conditions hide are gone already.
 */
export function checkLimits(components: readonly FormComponent[], row: Row, path = ""): LimitFault[] {
  return components.flatMap((component) => {
    const kind = kindOf(component);
    if (kind === "layout") return checkLimits(childrenOf(component), row, path);
    const { key } = component;
    if (component.hidden === true && kind !== "scalar" && !isCalculated(component)) {
      Reflect.deleteProperty(row, key);
      return [];
    }
    const at = path === "" ? key : `${path}.${key}`;
    const outcome = settle(component, row);
    if (outcome !== undefined) return [{ path: at, error: outcome, limit: "", component }];
    const value = row[key];
    if (kind === "rows" && Array.isArray(value)) {
      const fault = rowsFault(component, value.length);
      const inside = value.flatMap((item, index) =>
        isRow(item) ? checkLimits(childrenOf(component), item, `${at}.${index}`) : [],
      );
      return fault === undefined ? inside : [{ path: at, error: fault[0], limit: fault[1], component }, ...inside];
    }
    if (kind === "object" && isRow(value)) return checkLimits(childrenOf(component), value, at);
    const numbers = kind === "number" ? [value].flat() : [];
    for (const number of numbers) {
      const fault = typeof number === "number" ? numberFault(component, number) : undefined;
      if (fault !== undefined) return [{ path: at, error: fault[0], limit: fault[1], component }];
    }
    return [];
  });
}
