import type { ErrorCatalogue } from "../platform/index.js";

/** Codes of this module; the composition registers them. */
export const spreadsheetErrors: ErrorCatalogue = {
  SPREADSHEET_UNREADABLE: {
    status: 422,
    level: "info",
    title: { id: "Lembar kerja tidak dapat dibaca", en: "The spreadsheet cannot be read" },
  },
  SPREADSHEET_HEADINGS: {
    status: 422,
    level: "info",
    title: { id: "Judul kolom tidak sesuai", en: "The column headings do not match" },
  },
};
