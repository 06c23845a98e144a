import { type FieldError, ProblemError } from "../api/problem.js";

const isAt = (field: FieldError, path: string): boolean => field.path === path || field.path.endsWith(`.${path}`);

/** Message of the server for one field; `path` may carry a leading part such as `body.`. */
export function fieldError(error: unknown, path: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.errors.find((field) => isAt(field, path))?.message;
}

/** True when all that is wrong is said at fields of these paths: nothing is left to be said of the whole. */
export const isAtFields = (error: unknown, paths: readonly string[]): boolean =>
  error instanceof ProblemError &&
  error.errors.length > 0 &&
  error.errors.every((field) => paths.some((path) => isAt(field, path)));
