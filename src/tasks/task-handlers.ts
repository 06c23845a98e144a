import type { TaskHandler } from "./task-handler.js";

/** What plugins add to user tasks, by process and element. */
export class TaskHandlers {
  readonly #handlers = new Map<string, TaskHandler>();

  /** @throws {Error} when the element has a handler already. */
  add(handlers: readonly TaskHandler[]): void {
    for (const handler of handlers) {
      const name = `${handler.processId}/${handler.elementId}`;
      if (this.#handlers.has(name)) throw new Error(`Expected one handler for task '${name}', but there are two`);
      this.#handlers.set(name, handler);
    }
  }

  find({ processId, elementId }: { readonly processId: string; readonly elementId: string }): TaskHandler | undefined {
    return this.#handlers.get(`${processId}/${elementId}`);
  }
}
