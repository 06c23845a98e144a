import type { RenderedComponent, RenderedForm } from "./formio-port.js";

function shownFields(form: RenderedForm): RenderedComponent[] {
  const found: RenderedComponent[] = [];
  form.everyComponent((component) => {
    if (component.visible && component.component.input === true) found.push(component);
  });
  return found;
}

/**
 * Sets the values that a button stands for, and lets the form show or hide what depends on them.
 * @returns paths of required fields that are empty and were not there before: nobody could have filled them yet.
 */
export function applyOutcome(form: RenderedForm, values: Readonly<Record<string, string>>): readonly string[] {
  const before = new Set(shownFields(form).map(({ path }) => path));
  for (const [key, value] of Object.entries(values)) {
    const field = form.getComponent(key);
    if (field === null || field === undefined) form.submission.data[key] = value;
    else field.setValue(value);
  }
  form.checkConditions(form.submission.data);
  return shownFields(form)
    .filter((field) => !before.has(field.path) && field.component.validate?.required === true && field.isEmpty())
    .map(({ path }) => path);
}
