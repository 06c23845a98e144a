import type { Logger } from "typeorm";

/** TypeORM prints failing migrations by itself; here every failure is thrown, and said once by whoever started. */
export const quietLogger: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};
