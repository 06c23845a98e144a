import { useEffect, useRef } from "react";
import type { TaskItem } from "../../../http/contract/tasks.js";

interface TaskKeys {
  readonly items: readonly TaskItem[];
  readonly onClaim: (task: TaskItem) => void;
  readonly onHelp: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest("input, textarea, select, [role=dialog], [role=menu]") !== null);

const focusTask = (task: TaskItem | undefined): void => {
  if (task !== undefined) document.querySelector<HTMLElement>(`[data-task="${task.key}"]`)?.focus();
};

/** j and k move through the list, Enter opens, c claims, ? explains. Keys with Ctrl, Alt or Meta stay the browser's. */
export function useTaskKeys(keys: TaskKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { items, onClaim, onHelp } = latest.current;
      const focused = document.activeElement?.getAttribute("data-task") ?? null;
      const at = items.findIndex((task) => task.key === focused);
      const task = items[at];
      if (event.key === "j") focusTask(items[Math.min(at + 1, items.length - 1)]);
      else if (event.key === "k") focusTask(items[Math.max(at - 1, 0)]);
      else if (event.key === "c" && task !== undefined && task.assignee === null) onClaim(task);
      else if (event.key === "?") onHelp();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
