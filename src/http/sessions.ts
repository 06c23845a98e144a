import type { Request, RequestHandler, Response } from "express";
import session, { type Store } from "express-session";
import type { CallerSession, SessionClaims } from "./caller.js";
import type { CsrfGuard } from "./csrf.js";

declare module "express-session" {
  interface SessionData {
    claims?: SessionClaims;
  }
}

/** How sessions are kept. */
export interface SessionOptions {
  readonly store: Store;
  /** Signs cookies and CSRF tokens; the same over restarts. */
  readonly secret: string;
  /** Hours of idleness after which a session ends. */
  readonly hours: number;
  /** True behind HTTPS: cookies are sent over it only. */
  readonly secure: boolean;
}

/** Loads the session of the cookie; visitors who have not signed in get none. */
export const sessionMiddleware = ({ store, secret, hours, secure }: SessionOptions): RequestHandler => {
  const load = session({
    name: "alur.sid",
    store,
    secret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    proxy: secure,
    cookie: { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: hours * 3_600_000 },
  });
  return (request, response, next) => {
    // The operator said HTTPS by the base URL: a proxy that does not say so itself must not keep people from signing in.
    if (secure) request.headers["x-forwarded-proto"] ??= "https";
    load(request, response, next);
  };
};

const settled = (run: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    run((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error("Expected the session store to work", { cause: error }));
    });
  });

/** Id that CSRF tokens are bound to; empty for visitors, whose session id changes with every request. */
export const sessionIdOf = (request: Request): string =>
  request.session.claims === undefined ? "" : request.sessionID;

/** The session of a request as routes see it. */
export const callerSession = (request: Request, response: Response, csrf: CsrfGuard): CallerSession => ({
  get claims() {
    return request.session.claims ?? null;
  },
  csrfToken: () => csrf.token(request, response, sessionIdOf(request)),
  async start(claims) {
    await settled((done) => request.session.regenerate(done));
    request.session.claims = claims;
    await settled((done) => request.session.save(done));
  },
  async end() {
    await settled((done) => request.session.regenerate(done));
  },
  chooseRole(roleId) {
    const { claims } = request.session;
    if (claims !== undefined) request.session.claims = { ...claims, roleId };
  },
});
