/** Whether an error, or the driver's error inside it, carries one of these codes. */
const hasCode = (error: unknown, codes: ReadonlySet<unknown>): boolean => {
  if (typeof error !== "object" || error === null) return false;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  return codes.has(code) || (driverError !== error && hasCode(driverError, codes));
};

const UNIQUE = new Set<unknown>(["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "ER_DUP_ENTRY"]);
const DEADLOCK = new Set<unknown>(["ER_LOCK_DEADLOCK"]);

/** Whether a statement failed because a row with the same key exists already, on either database. */
export const isUniqueViolation = (error: unknown): boolean => hasCode(error, UNIQUE);

/** Whether the transaction was rolled back because it and another one waited for each other. */
export const isDeadlock = (error: unknown): boolean => hasCode(error, DEADLOCK);
