import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { Session } from "../../../http/contract/session.js";
import { api } from "../api/client.js";
import type { Language } from "../i18n/device-language.js";
import { setLanguage } from "../i18n/setup.js";
import { useTexts } from "../i18n/use-texts.js";
import { sessionKey } from "../session/session-query.js";
import { useToasts } from "./toasts.js";

/** Indonesian or English. With `account`, kept for the signed-in person too. */
export function LanguageSwitch({ account = false }: { readonly account?: boolean }): ReactElement {
  const { t, language } = useTexts();
  const client = useQueryClient();
  const toasts = useToasts();
  const other: Language = language === "id" ? "en" : "id";
  const change = async (): Promise<void> => {
    try {
      if (account) {
        await api.put("/session/language", { language: other });
        client.setQueryData<Session>(sessionKey, (session) =>
          session?.user ? { ...session, user: { ...session.user, language: other } } : session,
        );
      }
      await setLanguage(other);
      // Names of tasks and messages come from the server in the language asked for.
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    } catch (error) {
      toasts.failed(error);
    }
  };
  return (
    <button
      type="button"
      className="header-button language-switch"
      title={t("language.switch")}
      onClick={() => void change()}
    >
      <span className={language === "id" ? "fw-bold" : ""}>ID</span>
      <span aria-hidden="true" className="language-bar" />
      <span className={language === "en" ? "fw-bold" : ""}>EN</span>
      <span className="visually-hidden">{t("language.switch")}</span>
    </button>
  );
}
