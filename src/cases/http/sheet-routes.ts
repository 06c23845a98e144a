import { z } from "zod";
import type { Ability, Actor, AnyRoute } from "../../http/index.js";
import { defineRoute } from "../../http/index.js";
import {
  FileToRows,
  RowInput,
  RowsAdded,
  RowsAttached,
  RowsInput,
  SearchHits,
  SheetPage,
  SheetRow,
} from "../../http/contract/cases.js";
import { PageQuery } from "../../http/contract/shared-shapes.js";
import { AppError } from "../../platform/index.js";
import type { UnitOfWork } from "../../platform/db/index.js";
import type { Sheet, SheetRequest } from "../sheet.js";
import type { CaseRoutesDeps } from "./case-routes-deps.js";
import { tellingWhatChanged } from "./row-conflict.js";
import { pageBody, rowBody } from "./sheet-body.js";

const id = z.string().min(1).max(64);
const AtSheet = z.object({ id, sheet: id });
const AtRow = AtSheet.extend({ row: id });
const FileInput = z.object({ fileId: id });

/** One sheet of a readable case file, and on whose behalf. */
interface Open {
  readonly sheet: Sheet;
  readonly at: SheetRequest;
}

const opener =
  ({ cases }: Pick<CaseRoutesDeps, "cases">) =>
  async (
    tx: UnitOfWork,
    params: z.infer<typeof AtSheet>,
    { actor, ability }: { readonly actor: Actor; readonly ability: Ability },
  ): Promise<Open> => {
    const caseFile = await cases.readable(tx, params.id, ability);
    const sheet = cases.typeOf(caseFile)?.sheets?.find((offered) => offered.id === params.sheet);
    if (sheet === undefined) {
      throw new AppError(
        "NOT_FOUND",
        `Expected a sheet '${params.sheet}' of case file '${params.id}', but there is none`,
      );
    }
    return { sheet, at: { caseFile, actor } };
  };

const revisionOf = (revision: number | undefined): number => {
  if (revision !== undefined) return revision;
  const message = { id: "Versi baris harus disertakan", en: "The row's revision must be given" };
  throw new AppError("BAD_INPUT", "Expected the revision of the row, but it is absent", {
    detail: message,
    errors: [{ path: "revision", message }],
  });
};

const readingRoutes = (open: ReturnType<typeof opener>): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/cases/:id/sheets/:sheet",
    summary: "A page of rows, with the columns as the caller may see and edit them",
    tag: "sheets",
    permission: "session",
    params: AtSheet,
    query: PageQuery,
    response: SheetPage,
    async handle({ params, query: { offset, limit, search }, tx, ...caller }) {
      const { sheet, at } = await open(tx, params, caller);
      const page = await sheet.page(tx, at, { offset, limit, ...(search === undefined ? {} : { search }) });
      const actions = (await sheet.actions?.(tx, at)) ?? [];
      const whole = { takesMany: sheet.addMany !== undefined, attachesMany: sheet.attachMany !== undefined, actions };
      return { status: 200, body: pageBody(page, whole) };
    },
  }),
  defineRoute({
    method: "get",
    path: "/cases/:id/sheets/:sheet/search",
    summary: "Offers for a search column",
    tag: "sheets",
    permission: "session",
    params: AtSheet,
    query: z.object({ column: z.string().min(1).max(64), text: z.string().max(200).default("") }),
    response: SearchHits,
    async handle({ params, query: { column, text }, tx, ...caller }) {
      const { sheet, at } = await open(tx, params, caller);
      const hits = (await sheet.search?.(tx, at, column, text)) ?? [];
      return {
        status: 200,
        body: hits.map(({ value, label, hint }) => ({ value, label, ...(hint === undefined ? {} : { hint }) })),
      };
    },
  }),
];

const rowRoutes = (open: ReturnType<typeof opener>): AnyRoute[] => [
  defineRoute({
    method: "post",
    path: "/cases/:id/sheets/:sheet/rows",
    summary: "Adds a row",
    tag: "sheets",
    permission: "session",
    params: AtSheet,
    body: RowInput,
    response: SheetRow,
    async handle({ params, body, tx, ...caller }) {
      const { sheet, at } = await open(tx, params, caller);
      return { status: 201, body: rowBody(await sheet.add(tx, at, body.values)) };
    },
  }),
  defineRoute({
    method: "put",
    path: "/cases/:id/sheets/:sheet/rows/:row",
    summary: "Changes a row that nobody else changed since it was read",
    tag: "sheets",
    permission: "session",
    params: AtRow,
    body: RowInput,
    response: SheetRow,
    async handle({ params, body, tx, ...caller }) {
      const opened = await open(tx, params, caller);
      const { sheet, at } = opened;
      const row = { id: params.row, revision: revisionOf(body.revision) };
      const changed = await tellingWhatChanged(tx, opened, { id: row.id, values: body.values }, () =>
        sheet.update(tx, at, row, body.values),
      );
      return { status: 200, body: rowBody(changed) };
    },
  }),
  defineRoute({
    method: "delete",
    path: "/cases/:id/sheets/:sheet/rows/:row",
    summary: "Removes a row that nobody else changed since it was read",
    tag: "sheets",
    permission: "session",
    params: AtRow,
    query: z.object({ revision: z.coerce.number().int().min(0) }),
    async handle({ params, query, tx, ...caller }) {
      const { sheet, at } = await open(tx, params, caller);
      await sheet.remove(tx, at, { id: params.row, revision: query.revision });
      return { status: 204 };
    },
  }),
];

