import type { CaseItem } from "../../http/contract/cases.js";
import type { CaseFile } from "../case-file.js";
import type { CaseType } from "../case-type.js";

const plain = (text: string): { id: string; en: string } => ({ id: text, en: text });

/** A case file as lists show it; of a type that no plugin knows any more, ids stand for names. */
export const caseItem = (caseFile: CaseFile, type: CaseType | undefined): CaseItem => {
  const status = type?.statuses[caseFile.status];
  return {
    id: caseFile.id,
    app: caseFile.app,
    type: caseFile.type,
    typeTitle: type?.title ?? plain(caseFile.type),
    reference: caseFile.reference,
    title: caseFile.title,
    subjectName: caseFile.subjectName,
    subjectNumber: caseFile.subjectNumber,
    unitName: caseFile.unitName,
    status: caseFile.status,
    statusLabel: status?.label ?? plain(caseFile.status),
    tone: status?.tone ?? "neutral",
    openedAt: caseFile.openedAt,
    updatedAt: caseFile.updatedAt,
    closedAt: caseFile.closedAt,
  };
};
