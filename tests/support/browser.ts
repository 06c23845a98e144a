import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Session } from "../../src/http/contract/session.js";

/** Assertions look into answers freely; the contract's schemas check their shapes where that is the point. */
type AnyJson = ReturnType<JSON["parse"]>;

/** An answer with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the text when it is none. */
  readonly body: AnyJson;
}

/** A server on a free port of the loopback. */
export interface TestServer {
  readonly url: string;
  browser(language?: string): Browser;
  close(): Promise<void>;
}

/** Serves `app` until it is closed. */
export const serve = async (app: RequestListener): Promise<TestServer> => {
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    browser: (language = "id") => new Browser(url, language),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** A person's browser: keeps cookies and sends the CSRF token, as the pages do. */
export class Browser {
  readonly #url: string;
  readonly #language: string;
  readonly #cookies = new Map<string, string>();
  csrfToken: string | null = null;

  constructor(url: string, language: string) {
    this.#url = url;
    this.#language = language;
  }

  get(path: string): Promise<Answer> {
    return this.send("GET", path);
  }

  post(path: string, body?: unknown): Promise<Answer> {
    return this.send("POST", path, body);
  }

  put(path: string, body?: unknown): Promise<Answer> {
    return this.send("PUT", path, body);
  }

  patch(path: string, body?: unknown): Promise<Answer> {
    return this.send("PATCH", path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.send("DELETE", path);
  }

  /** `body`: a FormData goes out as multipart, a string as it is, anything else as JSON. Paths begin with /api. */
  async send(method: string, path: string, body?: unknown): Promise<Answer> {
    if (method !== "GET" && this.csrfToken === null) await this.session();
    const isRaw = body instanceof FormData || typeof body === "string";
    const response = await fetch(`${this.#url}${path}`, {
      method,
      redirect: "manual",
      headers: {
        "accept-language": this.#language,
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(method === "GET" || this.csrfToken === null ? {} : { "x-csrf-token": this.csrfToken }),
        ...(body === undefined || body instanceof FormData ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
    });
    this.#keepCookies(response.headers);
    return { status: response.status, headers: response.headers, body: await read(response) };
  }

  /** Bytes of a download. */
  async download(
    path: string,
  ): Promise<{ readonly status: number; readonly headers: Headers; readonly bytes: Buffer }> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(`${this.#url}${path}`, { headers: { cookie, "accept-language": this.#language } });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  /** GET /api/session; keeps the token for what is written next. */
  async session(): Promise<Session> {
    return this.#adopt(await this.get("/api/session"));
  }

  /** With a fresh CSRF token, as a page that has just been loaded. */
  async signIn(username: string, password: string): Promise<Answer> {
    await this.session();
    const answer = await this.post("/api/session", { username, password });
    if (answer.status === 200) this.#adopt(answer);
    return answer;
  }

  async signOut(): Promise<void> {
    this.#adopt(await this.delete("/api/session"));
  }

  async activate(username: string, code: string, password: string): Promise<Answer> {
    const answer = await this.post("/api/activation", { username, code, password });
    if (answer.status === 200) this.#adopt(answer);
    return answer;
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  #adopt(answer: Answer): Session {
    const session = answer.body as Session;
    this.csrfToken = session.csrfToken;
    return session;
  }

  #keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

const read = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};
