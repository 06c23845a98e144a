import type {
  SheetColumn as ColumnBody,
  SheetPage as PageBody,
  SheetRow as RowBody,
} from "../../http/contract/cases.js";
import type { SheetAction, SheetColumn, SheetPage, SheetRow } from "../sheet.js";

/** A row as it travels. */
export const rowBody = ({ id, revision, group, values, files, notes, locked }: SheetRow): RowBody => ({
  id,
  revision,
  group,
  values: { ...values },
  files: files.map((file) => ({
    id: file.id,
    name: file.name,
    contentType: file.contentType,
    sizeBytes: file.sizeBytes,
  })),
  notes: notes.map(({ tone, text }) => ({ tone, text: { ...text } })),
  ...(locked === undefined ? {} : { locked: [...locked] }),
});

const columnBody = ({ choices, headings, ...column }: SheetColumn): ColumnBody => ({
  ...column,
  ...(headings === undefined ? {} : { headings: [...headings] }),
  ...(choices === undefined ? {} : { choices: choices.map(({ value, label }) => ({ value, label: { ...label } })) }),
});

const actionBody = ({ id, label, confirm, withoutTask = false }: SheetAction): PageBody["actions"][number] => ({
  id,
  label: { ...label },
  withoutTask,
  ...(confirm === undefined ? {} : { confirm: { ...confirm } }),
});

/** A page as it travels, with what may be done with the sheet as a whole. */
export const pageBody = (
  page: SheetPage,
  whole: { readonly takesMany: boolean; readonly attachesMany: boolean; readonly actions: readonly SheetAction[] },
): PageBody => ({
  columns: page.columns.map(columnBody),
  rows: page.rows.map(rowBody),
  total: page.total,
  totals: page.totals.map(({ label, values }) => ({ label: { ...label }, values: { ...values } })),
  canAdd: page.canAdd,
  canRemove: page.canRemove,
  canAttach: page.canAttach,
  canAttachMany: whole.attachesMany && page.canAttach,
  canPaste: whole.takesMany && page.canPaste === true,
  actions: whole.actions.map(actionBody),
  progress: page.progress,
});
