import type { ReactElement } from "react";
import { Link, Navigate, useSearchParams } from "react-router";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { useRestartSession, useSession } from "../../shared/session/session-query.js";
import { FrontPage } from "./front-page.js";
import { PublicPages } from "./public-pages.js";
import { SignInForm } from "./sign-in-form.js";

/** Only addresses of our own: `//elsewhere` would lead away. */
const safeTarget = (target: string | null): string =>
  target !== null && /^\/(?![/\\])/.test(target) && !target.startsWith("/masuk") ? target : "/";

/** Sign-in, then on to where one wanted to go. */
export function SignInPage(): ReactElement {
  const { t } = useTexts();
  const session = useSession();
  const restart = useRestartSession();
  const [query] = useSearchParams();
  const target = safeTarget(query.get("tujuan"));
  if (session.data?.user)
    return target.startsWith("/studio") ? <Leave to={target} /> : <Navigate to={target} replace />;
  return (
    <FrontPage title={t("signIn.title")}>
      {query.has("aktif") ? (
        <div className="alert alert-info alert-plain" role="status">
          {t("activation.done")}
        </div>
      ) : null}
      <SignInForm
        onDone={async () => {
          await restart();
        }}
      />
      <p className="text-center mt-3 mb-0">
        <Link to="/aktivasi">{t("signIn.toActivation")}</Link>
      </p>
      <PublicPages />
    </FrontPage>
  );
}

function Leave({ to }: { readonly to: string }): null {
  location.replace(to);
  return null;
}
