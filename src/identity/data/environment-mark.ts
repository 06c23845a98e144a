import { AppError } from "../../platform/index.js";
import type { Database } from "../../platform/db/index.js";
import { SecretEntity } from "./secret.entity.js";
import { UserEntity } from "./user.entity.js";

const NAME = "environment";

/**
 * Keeps real and training data apart: a database belongs to the kind of environment that used it first.
 * @throws {AppError} BAD_CONFIG when it belongs to the other one.
 */
export const requireEnvironment = (db: Database, training: boolean): Promise<void> =>
  db.transaction(async ({ manager }) => {
    const wanted = training ? "training" : "production";
    const mark = await manager.findOneBy(SecretEntity, { name: NAME });
    // Databases from before there was a training environment hold real data.
    const found = mark?.value ?? ((await manager.count(UserEntity)) > 0 ? "production" : null);
    if (found !== null && found !== wanted) {
      throw new AppError(
        "BAD_CONFIG",
        `Expected a database of a ${wanted} environment, but this one is of ${found}. Choose another data folder or ` +
          (training ? "database" : "database, or start with --training"),
      );
    }
    if (mark === null) await manager.insert(SecretEntity, { name: NAME, value: wanted });
  });
