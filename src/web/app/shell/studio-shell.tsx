import { IconArrowLeft } from "@tabler/icons-react";
import { useEffect, type ReactElement } from "react";
import { Link, Outlet } from "react-router";
import { SessionGuard } from "../../features/session/session-guard.js";
import { Brand } from "../../shared/components/brand.js";
import { LanguageSwitch } from "../../shared/components/language-switch.js";
import { Loading } from "../../shared/components/loading.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { setLanguage } from "../../shared/i18n/setup.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useSession } from "../../shared/session/session-query.js";

/** Frame of the studio: one dark line, the rest is room for diagrams. */
export function StudioShell(): ReactElement | null {
  const { t } = useTexts();
  const session = useSession();
  const user = session.data?.user ?? null;
  const language = user?.language ?? null;
  useEffect(() => {
    if (language !== null) void setLanguage(language);
  }, [language]);
  useEffect(() => {
    if (session.data !== undefined && user === null)
      location.replace(`/masuk?tujuan=${encodeURIComponent(location.pathname + location.search)}`);
  }, [session.data, user]);
  if (session.isError)
    return (
      <main className="container-tight py-5">
        <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  if (user === null) return session.isPending ? <Loading /> : null;
  return (
    <div className="studio-shell">
      <a className="skip-link" href="#isi">
        {t("skip")}
      </a>
      <header className="studio-header" data-bs-theme="dark">
        <Link to="/studio" className="studio-brand">
          <Brand /> <span>Studio</span>
        </Link>
        <div className="ms-auto d-flex align-items-center gap-2">
          <LanguageSwitch account />
          <a className="btn btn-sm" href="/">
            <IconArrowLeft size={16} className="me-1" aria-hidden /> {t("studio.back")}
          </a>
        </div>
      </header>
      <main id="isi" tabIndex={-1} className="studio-main">
        <Outlet />
      </main>
      <SessionGuard />
    </div>
  );
}
