import type { ReactElement } from "react";
import { StatusBadge, type Tone } from "../../shared/components/status-badge.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { PrintRunView } from "./print-run-query.js";

const toneOf = ({ status, failed }: PrintRunView): Tone => {
  if (status === "RUNNING") return "info";
  return status === "STOPPED" || failed > 0 ? "warning" : "success";
};

/** Whether a run goes on, rests or has ended. */
export function PrintRunState({ run }: { readonly run: PrintRunView }): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={toneOf(run)}>{t(`printRun.status.${run.status}`)}</StatusBadge>;
}
