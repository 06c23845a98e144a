import { AppError } from "../platform/index.js";
import type { UnitOfWork } from "../platform/db/index.js";
import { findCorrection, findDocument } from "./data/printed-document.repository.js";
import type { CorrectedDocument } from "./templates/template-library.js";

/** Indonesian office time (WIB), without summer time. */
const OFFICE_TIME_MS = 7 * 3_600_000;

const dayOf = (instant: number): string => new Date(instant + OFFICE_TIME_MS).toISOString().slice(0, 10);

/**
 * What a correction says of the document that it replaces; null when it replaces none.
 * @throws {AppError} NOT_FOUND when there is no such document, CONFLICT when another one corrects it already.
 */
export async function correctedDocument(tx: UnitOfWork, id: string | null): Promise<CorrectedDocument | null> {
  if (id === null) return null;
  const document = await findDocument(tx, id);
  if (document === undefined) {
    throw new AppError("NOT_FOUND", `Expected 'corrects' to name a printed document, but '${id}' is none`, {
      detail: { id: "Dokumen yang diperbaiki tidak ditemukan.", en: "The document to be corrected was not found." },
    });
  }
  const correction = await findCorrection(tx, id);
  if (correction !== undefined) {
    throw new AppError("CONFLICT", `Expected document '${id}' uncorrected, but '${correction.id}' corrects it`, {
      detail: {
        id: `Dokumen ini sudah diperbaiki dengan dokumen ${correction.number ?? correction.id}; perbaiki dokumen itu.`,
        en: `This document was corrected by document ${correction.number ?? correction.id} already; correct that one.`,
      },
    });
  }
  return { title: document.title, number: document.number, issuedOn: dayOf(document.issuedAt) };
}
