import { randomBytes } from "node:crypto";
import type { Database } from "../../platform/db/index.js";
import { SecretEntity } from "./secret.entity.js";

/** The installation's secret of that name; made at first use and the same ever after. */
export const installationSecret = (db: Database, name: string): Promise<string> =>
  db.transaction(async ({ manager }) => {
    const found = await manager.findOneBy(SecretEntity, { name });
    if (found !== null) return found.value;
    const value = randomBytes(32).toString("base64url");
    await manager.insert(SecretEntity, { name, value });
    return value;
  });
