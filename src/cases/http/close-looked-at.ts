import { isEngineError } from "../../camunda-client/index.js";
import type { CaseFile } from "../case-file.js";
import type { CaseFilesService } from "../create-case-files.js";

/**
 * Closes those of the case files about to be shown whose process a timer or message ended; nothing while the engine does not answer.
 * @returns whether any was closed, so that they are to be read again.
 */
export const closeLookedAt = async (
  cases: Pick<CaseFilesService, "closeEndedOf">,
  caseFiles: readonly CaseFile[],
): Promise<boolean> => {
  try {
    return (await cases.closeEndedOf(caseFiles)) > 0;
  } catch (error) {
    if (!isEngineError(error, "UNAVAILABLE")) throw error;
    return false;
  }
};
