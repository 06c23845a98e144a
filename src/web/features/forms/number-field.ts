import { parseDecimal, plainDecimal } from "../../shared/format/numbers.js";

type Language = "id" | "en";

/** The parts of Form.io's number field that are done otherwise here. */
interface BaseNumber {
  readonly refs: { readonly input?: readonly HTMLInputElement[] };
  readonly options: { readonly language?: string };
  readonly component: { readonly validate?: { readonly min?: number | ""; readonly max?: number | "" } };
  get validationValue(): unknown;
}

type NumberClass = new (...values: never[]) => object;

const languageOf = ({ options }: BaseNumber): Language => (options.language === "en" ? "en" : "id");

/** Typed text as a number; nothing for nothing; what is no number stays as it was typed, and the check finds it. */
const read = (typed: string, language: Language): number | string | null => {
  if (typed.trim() === "") return null;
  const number = parseDecimal(typed, language);
  return number === null ? typed : Number(number);
};

/** A value as it stands in the field. */
const written = (value: unknown, language: Language): string | null => {
  if (typeof value === "number") return plainDecimal(String(value), language);
  return typeof value === "string" ? value : null;
};

/**
 * Form.io's number field without its mask. The mask drops every sign that it does not expect: 60.5 became 605 under the hands
 * of who typed it, 287.500 became 287500, and nobody was told. Here what is typed stays, and is called wrong if it is.
 */
export function honestNumber(Base: NumberClass): NumberClass {
  const Super = Base as new (...values: never[]) => BaseNumber;
  return class extends Super {
    setInputMask(): void {
      // None.
    }

    getValueAt(index: number): unknown {
      return read(this.refs.input?.[index]?.value ?? "", languageOf(this));
    }

    /** The renderer makes texts of the numbers that it calculates; here a text is what a person typed. */
    convertNumberOrBoolToString(value: unknown): unknown {
      return value;
    }

    normalizeValue(value: unknown): unknown {
      return typeof value === "string" ? read(value, languageOf(this)) : value;
    }

    /** A text is found to be no number; the checks of the limits, which read a number off its beginning, have nothing to add. */
    override get validationValue(): unknown {
      const value = super.validationValue;
      const { min, max } = this.component.validate ?? {};
      return typeof value === "string" ? `${min || max || 0}?` : value;
    }

    /** Between value and field, as a text. */
    parseValue(value: unknown): string | null {
      return written(this.normalizeValue(value), languageOf(this));
    }

    getMaskedValue(value: unknown): string {
      return this.parseValue(value) ?? "";
    }
  };
}
