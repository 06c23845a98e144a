import { z } from "zod";
import { ReferencePage, ReferenceTable as ReferenceTableView } from "../http/contract/admin.js";
import { PageQuery } from "../http/contract/shared-shapes.js";
import { type AnyRoute, defineRoute } from "../http/index.js";
import { AppError } from "../platform/index.js";
import type { ReferenceTable } from "./define-plugin.js";

const READ = ["read", "ReferenceData"] as const;

const list = (tables: readonly ReferenceTable[]): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/reference",
    summary: "Tables of reference data",
    tag: "reference",
    permission: READ,
    response: z.array(ReferenceTableView),
    handle: () => Promise.resolve({ status: 200, body: tables.map(({ id, title }) => ({ id, title })) }),
  });

const page = (tables: readonly ReferenceTable[]): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/reference/:table",
    summary: "One page of a table of reference data",
    tag: "reference",
    permission: READ,
    params: z.object({ table: z.string().min(1).max(64) }),
    query: PageQuery,
    response: ReferencePage,
    async handle({ tx, params, query: { offset, limit, search } }) {
      const table = tables.find(({ id }) => id === params.table);
      if (table === undefined) {
        throw new AppError("NOT_FOUND", `Expected a reference table, but there is none named '${params.table}'`, {
          detail: {
            id: `Tidak ada tabel acuan '${params.table}'`,
            en: `There is no reference table '${params.table}'`,
          },
        });
      }
      const { rows, total } = await table.page(tx, { offset, limit, ...(search === undefined ? {} : { search }) });
      return {
        status: 200,
        body: {
          columns: table.columns.map(({ key, label }) => ({ key, label })),
          rows: rows.map((row) => ({ ...row })),
          total,
        },
      };
    },
  });

/** GET /reference, GET /reference/:table: what plugins offer, for reading. */
export const referenceRoutes = (tables: readonly ReferenceTable[]): AnyRoute[] => [list(tables), page(tables)];
