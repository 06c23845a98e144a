import type { ErrorCatalogue } from "../platform/index.js";

/** Codes of this module; the composition registers them. */
export const fileErrors: ErrorCatalogue = {
  FILE_EMPTY: { status: 400, level: "info", title: { id: "Berkas kosong", en: "The file is empty" } },
  FILE_ABORTED: { status: 400, level: "info", title: { id: "Unggahan terputus", en: "The upload was cut off" } },
  FILE_ENCRYPTED: {
    status: 422,
    level: "info",
    title: { id: "Berkas dilindungi kata sandi", en: "The file is protected by a password" },
  },
  ARCHIVE_ENCRYPTED: {
    status: 422,
    level: "info",
    title: { id: "Arsip dilindungi kata sandi", en: "The archive is protected by a password" },
  },
  ARCHIVE_EXECUTABLE: {
    status: 422,
    level: "warn",
    title: { id: "Arsip berisi program", en: "The archive contains a program" },
  },
  ARCHIVE_BOMB: {
    status: 422,
    level: "warn",
    title: { id: "Isi arsip terlalu besar", en: "The archive's contents are too large" },
  },
  ARCHIVE_EMPTY: { status: 422, level: "info", title: { id: "Arsip kosong", en: "The archive is empty" } },
  ARCHIVE_DAMAGED: { status: 422, level: "info", title: { id: "Arsip rusak", en: "The archive is damaged" } },
};
