const listeners = new Set<() => void>();

/** Hears when a script of a form was stopped because it took too long. @returns what ends it. */
export const onScriptStopped = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** A script was stopped for good. */
export const scriptStopped = (): void => {
  for (const listener of listeners) listener();
};
