/**
 * What every request needs of the session: the token against forged requests, and the way back when the session has
 * expired. A request that meets an expired session waits here until the person has signed in again, and is then
 * repeated, so that nothing typed is lost.
 */
interface SessionGate {
  csrfToken: string;
  language: "id" | "en";
  /** Somebody was signed in on this page; only then does an expired session open the dialog. */
  signedIn: boolean;
  /** Opens the dialog; set by the shell. Resolves true after a new sign-in, false when it was given up. */
  ask: (() => Promise<boolean>) | null;
}

/** Shared by all requests of this page. */
export const sessionGate: SessionGate = { csrfToken: "", language: "id", signedIn: false, ask: null };

let waiting: Promise<boolean> | null = null;

/** One dialog for all requests that meet the expired session. */
export function renewSession(): Promise<boolean> {
  if (!sessionGate.signedIn || sessionGate.ask === null) return Promise.resolve(false);
  waiting ??= sessionGate.ask().finally(() => {
    waiting = null;
  });
  return waiting;
}
