import type { Express } from "express";
import type { Store } from "express-session";
import type { Clock, IdGenerator, Logger } from "../platform/index.js";
import type { Database } from "../platform/db/index.js";
import type { Callers } from "./caller.js";
import type { AnyRoute } from "./define-route.js";

/** One thing that must work for the platform to serve: `/readyz` names those that do not. */
export interface ReadinessCheck {
  readonly name: string;
  /** @throws with the reason when it is not ready. */
  check(): Promise<void>;
}

/** Everything the HTTP side is made of. */
export interface HttpDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  readonly callers: Callers;
  readonly sessions: {
    readonly store: Store;
    /** Signs cookies and CSRF tokens; the same over restarts. */
    readonly secret: string;
    readonly hours: number;
    /** True behind HTTPS: cookies are sent over it only. */
    readonly secure: boolean;
  };
  readonly routes: readonly AnyRoute[];
  /** Folder with index.html and studio.html; null serves no pages. */
  readonly webFolder: string | null;
  /** Orchestration Cluster REST v2 for outside workers; null = off. */
  readonly engineApi: {
    readonly handle: (request: Request) => Promise<Response>;
    readonly user: string;
    readonly password: string;
  } | null;
  readonly readiness: readonly ReadinessCheck[];
  /** Hops of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies?: number;
  /** Sign-in attempts per address and quarter of an hour; default 50. */
  readonly signInAttempts?: number;
}

/** The Express application: nothing listens yet. @throws {Error} when two routes claim the same method and path. */
export declare const createHttpApp: (deps: HttpDeps) => Express;
