import type { ApiReply, ApiRequest } from "../exchange.js";
import { tooLarge } from "./body-limit.js";

/** A web `Request` as the dispatcher wants it. */
export function fromWebRequest(request: Request): ApiRequest {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    path: pathname,
    query: search.slice(1),
    signal: request.signal,
    header: (name) => request.headers.get(name) ?? undefined,
    body: (maxBytes) => readBody(request, maxBytes),
  };
}

async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  if (request.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** The answer as a web `Response`. */
export function toWebResponse(reply: ApiReply): Response {
  const headers = new Headers(reply.headers);
  if (reply.contentType !== undefined) headers.set("content-type", reply.contentType);
  return new Response(reply.body === undefined ? null : (reply.body as string | Uint8Array<ArrayBuffer>), {
    status: reply.status,
    headers,
  });
}
