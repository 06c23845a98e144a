import { AppError } from "../../platform/index.js";

/** An archive or file that is not taken, with words for the person who sent it. */
export const refusal = (code: string, message: string, id: string, en: string): AppError =>
  new AppError(code, message, { detail: { id, en } });

export const damaged = (name: string, cause: unknown): AppError =>
  new AppError("ARCHIVE_DAMAGED", `Expected a whole archive, but '${name}' cannot be read`, {
    cause,
    detail: {
      id: `Arsip '${name}' rusak atau tidak lengkap. Buat ulang arsip itu, lalu unggah lagi`,
      en: `The archive '${name}' is damaged or incomplete. Make it again and upload it once more`,
    },
  });

export const encrypted = (entry: string): AppError =>
  refusal(
    "ARCHIVE_ENCRYPTED",
    `Expected an archive without a password, but '${entry}' is encrypted`,
    `Arsip dilindungi kata sandi ('${entry}'). Unggah arsip tanpa kata sandi`,
    `The archive is protected by a password ('${entry}'). Upload it without one`,
  );

export const passwordNeeded = (name: string): AppError =>
  refusal(
    "FILE_ENCRYPTED",
    `Expected a document without a password, but '${name}' is encrypted`,
    `Berkas '${name}' dilindungi kata sandi sehingga tidak dapat dibaca pemeriksa. Simpan ulang tanpa kata sandi, lalu unggah lagi`,
    `The file '${name}' is protected by a password, so nobody who checks it could read it. Save it without one and upload it again`,
  );

export const executable = (entry: string): AppError =>
  refusal(
    "ARCHIVE_EXECUTABLE",
    `Expected an archive of documents, but '${entry}' is a program or script`,
    `Arsip berisi program atau skrip ('${entry}'). Keluarkan berkas itu dari arsip`,
    `The archive contains a program or script ('${entry}'). Take it out of the archive`,
  );

export const bomb = (why: string, id: string, en: string): AppError =>
  refusal("ARCHIVE_BOMB", `Expected an archive of ordinary size, but ${why}`, id, en);

export const emptyArchive = (name: string): AppError =>
  refusal(
    "ARCHIVE_EMPTY",
    `Expected an archive with files, but '${name}' has none`,
    `Arsip '${name}' tidak berisi berkas apa pun`,
    `The archive '${name}' contains no files`,
  );
