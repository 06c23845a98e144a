/** The parts of Form.io's calendar that are done otherwise here. */
interface BaseCalendar {
  /** Time zone in which the field's day is meant, an IANA name. */
  readonly timezone: string;
  readonly settings: { readonly readOnly?: boolean };
  /** @returns whether the zones are still on their way. */
  loadZones(): boolean;
  emit(event: string, ...values: readonly unknown[]): void;
}

type CalendarClass = new (...values: never[]) => object;

/**
 * Form.io's calendar, but it leaves the field alone while a person writes in it. Its own fetches the table of time zones when
 * the field appears and draws the field anew when the table comes; a day that was just being typed was lost then.
 * The table is needed for the zones of other places only, and drawing anew changes nothing but a field for reading.
 */
export function steadyCalendar(Base: CalendarClass, ownZone: () => string): CalendarClass {
  const Super = Base as new (...values: never[]) => BaseCalendar;
  return class extends Super {
    override loadZones(): boolean {
      return this.timezone === ownZone() ? false : super.loadZones();
    }

    override emit(event: string, ...values: readonly unknown[]): void {
      if (event === "redraw" && this.settings.readOnly !== true) return;
      super.emit(event, ...values);
    }
  };
}
