import type { EntityClass, MigrationClass } from "../../platform/db/index.js";
import { CorrectOnce1764000600001 } from "./correct-once.migration.js";
import { CreatePrintedDocument1764000003200 } from "./create-printed-document.migration.js";
import { DocumentsInOrder1764001000001 } from "./documents-in-order.migration.js";
import { CreatePrintRun1764000600002 } from "./create-print-run.migration.js";
import { PrintRunFollowers1764002006001 } from "./print-run-followers.migration.js";
import { PrintRunItemRow } from "./print-run-item.entity.js";
import { PrintRunRow } from "./print-run.entity.js";
import { PrintedDocumentRow } from "./printed-document.entity.js";

/** TypeORM entities of this module. */
export const entities: readonly EntityClass[] = [PrintedDocumentRow, PrintRunRow, PrintRunItemRow];
/** Its migrations, in order. */
export const migrations: readonly MigrationClass[] = [
  CreatePrintedDocument1764000003200,
  CorrectOnce1764000600001,
  CreatePrintRun1764000600002,
  DocumentsInOrder1764001000001,
  PrintRunFollowers1764002006001,
];
