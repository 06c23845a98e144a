import type { ReactElement } from "react";
import { useParams, useSearchParams } from "react-router";
import { Facts } from "../../shared/components/facts.js";
import { Loading } from "../../shared/components/loading.js";
import { PageHeader } from "../../shared/components/page-header.js";
import { PageTabs } from "../../shared/components/page-tabs.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { StatusBadge } from "../../shared/components/status-badge.js";
import { dateAndTime, shortDate } from "../../shared/format/dates.js";
import { spacedNip } from "../../shared/format/numbers.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { SheetSlot } from "../../shared/sheet-slot.js";
import { CaseDocuments } from "./case-documents.js";
import { CaseFilesList } from "./case-files-list.js";
import { CaseIncidents } from "./case-incidents.js";
import { useCase, usePartsFollow, type CasePage } from "./case-query.js";
import { OpenTasks } from "./open-tasks.js";

interface CaseScreenProps {
  readonly Sheet: SheetSlot;
  readonly Story: (props: { readonly caseId: string }) => ReactElement;
  readonly Diagram: (props: { readonly caseId: string }) => ReactElement;
}

/** One case file: where it stands, what is in it, what happened. */
export function CaseScreen(slots: CaseScreenProps): ReactElement {
  const { caseId = "" } = useParams();
  const page = useCase(caseId);
  if (page.isPending) return <Loading />;
  if (page.data === undefined) return <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />;
  return <Loaded page={page.data} slots={slots} />;
}

interface Tab {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
  readonly show: () => ReactElement;
}

function useTabs(page: CasePage, { Sheet, Story, Diagram }: CaseScreenProps): Tab[] {
  const { t, say } = useTexts();
  const caseId = page.case.id;
  const documents = { items: page.documents, total: page.documentsTotal };
  const files = { items: page.files, total: page.filesTotal };
  const sheets = page.sheets.map((sheet) => ({
    id: `lembar-${sheet.id}`,
    label: say(sheet.title),
    show: () => <Sheet key={sheet.id} caseId={caseId} sheetId={sheet.id} editable={false} />,
  }));
  const diagram = { id: "diagram", label: t("case.tab.diagram"), show: () => <Diagram caseId={caseId} /> };
  return [
    ...sheets,
    { id: "kisah", label: t("case.tab.story"), show: () => <Story caseId={caseId} /> },
    ...(page.hasDiagram ? [diagram] : []),
    {
      id: "dokumen",
      label: t("case.tab.documents"),
      count: documents.total,
      show: () => <CaseDocuments caseId={caseId} first={documents} />,
    },
    {
      id: "lampiran",
      label: t("case.tab.files"),
      count: files.total,
      show: () => <CaseFilesList caseId={caseId} first={files} />,
    },
  ];
}

function Loaded({ page, slots }: { readonly page: CasePage; readonly slots: CaseScreenProps }): ReactElement {
  const { t, say, language } = useTexts();
  const [query, setQuery] = useSearchParams();
  usePartsFollow(page);
  const tabs = useTabs(page, slots);
  const tab = tabs.find(({ id }) => id === query.get("tab")) ?? tabs[0];
  const item = page.case;
  return (
    <>
      <PageHeader
        title={item.reference}
        above={say(item.typeTitle)}
        below={
          <span className="d-inline-flex flex-wrap column-gap-3">
            <span>{item.title}</span>
            <span>{item.subjectName}</span>
            {item.subjectNumber === null ? null : <span className="tabular">{spacedNip(item.subjectNumber)}</span>}
            {item.unitName === null || item.unitName === item.subjectName ? null : <span>{item.unitName}</span>}
          </span>
        }
        actions={<StatusBadge tone={item.tone}>{say(item.statusLabel)}</StatusBadge>}
      />
      {page.engineAnswers ? null : (
        <div className="alert alert-warning alert-plain" role="status">
          {t("case.engineAway")}
        </div>
      )}
      <CaseIncidents caseId={item.id} incidents={page.incidents} />
      <div className="row g-3 mb-3">
        <div className="col-lg-7">
          <section className="card h-100" aria-label={t("case.facts")}>
            <div className="card-body">
              <Facts facts={page.facts} />
              <p className={`text-secondary small mb-0${page.facts.length === 0 ? "" : " mt-3"}`}>
                {t("case.opened", { date: shortDate(item.openedAt, language) })} ·{" "}
                {t("case.updated", { date: dateAndTime(item.updatedAt, language) })}
                {item.closedAt === null ? "" : ` · ${t("case.closed", { date: shortDate(item.closedAt, language) })}`}
              </p>
            </div>
          </section>
        </div>
        <div className="col-lg-5">
          {page.engineAnswers ? <OpenTasks tasks={page.openTasks} closed={item.closedAt !== null} /> : null}
        </div>
      </div>
      <PageTabs
        label={t("case.tabs")}
        tabs={tabs}
        current={tab?.id ?? ""}
        onTab={(id) => setQuery({ tab: id }, { replace: true })}
      />
      <div className="mt-3">{tab?.show()}</div>
    </>
  );
}
