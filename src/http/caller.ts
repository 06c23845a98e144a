import type { UnitOfWork } from "../platform/db/index.js";
import type { Ability } from "./access.js";
import type { Actor } from "./actor.js";

/** What a browser's session holds of a person. */
export interface SessionClaims {
  readonly userId: string;
  /** Role assignment chosen in the header; null = none chosen yet. */
  readonly roleId: string | null;
}

/** The session behind a request, as a route may change it. */
export interface CallerSession {
  /** Null when nobody is signed in. */
  readonly claims: SessionClaims | null;
  /** Header `x-csrf-token` of every writing request; changes at sign-in and sign-out. */
  csrfToken(): string;
  /** Takes a new session id, so that an id known before the sign-in is worth nothing after it. */
  start(claims: SessionClaims): Promise<void>;
  end(): Promise<void>;
  chooseRole(roleId: string): void;
}

/** Who the caller is and what he may do: the port that identity fills. */
export interface Callers {
  /** Undefined when the account is gone or inactive: the session is worth nothing then. */
  actorOf(tx: UnitOfWork, claims: SessionClaims): Promise<Actor | undefined>;
  abilityOf(actor: Actor): Ability;
  /** Rights of someone who has not signed in: none. */
  readonly guestAbility: Ability;
}
