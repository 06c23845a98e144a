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

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
    const lost = (): void => this.#waiting?.reject(new Error("Expected an answer, but the connection is closed"));
    socket.on("close", lost).on("error", lost);
  }

  /** Connects to an address such as `http://127.0.0.1:8088`. */
  static open(url: string): Promise<LeanHttpClient> {
    const { hostname, port, host } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new LeanHttpClient(socket, host)));
      socket.once("error", reject);
    });
  }

  /** Sends a JSON request below `/v2` and waits for its answer. */
  call(method: string, path: string, body = ""): Promise<LeanAnswer> {
    const head = `${method} /v2${path} HTTP/1.1\r\nhost: ${this.#host}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
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
    const length = Number(/\r\ncontent-length: *(\d+)/iu.exec(head)?.[1] ?? "0");
    if (this.#received.length < end + 4 + length) return;
    const body = this.#received.toString("utf8", end + 4, end + 4 + length);
    this.#received = this.#received.subarray(end + 4 + length);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }

  close(): void {
    this.#socket.destroy();
  }
}
