/** More than any form takes; a draft is whatever the browser sent. */
const LIMIT = 2_000;

/** Holder of the files that a person's draft of a task names. */
export const draftHolder = (taskKey: string, userId: string): string => `task-draft:${taskKey}:${userId}`;

/** What may be ids of uploaded files in a draft, which nothing has checked: every `id` in a list or group, at any depth. */
export const fileIdsNamed = (draft: unknown): string[] => {
  const ids = new Set<string>();
  const rest: unknown[] = [draft];
  while (rest.length > 0 && ids.size < LIMIT) {
    const value = rest.pop();
    if (typeof value !== "object" || value === null) continue;
    if ("id" in value && typeof value.id === "string" && value.id.length <= 36) ids.add(value.id);
    for (const key of Object.keys(value)) rest.push((value as Readonly<Record<string, unknown>>)[key]);
  }
  return [...ids];
};
