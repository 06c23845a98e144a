import type { PrintedDocument } from "../../documents/index.js";
import type { StoredFile } from "../../files/index.js";
import type { CaseAttachment, CaseDocument } from "../../http/contract/cases.js";

/** A printed document as a case file lists it. */
export const caseDocument = (document: PrintedDocument): CaseDocument => {
  const { id, title, number, template, issuedAt, sha256 } = document;
  return { id, title, number, template, issuedAt, sha256 };
};

/** A file as a case file lists it: once for each place where it is used. */
export const caseAttachment = (file: StoredFile & { readonly place: string }): CaseAttachment => {
  const { id, name, contentType, sizeBytes, place, uploadedAt } = file;
  return { id, name, contentType, sizeBytes, place, uploadedAt };
};
