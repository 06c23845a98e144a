import type { ApiReply, ApiRequest } from "../exchange.js";
import { tooLarge } from "./body-limit.js";
import { TextResponse } from "./text-response.js";

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
  // Not by `for await`, which costs as much again as the reading: every call from inside comes through here.
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(read.value);
  }
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined
    ? Buffer.from(only.buffer, only.byteOffset, only.length)
    : Buffer.concat(chunks, length);
}

/** The answer as a web `Response`. */
export function toWebResponse({ status, headers, contentType, body }: ApiReply): Response {
  const init = {
    status,
    headers: contentType === undefined ? { ...headers } : { ...headers, "content-type": contentType },
  };
  if (typeof body === "string") return new TextResponse(body, init);
  return new Response((body ?? null) as Uint8Array<ArrayBuffer> | null, init);
}
