import { useTranslation } from "react-i18next";
import type { Localised } from "../format/localised.js";
import type { Language } from "./device-language.js";

/** Texts of the interface: `t` by key, `say` for texts that come in both languages, `language` for numbers and dates. */
export function useTexts() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === "en" ? "en" : "id";
  return { t, language, say: (text: Localised): string => text[language] };
}

export type Texts = ReturnType<typeof useTexts>;
