import { createHash, timingSafeEqual } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request as ExpressRequest, RequestHandler } from "express";

/** The engine's own API for outside workers. */
export interface EngineApi {
  readonly handle: (request: Request) => Promise<Response>;
  readonly user: string;
  readonly password: string;
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const isKnown = (header: string | undefined, { user, password }: EngineApi): boolean => {
  const encoded = /^Basic +(.+)$/iu.exec(header ?? "")?.[1];
  if (encoded === undefined) return false;
  return timingSafeEqual(digest(Buffer.from(encoded, "base64").toString("utf8")), digest(`${user}:${password}`));
};

const asWebRequest = (request: ExpressRequest, signal: AbortSignal): Request => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  return new Request(`http://engine.internal${request.originalUrl}`, {
    method: request.method,
    headers,
    signal,
    ...(hasBody ? { body: Readable.toWeb(request), duplex: "half" } : {}),
  });
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
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const answer = await api.handle(asWebRequest(request, gone.signal));
    response.status(answer.status);
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    if (answer.body === null) response.end();
    else await pipeline(Readable.fromWeb(answer.body), response);
  };
