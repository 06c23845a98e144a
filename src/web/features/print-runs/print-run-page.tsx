import { IconDownload, IconPlayerPlay, IconPlayerStop, IconRefresh } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { Link, useParams } from "react-router";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { dateAndTime } from "../../shared/format/dates.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { PrintRunItems } from "./print-run-items.js";
import { PrintRunProgress } from "./print-run-progress.js";
import { archiveAddress, type PrintRunView, usePrintRun, usePrintRunAct } from "./print-run-query.js";

/** One print run while it goes on and afterwards. */
export function PrintRunPage(): ReactElement {
  const { t, language } = useTexts();
  const { runId = "" } = useParams();
  const run = usePrintRun(runId);
  if (run.isPending) return <Loading />;
  if (run.data === undefined) return <ProblemAlert error={run.error} onRetry={() => void run.refetch()} />;
  return (
    <>
      <PageHeader
        title={run.data.title}
        above={<Link to="/cetak">{t("printRun.title")}</Link>}
        below={t(run.data.isMine || run.data.startedByName === "" ? "printRun.since" : "printRun.sinceBy", {
          date: dateAndTime(run.data.startedAt, language),
          name: run.data.startedByName,
        })}
        actions={<Actions run={run.data} />}
      />
      {run.isError ? <ProblemAlert error={run.error} onRetry={() => void run.refetch()} /> : null}
      <PrintRunProgress run={run.data} />
      <PrintRunItems run={run.data} />
    </>
  );
}

function Actions({ run }: { readonly run: PrintRunView }): ReactElement {
  const { t } = useTexts();
  const act = usePrintRunAct(run.id);
  return (
    <>
      {run.mayAct && run.status === "RUNNING" ? (
        <button type="button" className="btn" disabled={act.isPending} onClick={() => act.mutate("stop")}>
          <IconPlayerStop size={18} className="me-2" aria-hidden /> {t("printRun.stop")}
        </button>
      ) : null}
      {run.mayAct && run.status === "STOPPED" ? (
        <button type="button" className="btn btn-primary" disabled={act.isPending} onClick={() => act.mutate("resume")}>
          <IconPlayerPlay size={18} className="me-2" aria-hidden /> {t("printRun.resume")}
        </button>
      ) : null}
      {run.mayAct && run.failed > 0 ? (
        <button type="button" className="btn" disabled={act.isPending} onClick={() => act.mutate("retry")}>
          <IconRefresh size={18} className="me-2" aria-hidden /> {t("printRun.retry")}
        </button>
      ) : null}
      {run.printed > 0 ? (
        <a className={`btn ${run.status === "FINISHED" ? "btn-primary" : ""}`} href={archiveAddress(run.id)} download>
          <IconDownload size={18} className="me-2" aria-hidden /> {t("printRun.archive")}
        </a>
      ) : null}
    </>
  );
}
