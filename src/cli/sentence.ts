import { AppError } from "../platform/index.js";

/** What a command prints of a failure: one sentence for the operator, a stack only for what nobody expected. */
export const sentence = (error: unknown): string => {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
