import { IconPrinter } from "@tabler/icons-react";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { Pager } from "../../shared/components/pager.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { dateAndTime } from "../../shared/format/dates.js";
import { wholeNumber } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import { type PrintRunView, usePrintRuns } from "./print-run-query.js";
import { PrintRunState } from "./print-run-state.js";

const PAGE = 25;

/** Print runs of one's own and of colleagues, newest first. */
export function PrintRunsPage(): ReactElement {
  const { t } = useTexts();
  const [offset, setOffset] = useState(0);
  const list = usePrintRuns(offset, PAGE);
  return (
    <>
      <PageHeader title={t("printRun.title")} below={t("printRun.intro")} />
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data === undefined ? null : (
        <>
          <div className="card">
            {list.data.items.length === 0 ? (
              <EmptyState icon={IconPrinter} title={t("printRun.none")} why={t("printRun.noneWhy")} />
            ) : null}
            <ul className="plain-list">
              {list.data.items.map((run) => (
                <RunLine key={run.id} run={run} />
              ))}
            </ul>
          </div>
          <Pager offset={offset} limit={PAGE} total={list.data.total} onOffset={setOffset} />
        </>
      )}
    </>
  );
}

function RunLine({ run }: { readonly run: PrintRunView }): ReactElement {
  const { t, language } = useTexts();
  const counts = { printed: wholeNumber(run.printed, language), total: wholeNumber(run.total, language) };
  return (
    <li className="list-row flex-wrap">
      <div className="flex-fill">
        <Link to={`/cetak/${run.id}`} className="row-link">
          {run.title}
        </Link>
        <div className="second-line">
          {dateAndTime(run.startedAt, language)} ·{" "}
          {run.isMine || run.startedByName === "" ? "" : `${run.startedByName} · `}
          {t("printRun.count", counts)}
          {run.failed === 0 ? "" : ` · ${t("printRun.failed", { count: wholeNumber(run.failed, language) })}`}
        </div>
      </div>
      <PrintRunState run={run} />
    </li>
  );
}
