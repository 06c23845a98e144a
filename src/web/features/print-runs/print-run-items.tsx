import { IconFileTypePdf, IconPrinter } from "@tabler/icons-react";
import { useState, type ReactElement } from "react";
import { documentAddress } from "../../shared/api/upload.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { Pager } from "../../shared/components/pager.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { StatusBadge, type Tone } from "../../shared/components/status-badge.js";
import { wholeNumber } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import {
  type PrintRunItemFilter,
  type PrintRunItemList,
  type PrintRunView,
  usePrintRunItems,
} from "./print-run-query.js";

const PAGE = 50;
const FILTERS: readonly PrintRunItemFilter[] = ["ALL", "FAILED", "PRINTED", "WAITING"];
type Item = PrintRunItemList["items"][number];
const TONES: Readonly<Record<Item["status"], Tone>> = { WAITING: "neutral", PRINTED: "success", FAILED: "danger" };

/** Documents of a run, those that failed with their reason; shows what failed first when anything did. */
export function PrintRunItems({ run }: { readonly run: PrintRunView }): ReactElement {
  const { t, language } = useTexts();
  const [chosen, setChosen] = useState<PrintRunItemFilter>();
  const [offset, setOffset] = useState(0);
  const filter = chosen ?? (run.failed > 0 ? "FAILED" : "ALL");
  const { total, printed, failed } = run;
  const list = usePrintRunItems(run.id, filter, offset, PAGE, printed + failed);
  const counts = { ALL: total, PRINTED: printed, FAILED: failed, WAITING: total - printed - failed };
  const choose = (next: PrintRunItemFilter): void => {
    setChosen(next);
    setOffset(0);
  };
  return (
    <section className="card" aria-label={t("printRun.items")}>
      <div className="view-tabs" role="group" aria-label={t("printRun.items")}>
        {FILTERS.map((each) => (
          <button
            key={each}
            type="button"
            className={`view-tab ${each === filter ? "active" : ""}`}
            aria-pressed={each === filter}
            onClick={() => choose(each)}
          >
            {t(`printRun.filter.${each}`)} <span className="text-secondary">{wholeNumber(counts[each], language)}</span>
          </button>
        ))}
      </div>
      {list.isPending ? <Loading /> : null}
      {list.isError ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data?.items.length === 0 ? <EmptyState icon={IconPrinter} title={t("printRun.noItems")} /> : null}
      <ul className="plain-list">
        {list.data?.items.map((item) => (
          <ItemLine key={item.position} item={item} />
        ))}
      </ul>
      {list.data === undefined ? null : (
        <div className="px-3 pb-3">
          <Pager offset={offset} limit={PAGE} total={list.data.total} onOffset={setOffset} />
        </div>
      )}
    </section>
  );
}

function ItemLine({ item }: { readonly item: Item }): ReactElement {
  const { t, say, language } = useTexts();
  const { position, label, status, reason, documentId } = item;
  return (
    <li className="list-row flex-wrap">
      <span className="text-secondary">{wholeNumber(position, language)}</span>
      <div className="flex-fill">
        <div className="fw-medium">{label}</div>
        {reason === null ? null : <div className="second-line">{say(reason)}</div>}
      </div>
      {documentId === null ? (
        <StatusBadge tone={TONES[status]}>{t(`printRun.item.${status}`)}</StatusBadge>
      ) : (
        <a className="btn btn-sm" href={documentAddress(documentId)} target="_blank" rel="noreferrer">
          <IconFileTypePdf size={18} className="me-1" aria-hidden /> {t("action.open")}
          <span className="visually-hidden"> {label}</span>
        </a>
      )}
    </li>
  );
}
