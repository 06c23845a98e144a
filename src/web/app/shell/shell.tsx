import { useEffect, useState, type ReactElement } from "react";
import Offcanvas from "react-bootstrap/Offcanvas";
import { Navigate, Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { SessionGuard } from "../../features/session/session-guard.js";
import { Loading } from "../../shared/components/loading.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { setLanguage } from "../../shared/i18n/setup.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useSession } from "../../shared/session/session-query.js";
import { Header } from "./header.js";
import { Sidebar } from "./sidebar.js";

/** Frame of every page behind the sign-in. */
export function Shell(): ReactElement {
  const session = useSession();
  const location = useLocation();
  const user = session.data?.user ?? null;
  const language = user?.language ?? null;
  useEffect(() => {
    if (language !== null) void setLanguage(language);
  }, [language]);

  if (session.isError)
    return (
      <main className="container-tight py-5">
        <ProblemAlert error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  if (session.isPending) return <Loading />;
  if (user === null) {
    const target = location.pathname + location.search;
    return <Navigate to={target === "/" ? "/masuk" : `/masuk?tujuan=${encodeURIComponent(target)}`} replace />;
  }
  return <Frame userKey={`${user.userId}:${user.activeRoleId ?? ""}`} />;
}

function Frame({ userKey }: { readonly userKey: string }): ReactElement {
  const { t } = useTexts();
  const [menuOpen, setMenuOpen] = useState(false);
  const busy = useNavigation().state === "loading";
  const close = (): void => setMenuOpen(false);
  return (
    <div className="shell">
      <a className="skip-link" href="#isi">
        {t("skip")}
      </a>
      <div className="sidebar" data-bs-theme="dark">
        <Sidebar onChosen={close} />
      </div>
      <Offcanvas
        show={menuOpen}
        onHide={close}
        className="sidebar-drawer"
        aria-label={t("menu.label")}
        data-bs-theme="dark"
      >
        <Sidebar onChosen={close} />
      </Offcanvas>
      <div className="shell-body">
        <Header onMenu={() => setMenuOpen(true)} />
        {busy ? <div className="busy-line" role="progressbar" aria-label={t("loading")} /> : null}
        <main id="isi" tabIndex={-1} className="shell-main">
          <Outlet key={userKey} />
        </main>
      </div>
      <SessionGuard />
      <ScrollRestoration />
    </div>
  );
}
