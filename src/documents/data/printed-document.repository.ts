import type { FindOptionsWhere } from "typeorm";
import { containing, type Page, type PageWanted, type UnitOfWork } from "../../platform/db/index.js";
import type { PrintedDocument } from "../printed-document.js";
import { PrintedDocumentRow } from "./printed-document.entity.js";

/** What is kept beside the document itself. */
export interface PrintRecord {
  readonly document: PrintedDocument;
  readonly printKey: string;
  readonly issuedBy: string;
}

const toDocument = ({ issuedBy: _by, printKey: _key, ...row }: PrintedDocumentRow): PrintedDocument => ({ ...row });

const one = async (
  tx: UnitOfWork,
  where: FindOptionsWhere<PrintedDocumentRow>,
): Promise<PrintedDocument | undefined> => {
  const row = await tx.manager.findOne(PrintedDocumentRow, { where, order: { issuedAt: "ASC" } });
  return row === null ? undefined : toDocument(row);
};

export const findDocument = (tx: UnitOfWork, id: string): Promise<PrintedDocument | undefined> => one(tx, { id });

export const findByPrintKey = (tx: UnitOfWork, printKey: string): Promise<PrintedDocument | undefined> =>
  one(tx, { printKey });

export const findByHash = (tx: UnitOfWork, sha256: string): Promise<PrintedDocument | undefined> => one(tx, { sha256 });

/** The document that corrects `id`, when there is one. */
export const findCorrection = (tx: UnitOfWork, id: string): Promise<PrintedDocument | undefined> =>
  one(tx, { corrects: id });

/** Documents of a case file, newest first. */
export const documentsOfCase = async (
  tx: UnitOfWork,
  caseId: string,
  { offset, limit, search = "" }: PageWanted,
): Promise<Page<PrintedDocument>> => {
  const query = tx.manager
    .createQueryBuilder(PrintedDocumentRow, "d")
    .where("d.caseId = :caseId", { caseId })
    .orderBy("d.issuedAt", "DESC")
    .addOrderBy("d.id", "DESC")
    .offset(offset)
    .limit(limit);
  if (search.trim() !== "") {
    query.andWhere("(LOWER(d.title) LIKE :text ESCAPE '!' OR LOWER(d.number) LIKE :text ESCAPE '!')", {
      text: containing(search.trim().toLowerCase()),
    });
  }
  const [rows, total] = await query.getManyAndCount();
  return { items: rows.map(toDocument), total };
};

/** @throws on a print key that exists: someone else has printed it meanwhile. */
export const addDocument = async (tx: UnitOfWork, { document, printKey, issuedBy }: PrintRecord): Promise<void> => {
  await tx.manager.insert(PrintedDocumentRow, { ...document, printKey, issuedBy });
};
