import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Request, Response } from "express";
import { AppError } from "../platform/index.js";

const COOKIE = "alur.csrf";

const cookieValue = (request: Request): string | undefined =>
  request.headers.cookie
    ?.split(";")
    .map((pair) => pair.trim().split("="))
    .find(([name]) => name === COOKIE)?.[1];

/**
 * A signed double submit: the browser keeps a random cookie, and the page gets a token made of it and of the session, which
 * another site can neither read nor make. Nothing is stored for visitors who have not signed in.
 */
export class CsrfGuard {
  readonly #secret: string;
  readonly #secure: boolean;

  constructor(options: { readonly secret: string; readonly secure: boolean }) {
    this.#secret = options.secret;
    this.#secure = options.secure;
  }

  /** The token for this browser and session; sets the cookie when it is missing. */
  token(request: Request, response: Response, sessionId: string): string {
    let seed = cookieValue(request);
    if (seed === undefined || !/^[\w-]{32,64}$/u.test(seed)) {
      seed = randomBytes(24).toString("base64url");
      response.cookie(COOKIE, seed, { httpOnly: true, sameSite: "lax", secure: this.#secure, path: "/" });
      request.headers.cookie = `${COOKIE}=${seed}; ${request.headers.cookie ?? ""}`;
    }
    return this.#sign(seed, sessionId);
  }

  /** @throws {AppError} CSRF when the header does not match cookie and session. */
  check(request: Request, sessionId: string): void {
    const seed = cookieValue(request);
    const given = request.get("x-csrf-token");
    if (seed === undefined || given === undefined) {
      throw new AppError("CSRF", "Expected the header x-csrf-token and its cookie, but one is missing");
    }
    const expected = Buffer.from(this.#sign(seed, sessionId));
    const actual = Buffer.from(given);
    if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) {
      throw new AppError("CSRF", "Expected the x-csrf-token of this session, but it is another one");
    }
  }

  #sign(seed: string, sessionId: string): string {
    return createHmac("sha256", this.#secret).update(`${seed}.${sessionId}`).digest("base64url");
  }
}
