import type { IncomingMessage } from "node:http";
import type { z } from "zod";
import type { Language } from "../platform/index.js";
import type { UnitOfWork } from "../platform/db/index.js";
import type { Ability } from "./access.js";
import type { Actor } from "./actor.js";
import type { CallerSession } from "./caller.js";

/** A stream or a file instead of JSON. */
export interface RawBody {
  readonly contentType: string;
  /** Suggested file name; makes it a download when `download` is true. */
  readonly fileName?: string;
  readonly download?: boolean;
  readonly stream: NodeJS.ReadableStream | Buffer;
}

export interface RouteReply<R> {
  readonly status: number;
  readonly body?: R;
  readonly raw?: RawBody;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RouteRequest<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Null only on public routes. */
  readonly actor: Actor;
  readonly ability: Ability;
  /** The transaction: every route of a writing method runs in one; reading ones in a read. Streams and long work set `transaction: false`. */
  readonly tx: UnitOfWork;
  /** Aborted when the caller hangs up before the answer. */
  readonly signal: AbortSignal;
  readonly requestId: string;
  /** The user's choice, on public routes the browser's. */
  readonly language: Language;
  /** For bodies that are streamed: a multipart request arrives unread; JSON has been read into `body`. */
  readonly incoming: IncomingMessage;
  /** The browser's session; only identity's routes change it. */
  readonly session: CallerSession;
}

/**
 * A route of /api. The schemas check the request, appear in OpenAPI, and type the handler.
 * `permission`: "public" (no login), "session" (any signed-in person; the handler asks `ability` itself) or [verb, subject].
 */
export interface RouteDefinition<P, Q, B, R> {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** Express path below /api, e.g. `/dupak/:dupakId/forwarding`. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly permission: "public" | "session" | readonly [verb: string, subject: string];
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** Schema of the success body, for OpenAPI and (in tests) for checking what is sent. */
  readonly response?: z.ZodType<R>;
  /** Bytes of JSON accepted; default 1 MiB. */
  readonly bodyLimitBytes?: number;
  /**
   * A POST that only asks (a question too long for an address): it changes nothing, so no CSRF token is wanted, `tx` only
   * reads, and a program may call it like a page does.
   */
  readonly readsOnly?: true;
  /** Requests that one address may send in a minute; for public routes that cost something. Default: no limit. */
  readonly perMinute?: number;
  /** False: no transaction is opened (`tx` throws when touched). Default true. */
  readonly transaction?: boolean;
  handle(request: RouteRequest<P, Q, B>): Promise<RouteReply<R>>;
}

/** A route with its types closed over. */
export interface AnyRoute {
  readonly definition: RouteDefinition<never, never, never, unknown>;
}

/** Types a route by its schemas. */
export const defineRoute = <P = Record<string, never>, Q = Record<string, never>, B = undefined, R = unknown>(
  definition: RouteDefinition<P, Q, B, R>,
): AnyRoute => ({ definition: definition as unknown as AnyRoute["definition"] });
