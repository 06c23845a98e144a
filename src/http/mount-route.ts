import express, { type Request, type RequestHandler, type Response } from "express";
import { pipeline } from "node:stream/promises";
import { AppError, type Language } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import type { Ability } from "./access.js";
import type { Actor } from "./actor.js";
import type { Callers } from "./caller.js";
import { checkInput, checkParams } from "./check-input.js";
import type { CsrfGuard } from "./csrf.js";
import type { AnyRoute, RawBody, RouteDefinition, RouteReply, RouteRequest } from "./define-route.js";
import { acceptedLanguage } from "./languages.js";
import { callerSession, sessionIdOf } from "./sessions.js";

/** What mounting a route needs. */
export interface MountDeps {
  readonly db: Database;
  readonly callers: Callers;
  readonly csrf: CsrfGuard;
}

const DEFAULT_BODY_LIMIT_BYTES = 1_048_576;

type Definition = RouteDefinition<unknown, unknown, unknown, unknown>;

interface Caller {
  readonly actor: Actor | null;
  readonly ability: Ability;
  readonly language: Language;
}

/** For routes without a transaction: touching the database through `tx` there is a bug of the route. */
const noTransaction: UnitOfWork = {
  get manager(): never {
    throw new Error("Expected a route with a transaction, but this one says `transaction: false`");
  },
  afterCommit() {
    throw new Error("Expected a route with a transaction, but this one says `transaction: false`");
  },
};

const writes = ({ method, readsOnly }: Definition): boolean => method !== "get" && readsOnly !== true;

/** Before the body is read: a stranger, or another site, does not get to send us one. */
const checkSession = (definition: Definition, request: Request, csrf: CsrfGuard): void => {
  if (definition.permission !== "public" && request.session.claims === undefined) {
    throw new AppError(
      "UNAUTHENTICATED",
      `Expected a session for ${request.method} ${request.path}, but there is none`,
    );
  }
  if (writes(definition)) csrf.check(request, sessionIdOf(request));
};

/** A form or a text sent where JSON is expected would otherwise read like a body without fields. */
const checkBodyType = (definition: Definition, request: Request): void => {
  if (definition.body === undefined || request.is("application/json") !== false) return;
  throw new AppError("UNSUPPORTED_TYPE", "Expected a body of type application/json, but it is another", {
    detail: {
      id: "Isi permintaan harus berupa JSON (application/json), bukan jenis lain",
      en: "The request body must be JSON (application/json), not another type",
    },
  });
};

const readJson = (request: Request, response: Response, limit: number): Promise<void> =>
  new Promise((resolve, reject) => {
    express.json({ limit, strict: false })(request, response, (error: unknown) => {
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error("Expected a readable body", { cause: error }));
    });
  });

const callerOf = async (callers: Callers, tx: UnitOfWork, request: Request): Promise<Caller> => {
  const { claims } = request.session;
  const actor = claims === undefined ? undefined : await callers.actorOf(tx, claims);
  if (actor === undefined) {
    return { actor: null, ability: callers.guestAbility, language: acceptedLanguage(request.get("accept-language")) };
  }
  return { actor, ability: callers.abilityOf(actor), language: actor.language };
};

const checkPermission = (definition: Definition, { actor, ability }: Caller): void => {
  const { permission } = definition;
  if (permission === "public") return;
  if (actor === null) {
    throw new AppError("UNAUTHENTICATED", "Expected an active account behind the session, but there is none");
  }
  if (permission === "session") return;
  const [verb, subject] = permission;
  if (ability.cannot(verb, subject)) {
    throw new AppError(
      "FORBIDDEN",
      `Expected a role that may '${verb}' '${subject}', but '${actor.role?.role ?? "none"}' may not`,
      {
        detail: {
          id: "Peran yang Anda pakai sekarang tidak berwenang melakukan hal ini. Bila Anda memegang peran lain, gantilah peran di bagian atas halaman",
          en: "The role that you use now may not do this. If you hold another role, switch to it at the top of the page",
        },
      },
    );
  }
};

const hangUpSignal = (response: Response): AbortSignal => {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
};

const contentDisposition = ({ fileName, download }: RawBody): string | undefined => {
  if (fileName === undefined) return download === true ? "attachment" : undefined;
  const ascii = fileName.replaceAll(/[^\x20-\x7e]|["\\]/gu, "_");
  const kind = download === true ? "attachment" : "inline";
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
};

const sendRaw = async (response: Response, raw: RawBody): Promise<void> => {
  response.setHeader("content-type", raw.contentType);
  const disposition = contentDisposition(raw);
  if (disposition !== undefined) response.setHeader("content-disposition", disposition);
  if (Buffer.isBuffer(raw.stream)) {
    response.end(raw.stream);
    return;
  }
  // A reader that hangs up half-way is no fault of ours, and nobody is left to be told.
  await pipeline(raw.stream, response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
};

const send = async (response: Response, reply: RouteReply<unknown>): Promise<void> => {
  response.status(reply.status);
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (!response.hasHeader("cache-control")) response.setHeader("cache-control", "no-store");
  if (reply.raw !== undefined) await sendRaw(response, reply.raw);
  else if (reply.body === undefined) response.end();
  else response.json(reply.body);
};

/** No body at all is judged like an empty object: the schema names the fields that are missing. */
const bodyOf = (request: Request): unknown => (request.body as unknown) ?? {};

const unitFor = (db: Database, definition: Definition) =>
  writes(definition) ? db.transaction.bind(db) : db.read.bind(db);

/** The Express handler of a route: session, CSRF, body, input, caller, permission, transaction, answer. */
export const mountRoute = ({ definition: closed }: AnyRoute, { db, callers, csrf }: MountDeps): RequestHandler => {
  const definition = closed as unknown as Definition;
  const inUnit = unitFor(db, definition);

  return async (request, response) => {
    checkSession(definition, request, csrf);
    checkBodyType(definition, request);
    await readJson(request, response, definition.bodyLimitBytes ?? DEFAULT_BODY_LIMIT_BYTES);
    const input = (): Pick<RouteRequest<unknown, unknown, unknown>, "params" | "query" | "body"> => {
      const params = checkParams(definition.params, request.params);
      const checked = checkInput({
        query: { schema: definition.query, value: request.query },
        body: { schema: definition.body, value: definition.body === undefined ? undefined : bodyOf(request) },
      });
      return { params, query: checked.query, body: checked.body };
    };
    const base = {
      signal: hangUpSignal(response),
      requestId: request.requestId,
      incoming: request,
      session: callerSession(request, response, csrf),
    };
    const handle = async (caller: Caller, tx: UnitOfWork): Promise<RouteReply<unknown>> => {
      request.language = caller.language;
      checkPermission(definition, caller);
      const { actor, ability, language } = caller;
      // Null on public routes only, as RouteRequest says.
      return definition.handle({ ...input(), ...base, actor: actor as Actor, ability, language, tx });
    };

    const reply =
      definition.transaction === false
        ? await handle(await db.read((tx) => callerOf(callers, tx, request)), noTransaction)
        : await inUnit(async (tx) => handle(await callerOf(callers, tx, request), tx));
    await send(response, reply);
  };
};
