import type { FieldMessage } from "./form-slot.js";

/** The server's errors: `data.alasan` → `alasan`. */
export const serverMessages = (errors: readonly { path: string; message: string }[]): FieldMessage[] =>
  errors.map(({ path, message }) => ({
    path: path.replace(/^data\./, "").replace(/\.(\d+)(?=\.|$)/g, "[$1]"),
    message,
  }));
