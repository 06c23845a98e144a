import { IconListSearch, IconPaperclip, IconPlus, IconTable, IconTablePlus } from "@tabler/icons-react";
import { useCallback, useMemo, useState, type ReactElement } from "react";
import type { SheetPage, SheetRow } from "../../../http/contract/cases.js";
import { EmptyState } from "../../shared/components/empty-state.js";
import { Loading } from "../../shared/components/loading.js";
import { Pager } from "../../shared/components/pager.js";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { SearchField } from "../../shared/components/search-field.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import type { SheetSlotProps } from "../../shared/sheet-slot.js";
import { AttachMany } from "./attach-many.js";
import { BulkEntry } from "./bulk/bulk-entry.js";
import { RowPanel } from "./row-panel.js";
import { SheetActions } from "./sheet-actions.js";
import { SHORT_PAGE, type SheetActs, useSheet, useSheetActs, useSheetPart } from "./sheet-query.js";
import { SheetTable } from "./sheet-table.js";
import "./sheet.css";

/** What stands over the list: a row, a new one, many new ones, a file for many, or nothing. */
type Open = { readonly id: string } | "new" | "bulk" | "evidence" | null;

const matches = (row: SheetRow, search: string): boolean =>
  [row.group, ...Object.values(row.values)].some((value) =>
    String(value ?? "")
      .toLowerCase()
      .includes(search),
  );

/** The rows of a case file: read in a table, edited one by one beside their evidence. */
export function SheetEditor({ caseId, sheetId, editable }: SheetSlotProps): ReactElement {
  const { t } = useTexts();
  const sheet = useSheet(caseId, sheetId, editable);
  const acts = useSheetActs(caseId, sheetId);
  const [search, setSearch] = useState("");
  const [offset, setOffset] = useState(0);
  const [open, setOpen] = useState<Open>(null);
  const isLong = sheet.data !== undefined && sheet.data.rows.length < sheet.data.total;
  const part = useSheetPart(caseId, sheetId, { search, offset, enabled: isLong });
  const read = isLong ? (part.data ?? beginning(sheet.data)) : sheet.data;
  const page = useMemo(() => (read === undefined || editable ? read : readOnly(read)), [read, editable]);
  const rows = useMemo(() => {
    const all = page?.rows ?? [];
    return isLong || search === "" ? all : all.filter((row) => matches(row, search.toLowerCase()));
  }, [page, search, isLong]);
  const openRow = useCallback((id: string) => setOpen({ id }), []);

  if (sheet.isPending) return <Loading />;
  if (page === undefined) return <ProblemAlert error={sheet.error} onRetry={() => void sheet.refetch()} />;
  return (
    <section className="card" aria-label={t("sheet.title")}>
      <div className="list-tools">
        <SearchField
          value={search}
          onChange={(wanted) => {
            setSearch(wanted);
            setOffset(0);
          }}
          label={t("sheet.search")}
        />
        {page.progress === null ? null : <Progress done={page.progress.done} of={page.progress.of} />}
        <div className="btn-list ms-auto">
          <SheetActions actions={page.actions} acts={acts} />
          {page.canAttachMany && rows.length > 0 ? (
            <button type="button" className="btn" onClick={() => setOpen("evidence")}>
              <IconPaperclip size={18} className="me-1" aria-hidden /> {t("sheet.attachMany")}
            </button>
          ) : null}
          {page.canPaste ? (
            <button type="button" className="btn" onClick={() => setOpen("bulk")}>
              <IconTablePlus size={18} className="me-1" aria-hidden /> {t("sheet.bulk")}
            </button>
          ) : null}
          {page.canAdd ? (
            <button type="button" className="btn btn-primary" onClick={() => setOpen("new")}>
              <IconPlus size={18} className="me-1" aria-hidden /> {t("sheet.add")}
            </button>
          ) : null}
        </div>
      </div>
      {page.rows.length === 0 && !(isLong && search !== "") ? (
        <EmptyState icon={IconTable} title={t("sheet.empty")} why={page.canAdd ? t("sheet.emptyWhy") : undefined} />
      ) : null}
      {search !== "" && rows.length === 0 && (isLong || page.rows.length > 0) ? (
        <EmptyState icon={IconListSearch} title={t("sheet.noMatch", { search })} />
      ) : null}
      {rows.length > 0 ? (
        <div className={part.isPlaceholderData ? "dimmed" : ""}>
          <SheetTable page={page} rows={rows} first={isLong ? offset : 0} onOpen={openRow} />
        </div>
      ) : null}
      {isLong ? (
        <div className="px-3 pb-3">
          {part.isError ? <ProblemAlert error={part.error} onRetry={() => void part.refetch()} /> : null}
          <Pager offset={offset} limit={SHORT_PAGE} total={page.total} onOffset={setOffset} />
        </div>
      ) : null}
      <OpenPanel acts={acts} caseId={caseId} sheetId={sheetId} page={page} rows={rows} open={open} onOpen={setOpen} />
    </section>
  );
}

/** What is shown of a long sheet until its part has been read. */
const beginning = (page: SheetPage): SheetPage => ({ ...page, rows: page.rows.slice(0, SHORT_PAGE) });

const readOnly = (page: SheetPage): SheetPage => ({
  ...page,
  columns: page.columns.map((column) => ({ ...column, editable: false })),
  canAdd: false,
  canRemove: false,
  canAttach: false,
  canAttachMany: false,
  canPaste: false,
  actions: page.actions.filter(({ withoutTask }) => withoutTask),
});

function Progress({ done, of }: { readonly done: number; readonly of: number }): ReactElement {
  const { t } = useTexts();
  return (
    <div className="sheet-progress">
      <span className="nowrap">{t("sheet.progress", { done, of })}</span>
      <div className="progress" aria-hidden="true">
        <div className="progress-bar" style={{ width: `${of === 0 ? 0 : Math.round((done / of) * 100)}%` }} />
      </div>
    </div>
  );
}

interface OpenPanelProps {
  readonly acts: SheetActs;
  readonly caseId: string;
  readonly sheetId: string;
  readonly page: SheetPage;
  readonly rows: readonly SheetRow[];
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
}

function OpenPanel({ acts, caseId, sheetId, page, rows, open, onOpen }: OpenPanelProps): ReactElement | null {
  if (open === null) return null;
  if (open === "bulk")
    return <BulkEntry place={{ caseId, sheetId }} page={page} acts={acts} onClose={() => onOpen(null)} />;
  if (open === "evidence") return <AttachMany page={page} rows={rows} acts={acts} onClose={() => onOpen(null)} />;
  const row = open === "new" ? null : (page.rows.find((candidate) => candidate.id === open.id) ?? null);
  if (open !== "new" && row === null) return null;
  const at = row === null ? -1 : rows.findIndex((candidate) => candidate.id === row.id);
  const to = (target: SheetRow | undefined): (() => void) | null =>
    target === undefined ? null : () => onOpen({ id: target.id });
  return (
    <RowPanel
      place={{ caseId, sheetId }}
      page={page}
      row={row}
      position={at === -1 ? null : { at: at + 1, of: rows.length }}
      acts={acts}
      onAdded={(added) => onOpen({ id: added.id })}
      onPrevious={at > 0 ? to(rows[at - 1]) : null}
      onNext={at === -1 ? null : to(rows[at + 1])}
      onClose={() => onOpen(null)}
    />
  );
}
