/** A request as the dispatcher sees it, whether it came as a web `Request` or over the HTTP listener. */
export interface ApiRequest {
  readonly method: string;
  /** Path with the `/v2` prefix, percent-encoded, without the query. */
  readonly path: string;
  /** Query text without the question mark; empty when there is none. */
  readonly query: string;
  /** Aborted when the caller is gone; long polls stop then. */
  readonly signal: AbortSignal;
  /** Value of a header by its lower-case name. */
  header(name: string): string | undefined;
  /**
   * The whole body.
   *
   * @throws {ApiProblem} 413 when it is longer than `maxBytes`.
   */
  body(maxBytes: number): Promise<Buffer>;
}

/** An answer before it is written; `body` is absent for 204. */
export interface ApiReply {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

const NO_CONTENT: ApiReply = { status: 204 };

/** 200, or another status, with a JSON body. */
export const json = (value: unknown, status = 200): ApiReply => ({
  status,
  contentType: "application/json",
  body: JSON.stringify(value),
});

/** 204 without a body. */
export const noContent = (): ApiReply => NO_CONTENT;

/** 200 with an XML document. */
export const xml = (text: string): ApiReply => ({ status: 200, contentType: "text/xml;charset=UTF-8", body: text });
