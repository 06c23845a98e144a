export type Language = "id" | "en";

const stored = "alur:language";

/** Language of this device until the account says otherwise. */
export function deviceLanguage(): Language {
  try {
    return localStorage.getItem(stored) === "en" ? "en" : "id";
  } catch {
    return "id";
  }
}

/** Keeps the language for this device's next visit; without storage, for the account to remember. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(stored, language);
  } catch {
    // Private windows of some browsers have no storage.
  }
}
