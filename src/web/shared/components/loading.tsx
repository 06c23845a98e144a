import type { ReactElement } from "react";
import { useTexts } from "../i18n/use-texts.js";

/** Something is on its way. Quiet for the first moments, so that fast answers do not flicker. */
export function Loading({ label }: { readonly label?: string }): ReactElement {
  const { t } = useTexts();
  return (
    <div className="loading" role="status">
      <span className="spinner-border spinner-border-sm text-secondary" aria-hidden="true" />
      <span className="text-secondary">{label ?? t("loading")}</span>
    </div>
  );
}
