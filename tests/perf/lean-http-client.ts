import { connect, type Socket } from "node:net";

/** An answer of the server. */
export interface LeanAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One keep-alive HTTP/1.1 connection that sends one request at a time.
 *
 * It does only what the bench needs, so that the load costs the second core little: the engine is measured, not the client.
 */
export class LeanHttpClient {
  readonly #socket: Socket;
  readonly #host: string;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (answer: LeanAnswer) => void; reject: (error: Error) => void } | undefined;

  private constructor(
    socket: Socket,
    host: string,
    private readonly base: string,
  ) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
    const lost = (): void => this.#waiting?.reject(new Error("Expected an answer, but the connection is closed"));
    socket.on("close", lost).on("error", lost);
  }

  /** Connects to an address such as `http://127.0.0.1:8088`; paths of requests are below `base`. */
  static open(url: string, base = "/v2"): Promise<LeanHttpClient> {
    const { hostname, port, host } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new LeanHttpClient(socket, host, base)));
      socket.once("error", reject);
    });
  }

  /** Sends a JSON request and waits for its answer. */
  call(method: string, path: string, body = ""): Promise<LeanAnswer> {
    const head = `${method} ${this.base}${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(head + body);
    });
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const end = this.#received.indexOf("\r\n\r\n");
    if (end === -1) return;
    const head = this.#received.toString("latin1", 0, end);
    const content = contentOf(head, this.#received.subarray(end + 4));
    if (content === undefined) return;
    this.#received = content.rest;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body: content.body });
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** The body of an answer and what follows it; undefined while it is not whole. */
function contentOf(head: string, received: Buffer): { readonly body: string; readonly rest: Buffer } | undefined {
  if (/\r\ntransfer-encoding: *chunked/iu.test(head)) return chunkedContent(received);
  const length = Number(/\r\ncontent-length: *(\d+)/iu.exec(head)?.[1] ?? "0");
  if (received.length < length) return undefined;
  return { body: received.toString("utf8", 0, length), rest: received.subarray(length) };
}

function chunkedContent(received: Buffer): { readonly body: string; readonly rest: Buffer } | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const line = received.indexOf("\r\n", at);
    if (line === -1) return undefined;
    const size = Number.parseInt(received.toString("latin1", at, line), 16);
    const next = line + 2 + size + 2;
    if (received.length < next) return undefined;
    if (size === 0) return { body: Buffer.concat(parts).toString("utf8"), rest: received.subarray(next) };
    parts.push(received.subarray(line + 2, line + 2 + size));
    at = next;
  }
}
