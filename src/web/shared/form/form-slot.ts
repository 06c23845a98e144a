import type { ReactElement, Ref } from "react";
import type { OutcomeButton } from "./outcome-buttons.js";

export type FormValues = Record<string, unknown>;

/** A field that needs another look, and why. */
export interface FieldMessage {
  readonly path: string;
  readonly message: string;
}

/** What a page may ask of the form that it shows. */
export interface FormHandle {
  /**
   * Sets what the button stands for and checks every field. @returns the values, or null after showing what is wrong or
   * what the outcome asks for in addition.
   */
  collect(button: OutcomeButton): FormValues | null;
  /** The values as they are now, unchecked. */
  values(): FormValues;
  /** Puts other values into the form. */
  replace(values: FormValues): void;
  /** Shows messages of the server at their fields and moves there. */
  show(messages: readonly FieldMessage[]): void;
}

export interface FormSlotProps {
  readonly schema: Readonly<Record<string, unknown>>;
  /** Values that the form starts with. */
  readonly values: FormValues;
  readonly readOnly: boolean;
  /** After every change by a person. */
  readonly onChange: (values: FormValues) => void;
  readonly onState: (state: FormState) => void;
  readonly handle: Ref<FormHandle>;
}

/** What the page's buttons depend on. */
export interface FormState {
  readonly ready: boolean;
  /** False on the first pages of a form of several pages. */
  readonly lastPage: boolean;
  readonly uploading: boolean;
}

/** The form renderer as a page gets it; the routes put it in, so that features stay apart. */
export type FormSlot = (props: FormSlotProps) => ReactElement;
