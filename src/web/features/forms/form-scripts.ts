const scriptKeys = new Set([
  "calculateValue",
  "customDefaultValue",
  "customConditional",
  "custom",
  "javascript",
  "customAction",
]);

/** Whether the form holds a script anywhere; JSONLogic and simple conditions are none. */
export function hasScripts(value: unknown, key = ""): boolean {
  if (typeof value === "string") return scriptKeys.has(key) && value.trim() !== "";
  if (Array.isArray(value)) return value.some((item) => hasScripts(item));
  if (typeof value !== "object" || value === null) return false;
  // The action of a logic that sets a value; a radio's choice has `value`, too, but no such type.
  if ("type" in value && value.type === "value" && "value" in value && typeof value.value === "string") return true;
  return Object.entries(value).some(([name, part]) => hasScripts(part, name));
}
