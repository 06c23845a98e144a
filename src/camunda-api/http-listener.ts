import { setMaxListeners } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Dispatch } from "./dispatcher.js";
import type { ApiReply, ApiRequest } from "./exchange.js";
import { tooLarge } from "./transport/body-limit.js";

/** A listening server. */
export interface HttpListener {
  readonly port: number;
  /** Stops accepting, aborts waiting long polls, and resolves when every connection is closed. */
  close(): Promise<void>;
}

const CLOSE_MS = 5000;

/** Where to listen. */
export interface ListenOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
}

/**
 * Serves the API over HTTP without building web `Request` and `Response` objects: they cost more than most operations.
 *
 * @throws {Error} with the system's code (`EADDRINUSE` ...) when it cannot listen.
 */
export async function listenHttp(dispatch: Dispatch, { host, port }: ListenOptions): Promise<HttpListener> {
  const stopping = new AbortController();
  // Each waiting long poll listens, however many there are.
  setMaxListeners(0, stopping.signal);
  const server = createServer((message, response) => {
    answerHttp(dispatch, message, response, { stopping: stopping.signal }).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  // A worker keeps its connection between polls; closing it under the worker costs a failed call.
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 0;
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        // A caller that does not take its answer must not hold the server.
        const force = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        stopping.abort();
        server.closeIdleConnections();
      }),
  };
}

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, backlog: 1024 }, () => {
      server.off("error", reject);
      resolve();
    });
  });

/** What else `answerHttp` may be told. */
export interface AnswerOptions {
  /** Path and query with the `/v2` prefix; default: those of the message. */
  readonly url?: string;
  /** Ends waiting long polls, and the connection with the answer. */
  readonly stopping?: AbortSignal;
}

/** Answers one HTTP message; rejects only when the message breaks off while its body is read. */
export async function answerHttp(
  dispatch: Dispatch,
  message: IncomingMessage,
  response: ServerResponse,
  { url = message.url ?? "/", stopping }: AnswerOptions = {},
): Promise<void> {
  const reply = await dispatch(new IncomingRequest(message, response, url, stopping));
  if (!response.destroyed) write(response, reply, stopping?.aborted === true);
}

class IncomingRequest implements ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly #message: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #stopping: AbortSignal | undefined;

  constructor(message: IncomingMessage, response: ServerResponse, url: string, stopping: AbortSignal | undefined) {
    const mark = url.indexOf("?");
    this.method = message.method ?? "GET";
    this.path = mark === -1 ? url : url.slice(0, mark);
    this.query = mark === -1 ? "" : url.slice(mark + 1);
    this.#message = message;
    this.#response = response;
    this.#stopping = stopping;
  }

  /** Made on demand: only operations that wait look at it. */
  get signal(): AbortSignal {
    const gone = new AbortController();
    if (this.#response.destroyed || this.#stopping?.aborted === true) gone.abort();
    const abort = (): void => gone.abort();
    this.#response.once("close", () => {
      this.#stopping?.removeEventListener("abort", abort);
      if (!this.#response.writableFinished) gone.abort();
    });
    this.#stopping?.addEventListener("abort", abort, { once: true });
    return gone.signal;
  }

  header(name: string): string | undefined {
    const value = this.#message.headers[name];
    return Array.isArray(value) ? value.join(", ") : value;
  }

  body(maxBytes: number): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let length = 0;
      this.#message.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (length > maxBytes) reject(tooLarge(maxBytes));
        else chunks.push(chunk);
      });
      this.#message.on("end", () => {
        const [only] = chunks;
        resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length));
      });
      this.#message.on("error", reject);
    });
  }
}

function write(response: ServerResponse, reply: ApiReply, isStopping: boolean): void {
  const headers: Record<string, string | number> = { ...reply.headers };
  if (reply.contentType !== undefined) headers["content-type"] = reply.contentType;
  if (reply.body !== undefined) headers["content-length"] = Buffer.byteLength(reply.body);
  // The rest of a refused body is not read: the connection cannot be used again.
  if (reply.status === 413 || isStopping) headers["connection"] = "close";
  response.writeHead(reply.status, headers);
  response.end(reply.body);
}
