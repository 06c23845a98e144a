import { childrenOf, type FormComponent, isCalculated, kindOf } from "./component.js";

const harden = (component: FormComponent): FormComponent => {
  const { validate = {}, components, columns, ...rest } = component;
  const kind = kindOf(component);
  const { min, max, onlyAvailableItems, ...kept } = validate;
  void onlyAvailableItems; // choices are checked when they are read
  // Limits of numbers are checked by check-limits: Form.io's own rule fails on an empty field.
  const limits = kind === "number" || min === undefined ? {} : { min };
  const upper = kind === "number" || max === undefined ? {} : { max };
  return {
    ...rest,
    type: component.type,
    key: component.key,
    clearOnHide: true,
    validate: { ...kept, ...limits, ...upper },
    ...(!isCalculated(component) ? {} : { calculateServer: true, allowCalculateOverride: false }),
    ...(components === undefined ? {} : { components: components.map(harden) }),
    ...(columns === undefined
      ? {}
      : { columns: columns.map((column) => ({ ...column, components: (column.components ?? []).map(harden) })) }),
  };
};

/**
 * The form as the server evaluates it: calculated values are always calculated again, hidden values always dropped.
 * A fresh copy, since Form.io writes into it.
 */
export const hardenForm = (components: readonly FormComponent[]): FormComponent[] =>
  (structuredClone(components) as FormComponent[]).map(harden);

/** Whether values of the form depend on one another, so that one pass may not be enough. */
export const isCalculating = (components: readonly FormComponent[]): boolean =>
  components.some(
    (component) =>
      isCalculated(component) || (component.logic ?? []).length > 0 || isCalculating(childrenOf(component)),
  );
