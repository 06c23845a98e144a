import i18next, { changeLanguage, type i18n, use as addPlugin } from "i18next";
import { initReactI18next } from "react-i18next";
import { sessionGate } from "../api/session-gate.js";
import { keepLanguage, type Language } from "./device-language.js";
import id from "./id.json";

declare module "i18next" {
  interface CustomTypeOptions {
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: typeof id };
  }
}

/** Every key of the interface texts. */
export type TextKey = keyof typeof id;

/** Indonesian is in the first page; English is fetched when it is wanted. */
export async function startI18n(language: Language): Promise<i18n> {
  await addPlugin(initReactI18next).init({
    lng: "id",
    fallbackLng: "id",
    resources: { id: { translation: id } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await setLanguage(language);
  return i18next;
}

/** Switches all texts, the `lang` of the page and the language asked of the server. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === "en" && !i18next.hasResourceBundle("en", "translation")) {
    const texts = await import("./en.json");
    i18next.addResourceBundle("en", "translation", texts.default);
  }
  sessionGate.language = language;
  document.documentElement.lang = language;
  keepLanguage(language);
  await changeLanguage(language);
}
