import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AppError } from "../platform/index.js";

/** A port that is ours. */
export interface Listening {
  readonly host: string;
  readonly port: number;
  /** Replaces what answers: the port is taken before the application is ready, so that a taken port stops the start early. */
  serve(handler: RequestListener): void;
  /** Accepts nothing more, lets running requests end, and cuts what is left after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { "content-type": "application/json", "retry-after": "2" });
  response.end(JSON.stringify({ status: "starting" }));
};

const sentences: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `Expected port ${port} on ${host} to be free, but another program listens on it. Choose another one with --port`,
  EACCES: (_host, port) =>
    `Expected to be allowed to listen on port ${port}, but the system refuses it. Choose one above 1023 with --port`,
};

const refusal = (error: NodeJS.ErrnoException, host: string, port: number): AppError => {
  const sentence = sentences[error.code ?? ""];
  return new AppError(
    "PORT_TAKEN",
    sentence?.(host, port) ?? `Expected to listen on ${host}:${port}, but: ${error.message}. Check --host and --port`,
    { cause: error },
  );
};

/** Takes the port and answers 503 until `serve` is called. @throws {AppError} PORT_TAKEN with a sentence for the operator. */
export const listen = async (host: string, port: number): Promise<Listening> => {
  let handler = starting;
  const server: Server = createServer((request, response) => handler(request, response));
  // Longer than the idle time of usual reverse proxies, which otherwise reuse a connection that is just being closed.
  server.keepAliveTimeout = 65_000;
  // An upload of the largest file over a slow line takes its time; headers may not.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(refusal(error, host, port)));
    server.listen({ host, port }, resolve);
  });
  return {
    host,
    port: (server.address() as AddressInfo).port,
    serve: (next) => {
      handler = next;
    },
    close: (graceMs) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
};
