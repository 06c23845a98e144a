import type { SignedIn } from "./session-query.js";

/** A role that a person holds, within a scope or everywhere. */
export type RoleChoice = SignedIn["roles"][number];
