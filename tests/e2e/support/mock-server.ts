import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Problem } from "../../../src/http/contract/shared-shapes.js";
import type { MockRequest } from "./mock-answer.js";
import { mockRoutes } from "./mock-routes.js";
import { freshState, type MockState } from "./mock-state.js";
import { sendPage } from "./static-pages.js";

export interface MockServer {
  readonly url: string;
  /** What the server knows; a test may change it between two steps. */
  readonly state: MockState;
  /** Every /api request so far, e.g. `PUT /tasks/1/draft`. */
  readonly requests: string[];
  close(): Promise<void>;
}

const problem = (
  status: number,
  code: string,
  title: string,
  detail = "",
  errors: Problem["errors"] = [],
): { status: number; body: Problem } => ({
  status,
  body: { type: "about:blank", title, status, detail, code, errors },
});

const readBytes = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const send = (response: ServerResponse, answer: { status: number; body?: unknown }): void => {
  if (answer.body instanceof Buffer) {
    response.writeHead(answer.status, { "content-type": "image/png" }).end(answer.body);
    return;
  }
  if (answer.body === undefined) {
    response.writeHead(answer.status).end();
    return;
  }
  response
    .writeHead(answer.status, {
      "content-type": answer.status >= 400 ? "application/problem+json" : "application/json",
    })
    .end(JSON.stringify(answer.body));
};

/** The refusals that come before any route: session, token, planted faults. */
function refusal(state: MockState, request: MockRequest): { status: number; body: Problem } | null {
  const planted = state.faults.findIndex((fault) => fault.method === request.method && fault.path.test(request.path));
  if (planted !== -1) {
    const [fault] = state.faults.splice(planted, 1);
    if (fault !== undefined) {
      const { status, body } = problem(fault.status, fault.code, fault.title, fault.detail, fault.errors);
      return { status, body: { ...body, ...fault.more } };
    }
  }
  const open = /^\/(session|activation|verification|pages)/.test(request.path);
  if (!open && (state.user === null || state.expired))
    return problem(401, "UNAUTHENTICATED", "Silakan masuk terlebih dahulu");
  if (request.method !== "GET" && request.token !== state.csrfToken)
    return problem(403, "CSRF", "Permintaan tidak berasal dari halaman ini");
  return null;
}

async function answer(state: MockState, request: MockRequest): Promise<{ status: number; body?: unknown }> {
  const refused = refusal(state, request);
  if (refused !== null) return refused;
  for (const [method, path, handle] of mockRoutes) {
    const match = method === request.method ? path.exec(request.path) : null;
    if (match !== null) return handle(state, { ...request, params: match.slice(1) });
  }
  return problem(404, "NOT_FOUND", "Tidak ditemukan", `${request.method} ${request.path}`);
}

/** A small server that speaks the contract of /api from memory, and serves the built pages. */
export async function startMockServer(pages: string): Promise<MockServer> {
  const state = freshState();
  const requests: string[] = [];
  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? "/", "http://localhost");
    if (!url.pathname.startsWith("/api/")) {
      sendPage(pages, url.pathname, response);
      return;
    }
    const path = url.pathname.slice(4);
    const method = incoming.method ?? "GET";
    requests.push(`${method} ${path}`);
    const bytes = await readBytes(incoming);
    const json = (incoming.headers["content-type"] ?? "").includes("json") && bytes.length > 0;
    const body: unknown = json ? JSON.parse(bytes.toString("utf8")) : bytes;
    const token = String(incoming.headers["x-csrf-token"] ?? "");
    send(response, await answer(state, { method, path, query: url.searchParams, body, token, params: [] }));
  };
  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((cause: unknown) =>
      send(response, problem(500, "INTERNAL", "Mock", String(cause))),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
