/** A button that completes a form: its words, its colour and the values that pressing it sets. */
export interface OutcomeButton {
  readonly label: string;
  readonly theme: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A component of a form's JSON, as far as buttons are concerned. */
interface ButtonComponent {
  readonly type?: string;
  readonly action?: string;
  readonly label?: string;
  readonly theme?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly components?: readonly ButtonComponent[];
  readonly columns?: readonly { readonly components?: readonly ButtonComponent[] }[];
}

/** Whether a component is a submit button; those are shown at the foot of the page, not in the form. */
export const isSubmitButton = (component: { readonly type?: string; readonly action?: string }): boolean =>
  component.type === "button" && (component.action === undefined || component.action === "submit");

function buttonsIn(components: readonly ButtonComponent[]): OutcomeButton[] {
  return components.flatMap((component) => {
    if (isSubmitButton(component))
      return [
        { label: component.label ?? "", theme: component.theme ?? "primary", values: component.properties ?? {} },
      ];
    return buttonsIn([
      ...(component.components ?? []),
      ...(component.columns ?? []).flatMap((column) => column.components ?? []),
    ]);
  });
}

/**
 * The submit buttons of a form. A button's properties are values that it sets before the form is checked:
 * `"properties": { "keputusan": "TERUSKAN" }` makes it one of several outcomes.
 */
export const outcomeButtons = (schema: Readonly<Record<string, unknown>>): OutcomeButton[] =>
  buttonsIn((schema["components"] ?? []) as readonly ButtonComponent[]);