const wholeRoutes = (open: ReturnType<typeof opener>): AnyRoute[] => [
  defineRoute({
    method: "post",
    path: "/cases/:id/sheets/:sheet/rows/batch",
    summary: "Adds many rows, all or none",
    tag: "sheets",
    permission: "session",
    params: AtSheet,
    body: RowsInput,
    response: RowsAdded,
    async handle({ params, body, tx, ...caller }) {
      const { sheet, at } = await open(tx, params, caller);
      if (sheet.addMany === undefined) {
        throw new AppError("INVALID_STATE", `Expected a sheet that takes many rows, but '${sheet.id}' does not`, {
          detail: {
            id: "Lembar ini hanya diisi baris demi baris",
            en: "Rows of this sheet can only be added one by one",
          },
        });
      }
      const { added } = await sheet.addMany(tx, at, body.rows);
      return { status: 201, body: { added } };
    },
  }),
  defineRoute({
    method: "post",
    path: "/cases/:id/sheets/:sheet/actions/:action",
    summary: "Does something with the sheet as a whole",
    tag: "sheets",
    permission: "session",
    params: AtSheet.extend({ action: id }),
    async handle({ params, tx, ...caller }) {
      const { sheet, at } = await open(tx, params, caller);
      const offered = (await sheet.actions?.(tx, at)) ?? [];
      if (sheet.act === undefined || offered.every((each) => each.id !== params.action)) {
        throw new AppError(
          "NOT_FOUND",
          `Expected an action '${params.action}' of sheet '${sheet.id}', but there is none now`,
          { detail: { id: "Tindakan ini tidak tersedia sekarang", en: "This cannot be done now" } },
        );
      }
      await sheet.act(tx, at, params.action);
      return { status: 204 };
    },
  }),
];

const fileRoutes = (open: ReturnType<typeof opener>): AnyRoute[] => [
  defineRoute({
    method: "post",
    path: "/cases/:id/sheets/:sheet/rows/:row/files",
    summary: "Attaches an uploaded file to a row",
    tag: "sheets",
    permission: "session",
    params: AtRow,
    body: FileInput,
    response: SheetRow,
    async handle({ params, body, tx, ...caller }) {
      const { sheet, at } = await open(tx, params, caller);
      return { status: 201, body: rowBody(await sheet.attach(tx, at, { id: params.row }, body.fileId)) };
    },
  }),
  defineRoute({
    method: "post",
    path: "/cases/:id/sheets/:sheet/files",
    summary: "Attaches an uploaded file to many rows, all or none",
    tag: "sheets",
    permission: "session",
    params: AtSheet,
    body: FileToRows,
    response: RowsAttached,
    async handle({ params, body, tx, ...caller }) {
      const { sheet, at } = await open(tx, params, caller);
      if (sheet.attachMany === undefined) {
        throw new AppError("INVALID_STATE", `Expected a sheet that attaches to many rows, but '${sheet.id}' does not`, {
          detail: {
            id: "Berkas pada lembar ini hanya dilampirkan baris demi baris",
            en: "Files of this sheet can only be attached row by row",
          },
        });
      }
      const rows = [...new Set(body.rows)];
      await sheet.attachMany(tx, at, rows, body.fileId);
      return { status: 200, body: { attached: rows.length } };
    },
  }),
  defineRoute({
    method: "delete",
    path: "/cases/:id/sheets/:sheet/rows/:row/files/:fileId",
    summary: "Takes a file off a row",
    tag: "sheets",
    permission: "session",
    params: AtRow.extend({ fileId: id }),
    response: SheetRow,
    async handle({ params, tx, ...caller }) {
      const { sheet, at } = await open(tx, params, caller);
      return { status: 200, body: rowBody(await sheet.detach(tx, at, { id: params.row }, params.fileId)) };
    },
  }),
];

/** The rows of a case file's sheets. What may be done with a row, the plugin's sheet decides. */
export const sheetRoutes = (deps: Pick<CaseRoutesDeps, "cases">): AnyRoute[] => {
  const open = opener(deps);
  return [...readingRoutes(open), ...wholeRoutes(open), ...rowRoutes(open), ...fileRoutes(open)];
};
