/**
 * Input that has not reached the server yet, kept on this device: through a lost connection, an expired session,
 * a closed lid. Removed as soon as the server has it.
 */
export interface LocalCopy<T> {
  readonly data: T;
  /** Epoch ms. */
  readonly savedAt: number;
  /** Revision of the server's copy that the input started from. */
  readonly revision: number;
}

const prefix = "alur:";

interface Store {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** The device's storage. @throws when the browser has none or forbids it. */
function store(): Store {
  const { localStorage } = globalThis as { localStorage?: Store };
  if (localStorage === undefined) throw new Error("Expected storage on this device, but there is none");
  return localStorage;
}

/** Keys name the person too: a shared office computer must not offer one person's input to the next. */
export const localKey = (userId: string, ...parts: readonly string[]): string => prefix + [userId, ...parts].join(":");

/** @returns the kept input, or null when there is none or it cannot be read. */
export function readLocal<T>(key: string): LocalCopy<T> | null {
  try {
    const text = store().getItem(key);
    return text === null ? null : (JSON.parse(text) as LocalCopy<T>);
  } catch {
    return null;
  }
}

/** Keeps the input. Without storage (private mode, full disk) the server's draft remains the only copy. */
export function writeLocal<T>(key: string, copy: LocalCopy<T>): boolean {
  try {
    store().setItem(key, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

/** Forgets it. */
export function removeLocal(key: string): void {
  try {
    store().removeItem(key);
  } catch {
    // Without storage there is nothing to forget.
  }
}
