/** A component of a Form.io form; only what this module reads is typed. */
export interface FormComponent {
  readonly type: string;
  readonly key: string;
  readonly label?: string;
  readonly input?: boolean;
  readonly multiple?: boolean;
  readonly hidden?: boolean;
  readonly components?: readonly FormComponent[];
  readonly columns?: readonly { readonly components?: readonly FormComponent[] }[];
  readonly values?: readonly { readonly value: string | number; readonly label: string }[];
  readonly data?: { readonly values?: readonly { readonly value: string | number; readonly label: string }[] };
  readonly dataSrc?: string;
  readonly calculateValue?: unknown;
  readonly logic?: readonly unknown[];
  readonly decimalLimit?: number;
  readonly dayFirst?: boolean;
  readonly fields?: Readonly<Record<string, { readonly hide?: boolean } | undefined>>;
  readonly validate?: Readonly<Record<string, unknown>>;
  readonly [property: string]: unknown;
}

/** Properties of a component with text for people; those of `content` and `htmlelement` are markup and stand apart. */
export const TEXT_PROPERTIES = [
  "label",
  "description",
  "tooltip",
  "placeholder",
  "prefix",
  "suffix",
  "legend",
  "title",
  "addAnother",
] as const;

/** How the value of a type of component is read. */
export type ValueKind =
  | "text"
  | "number"
  | "datetime"
  | "day"
  | "time"
  | "choice"
  | "flag"
  | "flags"
  | "files"
  | "rows"
  | "object"
  | "scalar"
  | "layout"
  | "static";

/** Types of components that forms may use. */
export const COMPONENT_KINDS: Readonly<Record<string, ValueKind>> = {
  textfield: "text",
  textarea: "text",
  email: "text",
  phoneNumber: "text",
  url: "text",
  number: "number",
  currency: "number",
  datetime: "datetime",
  day: "day",
  time: "time",
  select: "choice",
  radio: "choice",
  checkbox: "flag",
  selectboxes: "flags",
  file: "files",
  datagrid: "rows",
  container: "object",
  hidden: "scalar",
  panel: "layout",
  columns: "layout",
  fieldset: "layout",
  well: "layout",
  tabs: "layout",
  content: "static",
  htmlelement: "static",
  button: "static",
};

/** Kind of a component; undefined for a type that is not allowed. */
export const kindOf = (component: Pick<FormComponent, "type">): ValueKind | undefined =>
  Object.hasOwn(COMPONENT_KINDS, component.type) ? COMPONENT_KINDS[component.type] : undefined;

/** Components inside a component, columns included. */
export const childrenOf = (component: FormComponent): readonly FormComponent[] => [
  ...(component.components ?? []),
  ...(component.columns ?? []).flatMap((column) => column.components ?? []),
];

/** Every component of a form, parents first. */
export function* everyComponent(components: readonly FormComponent[]): Generator<FormComponent> {
  for (const component of components) {
    yield component;
    yield* everyComponent(childrenOf(component));
  }
}

/** What a reader calls the component. */
export const labelOf = (component: FormComponent): string =>
  component.label === undefined || component.label === "" ? component.key : component.label;

/** Whether the form, not the person, says what the value is. */
export const isCalculated = (component: FormComponent): boolean =>
  component.calculateValue !== undefined && component.calculateValue !== null && component.calculateValue !== "";
