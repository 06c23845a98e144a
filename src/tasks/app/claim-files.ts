import type { UnitOfWork } from "../../platform/db/index.js";
import type { TasksDeps } from "../tasks-deps.js";

/**
 * Ties the files of a form to the case file, unless whoever took the form has given them a place already: an upload that nothing claims
 * is removed after a day.
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
  },
): Promise<void> => {
  const { fileIds, ...at } = claim;
  for (const fileId of new Set(fileIds)) {
    const file = await files.find(tx, fileId);
    if (file?.caseId !== claim.caseId) await files.claim(tx, { ...at, fileId });
  }
};
