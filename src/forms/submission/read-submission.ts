import { childrenOf, type FormComponent, isCalculated, kindOf } from "../definition/component.js";
import { readValue } from "./read-value.js";

/** Rows of one grid at most. */
const ROW_LIMIT = 1_000;

/** A value that could not be read; it is left out of the data. */
export interface ReadingFault {
  /** Dotted path without `data.`. */
  readonly path: string;
  readonly error: string;
  readonly component: FormComponent;
  /** Keys of the components around it, itself included: it does not matter when one of them is hidden. */
  readonly owners: readonly string[];
  readonly limit?: string;
}

/** What a submission holds for the form: known keys only, every value of its kind. */
export interface ReadSubmission {
  readonly data: Record<string, unknown>;
  readonly faults: readonly ReadingFault[];
}

interface Place {
  /** Inside a row of a grid. */
  readonly isRow?: boolean;
  readonly path: string;
  readonly owners: readonly string[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

class Reader {
  readonly faults: ReadingFault[] = [];

  row(components: readonly FormComponent[], raw: Readonly<Record<string, unknown>>, place: Place) {
    const row: Record<string, unknown> = {};
    this.#into(row, components, raw, place);
    return row;
  }

  #into(
    row: Record<string, unknown>,
    components: readonly FormComponent[],
    raw: Readonly<Record<string, unknown>>,
    place: Place,
  ): void {
    for (const component of components) {
      const owners = [...place.owners, component.key];
      const kind = kindOf(component);
      if (kind === "layout") {
        this.#into(row, childrenOf(component), raw, { ...place, owners });
      } else if (kind !== undefined && kind !== "static") {
        const value = Object.hasOwn(raw, component.key) ? raw[component.key] : undefined;
        const path = place.path === "" ? component.key : `${place.path}.${component.key}`;
        const read = this.#value(component, value, { ...place, path, owners });
        if (read !== undefined) row[component.key] = read;
      }
    }
  }

  #value(component: FormComponent, value: unknown, place: Place): unknown {
    const kind = kindOf(component);
    // The form says what a calculated value is; what was sent is never looked at. In rows Form.io passes over
    // what is undefined, so a null holds the place.
    if (isCalculated(component)) return place.isRow === true ? null : undefined;
    if (kind === "rows") return this.#rows(component, value, place);
    if (kind === "object") return this.#group(component, value, place);
    const reading = readValue(component, value);
    if ("error" in reading) return this.#fault(component, reading.error, place);
    return "value" in reading ? reading.value : undefined;
  }

  #rows(component: FormComponent, value: unknown, place: Place): unknown {
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) return this.#fault(component, "array", place);
    if (value.length > ROW_LIMIT) return this.#fault(component, "maxRows", place, String(ROW_LIMIT));
    return (value as unknown[]).map((item, index) => {
      const at = { path: `${place.path}.${index}`, owners: place.owners, isRow: true };
      if (isRecord(item)) return this.row(childrenOf(component), item, at);
      this.#fault(component, "object", at);
      return {};
    });
  }

  #group(component: FormComponent, value: unknown, place: Place): unknown {
    if (value === undefined || value === null) return this.row(childrenOf(component), {}, place);
    return isRecord(value) ? this.row(childrenOf(component), value, place) : this.#fault(component, "object", place);
  }

  #fault(component: FormComponent, error: string, place: Place, limit?: string): undefined {
    this.faults.push({ ...place, error, component, ...(limit === undefined ? {} : { limit }) });
    return undefined;
  }
}

/** Reads a submission by the form: unknown keys are dropped, values that are not of their kind become faults. */
export function readSubmission(
  components: readonly FormComponent[],
  raw: Readonly<Record<string, unknown>>,
): ReadSubmission {
  const reader = new Reader();
  const data = reader.row(components, raw, { path: "", owners: [] });
  return { data, faults: reader.faults };
}
