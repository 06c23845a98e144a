import { AppError } from "../../platform/index.js";

/** A file that is no spreadsheet, or a damaged one, with words for the person who sent it. */
export const unreadable = (found: string, id: string, en: string, cause?: unknown): AppError =>
  new AppError("SPREADSHEET_UNREADABLE", `Expected a spreadsheet (xlsx or CSV), but ${found}`, {
    detail: { id, en },
    ...(cause === undefined ? {} : { cause }),
  });

export const damagedWorkbook = (found: string, cause?: unknown): AppError =>
  unreadable(
    found,
    "Berkas Excel rusak atau tidak lengkap. Buka dengan Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu unggah lagi",
    "The workbook is damaged or incomplete. Open it, save it again as .xlsx and upload it once more",
    cause,
  );

export const tooLarge = (found: string, id: string, en: string): AppError =>
  new AppError("TOO_LARGE", `Expected a spreadsheet of ordinary size, but ${found}`, { detail: { id, en } });
