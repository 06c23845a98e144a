type Head = Pick<Response, "headers" | "ok" | "redirected" | "status" | "statusText" | "type" | "url">;

/** Methods that a class adds cannot stand in the place of the members that the types give `Response`. */
const ResponseHead = Response as unknown as new (body: null, init: ResponseInit) => Head;

/**
 * A web `Response` over a text that is there already. The usual constructor makes a stream of it, which reading turns
 * into the text again: that costs more than most operations, so it is done only for callers who want the stream.
 */
export class TextResponse extends ResponseHead implements Response {
  readonly #text: string;
  #isRead = false;
  #usual: Response | undefined;

  constructor(text: string, init: ResponseInit) {
    super(null, init);
    this.#text = text;
  }

  get bodyUsed(): boolean {
    return this.#isRead || this.#usual?.bodyUsed === true;
  }

  get body(): Response["body"] {
    return this.#asUsual().body;
  }

  text(): Promise<string> {
    if (this.#isRead || this.#usual !== undefined) return this.#asUsual().text();
    this.#isRead = true;
    return Promise.resolve(this.#text);
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#asUsual().arrayBuffer();
  }

  async bytes(): Promise<Uint8Array> {
    return new Uint8Array(await this.arrayBuffer());
  }

  blob(): ReturnType<Response["blob"]> {
    return this.#asUsual().blob();
  }

  formData(): ReturnType<Response["formData"]> {
    return this.#asUsual().formData();
  }

  clone(): Response {
    return this.#asUsual().clone();
  }

  /** The response that the platform would have made, in the state that this one is in: it refuses to be read twice. */
  #asUsual(): Response {
    if (this.#usual === undefined) {
      this.#usual = new Response(this.#text, { status: this.status, headers: this.headers });
      if (this.#isRead) void this.#usual.text();
    }
    return this.#usual;
  }
}
