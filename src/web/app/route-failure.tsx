import { IconMoodSad } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { useTexts } from "../shared/i18n/use-texts.js";

/** A page that broke. Kept plain: it must work when much else does not. */
export function RouteFailure({ inside = false }: { readonly inside?: boolean }): ReactElement {
  const { t } = useTexts();
  // Parts of the pages are fetched when they are opened; without a connection that is what failed.
  const offline = !navigator.onLine;
  const content = (
    <div className="nothing" role="alert">
      <div className="nothing-icon">
        <IconMoodSad size={36} stroke={1.5} aria-hidden />
      </div>
      <h1 className="h2">{t(offline ? "problem.offline" : "failure.title")}</h1>
      <p className="text-secondary">{t(offline ? "failure.offline" : "failure.why")}</p>
      <button type="button" className="btn btn-primary" onClick={() => location.reload()}>
        {t("failure.reload")}
      </button>
    </div>
  );
  return inside ? content : <main>{content}</main>;
}
