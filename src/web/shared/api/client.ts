import { offlineProblem, problemOf, type ProblemError } from "./problem.js";
import { renewSession, sessionGate } from "./session-gate.js";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface RequestOptions {
  readonly signal?: AbortSignal;
  /** False for the sign-in itself: a refusal there is an answer, no expired session. */
  readonly renew?: boolean;
  /** Sent by the page unasked, such as a draft. */
  readonly byItself?: boolean;
}

const requestOf = (method: Method, body: unknown, options: RequestOptions): RequestInit => ({
  method,
  credentials: "same-origin",
  headers: {
    accept: "application/json",
    "accept-language": sessionGate.language,
    ...(method === "GET" ? {} : { "x-csrf-token": sessionGate.csrfToken }),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  ...(options.signal === undefined ? {} : { signal: options.signal }),
});

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(`/api${path}`, request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw offlineProblem();
  }
}

/** The session's token may have been replaced by a sign-in in another tab. */
async function refreshToken(): Promise<boolean> {
  const response = await reach("/session", requestOf("GET", undefined, {}));
  if (!response.ok) return false;
  const session = (await response.json()) as { csrfToken: string };
  const changed = session.csrfToken !== sessionGate.csrfToken;
  sessionGate.csrfToken = session.csrfToken;
  return changed;
}

async function mayRepeat(problem: ProblemError, byItself: boolean | undefined): Promise<boolean> {
  if (problem.code === "CSRF") return refreshToken();
  if (problem.status === 401) return renewSession(byItself);
  return false;
}

async function send<T>(
  method: Method,
  path: string,
  body: unknown,
  options: RequestOptions,
  repeat = true,
): Promise<T> {
  const response = await reach(path, requestOf(method, body, options));
  if (response.ok) return (response.status === 204 ? undefined : await readBody(response)) as T;
  const problem = await problemOf(response);
  if (repeat && options.renew !== false && (await mayRepeat(problem, options.byItself)))
    return send<T>(method, path, body, options, false);
  throw problem;
}

const readBody = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === "") return undefined;
  return (response.headers.get("content-type") ?? "").includes("json") ? (JSON.parse(text) as unknown) : text;
};

/** Query string of the given values without the absent ones, with its question mark. */
export function queryOf(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== "") query.set(key, String(value));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** Calls of /api. All throw ProblemError; an expired session asks for a sign-in and repeats. */
export const api = {
  get: <T>(path: string, options: RequestOptions = {}): Promise<T> => send<T>("GET", path, undefined, options),
  post: <T = void>(path: string, body: unknown = {}, options: RequestOptions = {}): Promise<T> =>
    send<T>("POST", path, body, options),
  put: <T = void>(path: string, body: unknown = {}, options: RequestOptions = {}): Promise<T> =>
    send<T>("PUT", path, body, options),
  patch: <T = void>(path: string, body: unknown = {}, options: RequestOptions = {}): Promise<T> =>
    send<T>("PATCH", path, body, options),
  delete: <T = void>(path: string, options: RequestOptions = {}): Promise<T> =>
    send<T>("DELETE", path, undefined, options),
};
