import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import type { SheetPage, SheetRow } from "../../../http/contract/cases.js";
import { api, queryOf } from "../../shared/api/client.js";

/** Rows fetched at once; the server's limit. */
const PAGE = 200;

const sheetPath = (caseId: string, sheetId: string): string =>
  `/cases/${encodeURIComponent(caseId)}/sheets/${encodeURIComponent(sheetId)}`;

/** Everything that was read of a sheet. */
export const sheetKey = (caseId: string, sheetId: string): readonly string[] => ["sheet", caseId, sheetId];
/** The sheet as somebody works on it, with all its rows. */
const workKey = (caseId: string, sheetId: string): readonly string[] => [...sheetKey(caseId, sheetId), "work"];

/** Rows shown at a time of a long sheet that is only read: an upload may have 20,000. */
export const SHORT_PAGE = 50;

const isWork = ({ columns, canAdd, canRemove, canAttach }: SheetPage): boolean =>
  canAdd || canRemove || canAttach || columns.some(({ editable }) => editable);

/** The whole sheet, in as many requests as it takes; of a long one that is only read no more than the beginning. */
async function readSheet(path: string, editable: boolean, signal: AbortSignal): Promise<SheetPage> {
  const first = await api.get<SheetPage>(`${path}${queryOf({ offset: 0, limit: PAGE })}`, { signal });
  if (!editable || !isWork(first)) return first;
  const rows = [...first.rows];
  while (rows.length < first.total) {
    const next = await api.get<SheetPage>(`${path}${queryOf({ offset: rows.length, limit: PAGE })}`, { signal });
    if (next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return { ...first, rows };
}

/** Rows, columns and totals as this reader sees them. */
export const useSheet = (caseId: string, sheetId: string, editable: boolean): UseQueryResult<SheetPage> =>
  useQuery({
    queryKey: editable ? workKey(caseId, sheetId) : [...sheetKey(caseId, sheetId), "read"],
    queryFn: ({ signal }) => readSheet(sheetPath(caseId, sheetId), editable, signal),
    refetchOnWindowFocus: false,
  });

/** Some rows of a long sheet, as the server finds them. */
export const useSheetPart = (
  caseId: string,
  sheetId: string,
  { search, offset, enabled }: { readonly search: string; readonly offset: number; readonly enabled: boolean },
): UseQueryResult<SheetPage> =>
  useQuery({
    queryKey: [...sheetKey(caseId, sheetId), "part", search, offset],
    queryFn: ({ signal }) =>
      api.get<SheetPage>(`${sheetPath(caseId, sheetId)}${queryOf({ search, offset, limit: SHORT_PAGE })}`, { signal }),
    enabled,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });

type Values = SheetRow["values"];

/** Writes to the sheet, row by row. What the server answers is shown at once; totals follow. */
export interface SheetActs {
  add(values: Values): Promise<SheetRow>;
  /** All or none. @returns how many were added. */
  addMany(rows: readonly Values[]): Promise<number>;
  /** Does something with the sheet as a whole. */
  act(action: string): Promise<void>;
  update(row: { id: string; revision: number }, values: Values): Promise<SheetRow>;
  remove(row: { id: string; revision: number }): Promise<void>;
  attach(rowId: string, fileId: string): Promise<SheetRow>;
  /** All of these rows or none. */
  attachMany(rowIds: readonly string[], fileId: string): Promise<void>;
  detach(rowId: string, fileId: string): Promise<SheetRow>;
  search(
    column: string,
    text: string,
    signal: AbortSignal,
  ): Promise<readonly { value: string; label: string; hint?: string | undefined }[]>;
  refresh(): Promise<SheetPage | undefined>;
}

/** See SheetActs. */
export function useSheetActs(caseId: string, sheetId: string): SheetActs {
  const client = useQueryClient();
  const path = sheetPath(caseId, sheetId);
  const key = sheetKey(caseId, sheetId);
  const work = workKey(caseId, sheetId);
  const rowPath = (rowId: string): string => `${path}/rows/${encodeURIComponent(rowId)}`;
  const put = (row: SheetRow): SheetRow => {
    client.setQueryData<SheetPage>(work, (page) => {
      if (page === undefined) return page;
      const known = page.rows.some((candidate) => candidate.id === row.id);
      const rows = known
        ? page.rows.map((candidate) => (candidate.id === row.id ? row : candidate))
        : [...page.rows, row];
      return { ...page, rows, total: known ? page.total : page.total + 1 };
    });
    void client.invalidateQueries({ queryKey: key });
    return row;
  };
  return {
    add: async (values) => put(await api.post<SheetRow>(`${path}/rows`, { values })),
    addMany: async (rows) => {
      const { added } = await api.post<{ added: number }>(`${path}/rows/batch`, { rows });
      await client.invalidateQueries({ queryKey: key });
      return added;
    },
    act: async (action) => {
      await api.post(`${path}/actions/${encodeURIComponent(action)}`);
      // Facts and status of the case file may be others now: a month opened again, a new code.
      void client.invalidateQueries({ queryKey: ["case", caseId] });
      await client.invalidateQueries({ queryKey: key });
    },
    update: async (row, values) => put(await api.put<SheetRow>(rowPath(row.id), { values, revision: row.revision })),
    remove: async (row) => {
      await api.delete(`${rowPath(row.id)}${queryOf({ revision: row.revision })}`);
      await client.invalidateQueries({ queryKey: key });
    },
    attach: async (rowId, fileId) => put(await api.post<SheetRow>(`${rowPath(rowId)}/files`, { fileId })),
    attachMany: async (rows, fileId) => {
      await api.post(`${path}/files`, { rows, fileId });
      await client.invalidateQueries({ queryKey: key });
    },
    detach: async (rowId, fileId) =>
      put(await api.delete<SheetRow>(`${rowPath(rowId)}/files/${encodeURIComponent(fileId)}`)),
    search: (column, text, signal) => api.get(`${path}/search${queryOf({ column, text })}`, { signal }),
    refresh: () =>
      client.fetchQuery<SheetPage>({
        queryKey: work,
        staleTime: 0,
        queryFn: ({ signal }) => readSheet(path, true, signal),
      }),
  };
}
