const scriptKeys = new Set(["calculateValue", "customDefaultValue", "customConditional", "custom", "javascript"]);

/** Whether the form holds a script anywhere; JSONLogic and simple conditions are none. */
export function hasScripts(value: unknown, key = ""): boolean {
  if (typeof value === "string") return scriptKeys.has(key) && value.trim() !== "";
  if (Array.isArray(value)) return value.some((item) => hasScripts(item));
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, part]) => hasScripts(part, name));
}
