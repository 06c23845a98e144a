/** What is told of an XML text, in its order; names come without their prefix. */
export interface XmlHandler {
  open(name: string, attribute: (name: string) => string | undefined): void;
  text(text: string): void;
  close(name: string): void;
}

/** Longest tag or run of text that is taken: a cell holds 32,767 characters at most. */
const MOST_PENDING = 1_000_000;
const MOST_DEPTH = 64;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const decodeOne = (entity: string): string => {
  if (!entity.startsWith("#")) {
    const known = NAMED[entity];
    if (known === undefined) throw new Error(`Expected an entity of XML itself, but found '&${entity};'`);
    return known;
  }
  return String.fromCodePoint(entity.startsWith("#x") ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1)));
};

const decode = (text: string): string =>
  text.includes("&") ? text.replaceAll(/&([^;&\s]{1,10});/gu, (_whole, entity: string) => decodeOne(entity)) : text;

const withoutPrefix = (name: string): string => name.slice(name.indexOf(":") + 1);

const attributeOf = (tag: string, wanted: string): string | undefined => {
  for (const [, name, , double, single] of tag.matchAll(/([^\s=/"']+)\s*=\s*("([^"]*)"|'([^']*)')/gu)) {
    if (name !== undefined && withoutPrefix(name) === wanted) return decode(double ?? single ?? "");
  }
  return undefined;
};

/** Where the tag that starts at `from` ends; a `>` within quotes does not end it. -1 when it goes on in the next chunk. */
const endOfTag = (text: string, from: number): number => {
  let quote = "";
  for (let at = from; at < text.length; at++) {
    const character = text[at] as string;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  return -1;
};

/**
 * Reads XML that arrives in pieces. Only what office programs write: a document type, hence any entity of its own, is refused, which
 * leaves no way to blow a small file up or to read another one.
 */
export class XmlReader {
  #pending = "";
  readonly #open: string[] = [];

  constructor(private readonly handler: XmlHandler) {}

  /** @throws {Error} when it is not well formed. */
  write(chunk: string): void {
    const text = this.#pending + chunk;
    let at = 0;
    while (at < text.length) {
      const next = this.#step(text, at);
      if (next === -1) break;
      at = next;
    }
    this.#pending = text.slice(at);
    if (this.#pending.length > MOST_PENDING) throw new Error("Expected tags and texts of ordinary length");
  }

  /** @throws {Error} when an element is still open. */
  end(): void {
    if (this.#pending.trim() !== "" || this.#open.length > 0) {
      throw new Error(`Expected the end of '${this.#open.at(-1) ?? "the text"}', but the file ends`);
    }
  }

  /** Takes one piece of markup or text; gives where it ends, or -1 when more must arrive first. */
  #step(text: string, at: number): number {
    if (text[at] !== "<") return this.#text(text, at);
    if (text.startsWith("<![CDATA[", at)) {
      return this.#until(text, at, "]]>", (from, to) => this.handler.text(text.slice(from + 9, to)));
    }
    if (text.startsWith("<!--", at)) return this.#until(text, at, "-->", () => undefined);
    if (text.startsWith("<?", at)) return this.#until(text, at, "?>", () => undefined);
    if (text.startsWith("<!", at) && text.length - at >= 9) throw new Error("Expected no document type");
    if (text.startsWith("<!", at)) return -1;
    const end = endOfTag(text, at + 1);
    if (end === -1) return -1;
    this.#tag(text.slice(at + 1, end));
    return end + 1;
  }

  #text(text: string, at: number): number {
    const end = text.indexOf("<", at);
    if (end === -1) return -1;
    this.handler.text(decode(text.slice(at, end)));
    return end;
  }

  #until(text: string, at: number, mark: string, take: (from: number, to: number) => void): number {
    const end = text.indexOf(mark, at);
    if (end === -1) return -1;
    take(at, end);
    return end + mark.length;
  }

  #tag(tag: string): void {
    if (tag.startsWith("/")) {
      this.#close(tag.slice(1).trim());
      return;
    }
    const isEmpty = tag.endsWith("/");
    const body = isEmpty ? tag.slice(0, -1) : tag;
    const name = /^[^\s/]+/u.exec(body)?.[0];
    if (name === undefined) throw new Error("Expected a tag with a name");
    this.#open.push(name);
    if (this.#open.length > MOST_DEPTH) throw new Error(`Expected elements nested ${MOST_DEPTH} deep at most`);
    this.handler.open(withoutPrefix(name), (wanted) => attributeOf(body.slice(name.length), wanted));
    if (isEmpty) this.#close(name);
  }

  #close(name: string): void {
    const open = this.#open.pop();
    if (open !== name) throw new Error(`Expected the end of '${open ?? "nothing"}', but found that of '${name}'`);
    this.handler.close(withoutPrefix(name));
  }
}
