import type { UnitOfWork } from "../../platform/db/index.js";
import type { TasksDeps } from "../tasks-deps.js";

/**
 * Ties the files of a form to the case file, unless code that took the form has given them a place already, perhaps in other case files
 * that it opened: an upload that nothing claims is removed after a day.
 * @throws {AppError} as `Files.claim`.
 */
export const claimFiles = async (
  tx: UnitOfWork,
  { files }: Pick<TasksDeps, "files">,
  claim: {
    readonly fileIds: readonly string[];
    readonly caseId: string;
    readonly place: string;
    readonly userId: string;
    /** Whether code of a plugin took the form; without it a file of another case file is refused. */
    readonly isHandled: boolean;
  },
): Promise<void> => {
  const { fileIds, isHandled, ...at } = claim;
  for (const fileId of new Set(fileIds)) {
    const file = await files.find(tx, fileId);
    const isPlaced = file !== undefined && (isHandled ? file.caseId !== null : file.caseId === at.caseId);
    if (!isPlaced) await files.claim(tx, { ...at, fileId });
  }
};
