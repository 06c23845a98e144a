import type { ReactElement } from "react";
import { duration } from "../../shared/format/dates.js";
import { decimalText, wholeNumber } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { PrintRunView } from "./print-run-query.js";
import { PrintRunState } from "./print-run-state.js";

/** How far a run is, how fast it goes and how long it still takes. */
export function PrintRunProgress({ run }: { readonly run: PrintRunView }): ReactElement {
  const { t, say, language } = useTexts();
  const { total, printed, failed, perSecond, reason } = run;
  const done = printed + failed;
  const share = total === 0 ? 0 : Math.floor((done / total) * 100);
  const left = perSecond === null || perSecond === 0 ? null : ((total - done) / perSecond) * 1_000;
  return (
    <section className="card card-body mb-3" aria-label={t("printRun.progress")}>
      <div className="d-flex flex-wrap gap-2 align-items-center mb-2">
        <PrintRunState run={run} />
        <strong role="status">
          {t("printRun.count", { printed: wholeNumber(printed, language), total: wholeNumber(total, language) })}
        </strong>
        {failed === 0 ? null : (
          <span className="text-danger">{t("printRun.failed", { count: wholeNumber(failed, language) })}</span>
        )}
        {perSecond === null ? null : (
          <span className="text-secondary ms-md-auto">
            {t("printRun.rate", { rate: decimalText(String(perSecond), language) })}
            {left === null ? "" : ` · ${t("printRun.left", { time: duration(left, language) })}`}
          </span>
        )}
      </div>
      <div
        className="progress"
        role="progressbar"
        aria-label={t("printRun.progress")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
      >
        <div className={`progress-bar ${failed > 0 ? "bg-warning" : ""}`} style={{ width: `${share}%` }} />
      </div>
      {reason === null ? null : (
        <div className="alert alert-warning alert-plain mt-3 mb-0">
          {t("printRun.stoppedItself")} {say(reason)}
        </div>
      )}
    </section>
  );
}
