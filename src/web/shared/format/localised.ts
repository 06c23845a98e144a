/** A text in both languages of the interface. */
export interface Localised {
  readonly id: string;
  readonly en: string;
}
