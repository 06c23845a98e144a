import { impossibleDay, typedImpossibleDay } from "./typed-day.js";

/** The date picker below the calendar, as far as it is used here. */
interface DatePicker {
  /** The field that a person types into. */
  readonly altInput: HTMLInputElement;
  setDate: (day: unknown, tell?: boolean, format?: string) => void;
  clear(tell: boolean): void;
}

/** The parts of Form.io's calendar that are done otherwise here. */
interface BaseCalendar {
  /** Time zone in which the field's day is meant, an IANA name. */
  readonly timezone: string;
  readonly settings: { readonly readOnly?: boolean; readonly format?: string };
  /** Absent until the field is drawn. */
  readonly calendar?: DatePicker;
  /** @returns whether the zones are still on their way. */
  loadZones(): boolean;
  emit(event: string, ...values: readonly unknown[]): void;
  initFlatpickr(picker: unknown): void;
  getValue(): unknown;
  setValue(value: unknown): void;
}

type CalendarClass = new (...values: never[]) => object;

/**
 * Form.io's calendar, but it leaves the field alone while a person writes in it. Its own fetches the table of time zones when
 * the field appears and draws the field anew when the table comes; a day that was just being typed was lost then.
 * The table is needed for the zones of other places only, and drawing anew changes nothing but a field for reading.
 *
 * A day that no calendar has stays as it was typed, and is the value of the field until it is put right; the date picker's own
 * would make 3 March of 31 February, and nobody would be told.
 */
export function steadyCalendar(Base: CalendarClass, ownZone: () => string): CalendarClass {
  const Super = Base as new (...values: never[]) => BaseCalendar;
  return class extends Super {
    #impossible: string | null = null;

    override loadZones(): boolean {
      return this.timezone === ownZone() ? false : super.loadZones();
    }

    override emit(event: string, ...values: readonly unknown[]): void {
      if (event === "redraw" && this.settings.readOnly !== true) return;
      super.emit(event, ...values);
    }

    override initFlatpickr(picker: unknown): void {
      super.initFlatpickr(picker);
      const { calendar } = this;
      if (calendar === undefined || this.settings.format !== "dd-MM-yyyy") return;
      const setDate = calendar.setDate.bind(calendar);
      calendar.setDate = (day, tell, format) => {
        // What is typed comes as text; of a field that it does not know, Form.io sends nothing after it.
        const typed = typeof day === "string" ? calendar.altInput.value : "";
        this.#impossible = impossibleDay(typed);
        if (this.#impossible === null) {
          setDate(day, tell, format);
          return;
        }
        this.#show(calendar, typed);
        this.emit("update");
      };
    }

    override getValue(): unknown {
      return this.#impossible ?? super.getValue();
    }

    override setValue(value: unknown): void {
      const typed = typedImpossibleDay(value);
      this.#impossible = typed === null ? null : impossibleDay(typed);
      if (typed === null) super.setValue(value);
      else if (this.calendar !== undefined) this.#show(this.calendar, typed);
    }

    #show(calendar: DatePicker, typed: string): void {
      calendar.clear(false);
      calendar.altInput.value = typed;
    }
  };
}

type DateField = new (...values: never[]) => { get validationValue(): unknown };

/** A date field that finds such a day wrong. The browser's own dates would take it for one of the next month. */
export function strictDateField(Base: CalendarClass): CalendarClass {
  const Super = Base as DateField;
  return class extends Super {
    override get validationValue(): unknown {
      const value = super.validationValue;
      return typedImpossibleDay(value) === null ? value : "Invalid Date";
    }
  };
}
