import type { UnitOfWork } from "../../platform/db/index.js";
import { ProcessAppRow } from "./process-app.entity.js";

/** Hash of what was deployed last for an app; undefined when nothing was. */
export const deployedHash = async (tx: UnitOfWork, app: string): Promise<string | undefined> =>
  (await tx.manager.findOneBy(ProcessAppRow, { app }))?.hash;

export const keepDeployment = async (tx: UnitOfWork, row: ProcessAppRow): Promise<void> => {
  await tx.manager.save(ProcessAppRow, row);
};
