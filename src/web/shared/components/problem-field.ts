import { ProblemError } from "../api/problem.js";

/** Message of the server for one field; `path` may carry a leading part such as `body.`. */
export function fieldError(error: unknown, path: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  return error.errors.find((field) => field.path === path || field.path.endsWith(`.${path}`))?.message;
}
