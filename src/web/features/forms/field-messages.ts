import type { FieldMessage } from "../../shared/form/form-slot.js";
import type { RendererError } from "./formio-port.js";

const pathText = (error: RendererError): string => {
  if (typeof error.path === "string") return error.path;
  if (Array.isArray(error.path)) return error.path.join(".");
  return error.context?.path ?? error.component?.path ?? error.context?.key ?? error.component?.key ?? "";
};

/** The renderer's errors, one line each, without doubles. */
export function fromRenderer(errors: readonly RendererError[]): FieldMessage[] {
  const lines = errors.flatMap((error) => {
    const own = error.messages ?? [];
    const parts = own.length === 0 ? [error] : own;
    return parts.map((part) => ({
      path: pathText(part) || pathText(error),
      message: part.message ?? error.message ?? "",
    }));
  });
  const seen = new Set<string>();
  return lines.filter(({ path, message }) => {
    const key = `${path}\n${message}`;
    return message !== "" && !seen.has(key) && seen.add(key).size > 0;
  });
}
