import { inLanguage, type Language, type Localised } from "../../platform/index.js";

/** A notification in one person's language, with the way to its case file. */
export interface Letter {
  readonly title: string;
  readonly body: string;
  /** Address of the case file's page; null when it is about none. */
  readonly link: string | null;
}

/** Writes a notification for one person. */
export const writeLetter = (
  { title, body, caseId }: { readonly title: Localised; readonly body: Localised; readonly caseId: string | null },
  language: Language,
  baseUrl: string,
): Letter => ({
  title: inLanguage(title, language),
  body: inLanguage(body, language),
  link: caseId === null ? null : new URL(`/berkas/${caseId}`, baseUrl).href,
});

/** Text and link as plain text. */
export const plainText = ({ body, link }: Letter): string => (link === null ? body : `${body}\n\n${link}`);
