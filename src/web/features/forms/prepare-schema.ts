import { isSubmitButton, outcomeButtons } from "../../shared/form/outcome-buttons.js";
import type { FormComponent, FormData, FormSchema } from "./formio-port.js";

/** Longest list of choices that the browser's own select shows well; above, one types to search. */
const PLAIN_SELECT_CHOICES = 30;

const isShortList = (component: FormComponent): boolean => {
  const { values } = (component["data"] ?? {}) as { values?: readonly unknown[] };
  return (
    component["dataSrc"] !== "url" && (values?.length ?? 0) <= PLAIN_SELECT_CHOICES && component["multiple"] !== true
  );
};

const isRequired = (component: FormComponent): boolean =>
  ((component["validate"] ?? {}) as { required?: boolean }).required === true;

/** Text of a grid that is only read wraps in its cell; a line of input would cut it. */
const gridCells = ({ type, components = [] }: FormComponent): readonly FormComponent[] =>
  type !== "datagrid"
    ? components
    : components.map((cell) =>
        cell.type === "textfield" && cell["disabled"] === true
          ? { ...cell, type: "textarea", customClass: "cell-text" }
          : cell,
      );

function prepareComponent(component: FormComponent, decided: ReadonlySet<string>): FormComponent {
  const columns = component.columns;
  const key = component.key ?? "";
  return {
    ...component,
    ...(decided.has(key) ? { customClass: [component["customClass"], "decided-by-button"].join(" ").trim() } : {}),
    // What was typed or prefilled survives a change of mind; the server drops what is hidden in the end.
    clearOnHide: false,
    ...(component.type === "file"
      ? { storage: "url", url: "/api/files", fileMaxSize: component["fileMaxSize"] ?? "100MB" }
      : {}),
    // The searching select has faults for screen readers; short lists do without it.
    ...(component.type === "select" && isShortList(component) ? { widget: "html5" } : {}),
    // One answer is changed by choosing another; the button that removes it lies inside the choice, where screen readers lose it.
    ...(component.type === "select" && component["multiple"] !== true
      ? { removeItemButton: !isRequired(component) }
      : {}),
    // Of what is found, Enter takes the first; the answer given before would stand there, and be chosen again.
    ...(component.type === "select" && component["dataSrc"] === "url" && component["multiple"] !== true
      ? { customOptions: { renderSelectedChoices: false } }
      : {}),
    ...(component.type === "datetime" && component["format"] === undefined
      ? { format: component["enableTime"] === true ? "dd-MM-yyyy HH:mm" : "dd-MM-yyyy" }
      : {}),
    ...(component.components === undefined ? {} : { components: prepareComponents(gridCells(component), decided) }),
    ...(columns === undefined
      ? {}
      : {
          columns: columns.map((column) => ({
            ...column,
            components: prepareComponents(column.components ?? [], decided),
          })),
        }),
  };
}

const prepareComponents = (components: readonly FormComponent[], decided: ReadonlySet<string>): FormComponent[] =>
  components.filter((component) => !isSubmitButton(component)).map((component) => prepareComponent(component, decided));

/**
 * The form as it is rendered: without its submit buttons (the page has them), files to our server, plain short lists.
 * A field that the buttons set stays in the form, where conditions ask for it, but is not shown: pressing is choosing.
 */
export function prepareSchema(schema: FormSchema): FormSchema {
  const decided = new Set(outcomeButtons(schema).flatMap(({ values }) => Object.keys(values)));
  return { ...schema, components: prepareComponents(schema.components ?? [], decided) };
}

const isStoredFile = (value: unknown): value is { id: string; name: string } =>
  typeof value === "object" && value !== null && "id" in value && "name" in value && !("url" in value);

/** Files that the server keeps as `{ id, name }` get what the renderer needs to show them. */
export function prepareData(data: FormData): FormData {
  const prepare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(prepare);
    if (isStoredFile(value))
      return { storage: "url", originalName: value.name, size: 0, type: "", url: `/api/files/${value.id}`, ...value };
    return value;
  };
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, prepare(value)]));
}
