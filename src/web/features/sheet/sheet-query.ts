import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import type { SheetPage, SheetRow } from "../../../http/contract/cases.js";
import { api, queryOf } from "../../shared/api/client.js";

/** Rows fetched at once; the server's limit. */
const PAGE = 200;

const sheetPath = (caseId: string, sheetId: string): string =>
  `/cases/${encodeURIComponent(caseId)}/sheets/${encodeURIComponent(sheetId)}`;

export const sheetKey = (caseId: string, sheetId: string): readonly string[] => ["sheet", caseId, sheetId];

/** The whole sheet, in as many requests as it takes. */
async function readSheet(path: string, signal: AbortSignal): Promise<SheetPage> {
  const first = await api.get<SheetPage>(`${path}${queryOf({ offset: 0, limit: PAGE })}`, { signal });
  const rows = [...first.rows];
  while (rows.length < first.total) {
    const next = await api.get<SheetPage>(`${path}${queryOf({ offset: rows.length, limit: PAGE })}`, { signal });
    if (next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return { ...first, rows };
}

/** Rows, columns and totals as this reader sees them. */
export const useSheet = (caseId: string, sheetId: string): UseQueryResult<SheetPage> =>
  useQuery({
    queryKey: sheetKey(caseId, sheetId),
    queryFn: ({ signal }) => readSheet(sheetPath(caseId, sheetId), signal),
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
  const rowPath = (rowId: string): string => `${path}/rows/${encodeURIComponent(rowId)}`;
  const put = (row: SheetRow): SheetRow => {
    client.setQueryData<SheetPage>(key, (page) => {
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
      client.fetchQuery<SheetPage>({ queryKey: key, staleTime: 0, queryFn: ({ signal }) => readSheet(path, signal) }),
  };
}
