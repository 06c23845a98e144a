import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";

/** The engine's own API for outside workers. */
export interface EngineApi {
  /** Answers a message over its connection; `url` is its whole path and query. */
  readonly answer: (message: IncomingMessage, response: ServerResponse, url: string) => Promise<void>;
  readonly user: string;
  readonly password: string;
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const isKnown = (header: string | undefined, { user, password }: EngineApi): boolean => {
  const encoded = /^Basic +(.+)$/iu.exec(header ?? "")?.[1];
  if (encoded === undefined) return false;
  return timingSafeEqual(digest(Buffer.from(encoded, "base64").toString("utf8")), digest(`${user}:${password}`));
};

/** `/v2/*` behind API credentials: whoever has them may do everything in the engine. */
export const engineGate =
  (api: EngineApi): RequestHandler =>
  async (request, response) => {
    if (!isKnown(request.get("authorization"), api)) {
      response
        .status(401)
        .set("www-authenticate", 'Basic realm="engine", charset="UTF-8"')
        .type("application/problem+json")
        .send(
          JSON.stringify({
            type: "about:blank",
            title: "Unauthorized",
            status: 401,
            detail: "Expected the API credentials of ALUR_ENGINE_API_USER, but they are missing or wrong",
            instance: request.path,
          }),
        );
      return;
    }
    await api.answer(request, response, request.originalUrl);
  };
