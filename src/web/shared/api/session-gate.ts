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
/** The person has said "later" and not signed in since. */
let isPutOff = false;

/**
 * One dialog for all requests that meet the expired session.
 * @param byItself the page sends the request unasked, such as a draft: it does not bring back a dialog that was put off.
 */
export function renewSession(byItself = false): Promise<boolean> {
  if (!sessionGate.signedIn || sessionGate.ask === null || (byItself && isPutOff)) return Promise.resolve(false);
  waiting ??= sessionGate
    .ask()
    .then((renewed) => {
      isPutOff = !renewed;
      return renewed;
    })
    .finally(() => {
      waiting = null;
    });
  return waiting;
}
