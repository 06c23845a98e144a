import { createContext, useContext } from "react";
import type { Language } from "../../../src/web/shared/i18n/device-language.js";
import { type KunciTeks, teksId } from "./teks-id.js";

/** Texts in the language chosen. */
export interface TeksHalaman {
  readonly bahasa: Language;
  readonly t: (kunci: KunciTeks) => string;
}

export const KonteksTeks = createContext<TeksHalaman>({ bahasa: "id", t: (kunci) => teksId[kunci] });

export const useTeks = (): TeksHalaman => useContext(KonteksTeks);
