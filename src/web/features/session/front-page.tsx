import { useEffect, type ReactElement, type ReactNode } from "react";
import { Brand } from "../../shared/components/brand.js";
import { LanguageSwitch } from "../../shared/components/language-switch.js";
import { useTexts } from "../../shared/i18n/use-texts.js";

/** Frame of the pages before the sign-in. */
export function FrontPage({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const { t } = useTexts();
  useEffect(() => {
    document.title = `${title} · Alur`;
  }, [title]);
  return (
    <div className="front">
      <div className="front-language" data-bs-theme="dark">
        <LanguageSwitch />
      </div>
      <header className="front-brand">
        <Brand />
      </header>
      <main className="card front-card">
        <div className="card-body p-4">
          <h1 className="h2 mb-3">{title}</h1>
          {children}
        </div>
      </main>
      <footer className="front-foot small">{t("front.foot")}</footer>
    </div>
  );
}
