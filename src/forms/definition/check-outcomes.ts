import type { FieldProblem } from "../field-problem.js";
import { everyComponent, type FormComponent } from "./component.js";

const choicesOf = ({ values, data }: FormComponent): readonly string[] | null => {
  const list = values ?? data?.values;
  return list === undefined ? null : list.map(({ value }) => String(value));
};

function fault(button: FormComponent, key: string, value: unknown, field: FormComponent | undefined): string | null {
  if (field === undefined) return `Expected a field '${key}' that '${button.key}' sets, but the form has none`;
  const choices = choicesOf(field);
  if (choices === null || choices.includes(String(value))) return null;
  return `Expected '${button.key}' to set '${key}' to one of ${choices.join(", ")}, but it is '${String(value)}'`;
}

/** The values that submit buttons set (their `properties`) are choices of fields that the form has. */
export function outcomeFaults(components: readonly FormComponent[]): readonly FieldProblem[] {
  const all = [...everyComponent(components)];
  const fields = new Map(all.map((component) => [component.key, component]));
  return all
    .filter(({ type }) => type === "button")
    .flatMap((button) => {
      const values = Object.entries((button["properties"] ?? {}) as Readonly<Record<string, unknown>>);
      return values.flatMap(([key, value]) => {
        const message = fault(button, key, value, fields.get(key));
        return message === null
          ? []
          : [{ path: `${button.key}.properties.${key}`, message: { id: message, en: message } }];
      });
    });
}
