import {
  type Actor,
  type AnyRoute,
  defineRoute,
  type UnitOfWork,
  XLSX_CONTENT_TYPE,
} from "../../../src/plugin-api/index.js";

/** GET /angka-kredit/lembar-predikat - a spreadsheet of those whose grades of last year are still missing, to be filled in. */
export const lembarPredikatRoute = (
  write: (tx: UnitOfWork, actor: Actor) => Promise<{ readonly nama: string; readonly bytes: Buffer }>,
): AnyRoute =>
  defineRoute({
    method: "get",
    path: "/angka-kredit/lembar-predikat",
    summary: "Spreadsheet of the people whose grades of last year are missing",
    tag: "angka-kredit",
    permission: "session",
    async handle({ tx, actor }) {
      const { nama, bytes } = await write(tx, actor);
      return {
        status: 200,
        raw: { contentType: XLSX_CONTENT_TYPE, fileName: nama, download: true, stream: bytes },
      };
    },
  });
