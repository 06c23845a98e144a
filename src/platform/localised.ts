/** The languages of the interface: Indonesian first, English beside it. */
export type Language = "id" | "en";

/** A text in both languages of the interface. */
export interface Localised {
  readonly id: string;
  readonly en: string;
}

/** The text in `language`. */
export const inLanguage = (text: Localised, language: Language): string => text[language];
