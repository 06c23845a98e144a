import type { MockState } from "./mock-state.js";

export interface MockRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly token: string;
  readonly params: readonly (string | undefined)[];
}

export interface MockAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Method, path below /api, and what it answers. */
export type MockRoute = readonly [
  method: string,
  path: RegExp,
  handle: (state: MockState, request: MockRequest) => MockAnswer,
];

/** Answers with JSON. */
export const ok = (body: unknown, status = 200): MockAnswer => ({ status, body });

/** Done, nothing to say. */
export const done = (): MockAnswer => ({ status: 204 });

/** Answers an error as the real server does. */
export const refuse = (
  status: number,
  code: string,
  title: string,
  detail = "",
  errors: { path: string; message: string }[] = [],
): MockAnswer => ({
  status,
  body: { type: "about:blank", title, status, detail, code, errors },
});
