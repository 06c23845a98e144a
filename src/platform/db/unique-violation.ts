/** Whether a statement failed because a row with the same key exists already, on either database. */
export const isUniqueViolation = (error: unknown): boolean => {
  if (typeof error !== "object" || error === null) return false;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY" || code === "ER_DUP_ENTRY") {
    return true;
  }
  return driverError !== error && isUniqueViolation(driverError);
};
