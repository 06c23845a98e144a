import type { AppError } from "../platform/index.js";

/** One problem of one place in a form or submission; `path` is dotted. */
export type FieldProblem = NonNullable<AppError["details"]["errors"]>[number];
