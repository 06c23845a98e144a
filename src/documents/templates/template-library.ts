import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import Handlebars from "handlebars";
import { AppError } from "../../platform/index.js";
import { COMMON_STYLE } from "./common-style.js";
import type { Printable } from "../printable.js";
import { FONT_NAMES, fontFaces } from "./fonts.js";
import { tanggal } from "./helpers/dates.js";
import { PLATFORM_HELPERS, type TemplateHelper } from "./helpers/platform-helpers.js";
import { pageRule } from "./page-rule.js";
import { watermarkStyle } from "./watermark-style.js";
import { TemplateSettings } from "./template-settings.js";

/** What is printed with every document besides its own data; `{{dokumen.…}}` in templates. */
export interface DocumentFrame {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  /** Address behind the QR: `verificationPage` and the id. */
  readonly verificationUrl: string;
  readonly verificationPage: string;
  /** The QR as SVG; `{{qr}}` in templates. */
  readonly qrSvg: string;
  /** The document that this one replaces; it is named at the top of the first page. */
  readonly corrects: CorrectedDocument | null;
}

/** What a correction says of the document before it. */
export interface CorrectedDocument {
  readonly title: string;
  readonly number: string | null;
  /** Day of issue in Indonesian office time, YYYY-MM-DD. */
  readonly issuedOn: string;
}

/** A template, compiled. */
export interface Template {
  /** `<app>/<name>`. */
  readonly key: string;
  /** First 12 characters of the SHA-256 of its files. */
  readonly version: string;
  readonly settings: TemplateSettings;
  /** @throws {Error} naming the template and what is missing in the data. */
  render(data: unknown, frame: DocumentFrame): Promise<Printable>;
}

const KEY = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;

const escapeHtml = (text: string): string => Handlebars.escapeExpression(text);

/** Folder of pieces: beside the apps for all of them, inside an app for its own. */
const SHARED = "partials";

const partialsIn = async (folder: string): Promise<(readonly [name: string, text: string])[]> => {
  const names = await readdir(folder).catch(() => []); // nothing shared there
  const files = names.filter((name) => name.endsWith(".hbs")).sort();
  return Promise.all(
    files.map(async (name) => [name.slice(0, -4), await readFile(join(folder, name), "utf8")] as const),
  );
};

/** Templates of the folder `templates/`, each read and compiled once. */
export class TemplateLibrary {
  readonly #handlebars = Handlebars.create();
  readonly #templates = new Map<string, Promise<Template>>();

  /** `watermark`: a word across every page, for papers that are none. */
  constructor(
    private readonly folder: string,
    private readonly watermark?: string,
  ) {
    this.addHelpers(PLATFORM_HELPERS);
    this.#handlebars.registerHelper("qr", (options: { data: { root: { dokumen: DocumentFrame } } }) => {
      return new Handlebars.SafeString(options.data.root.dokumen.qrSvg);
    });
  }

  /** @throws {Error} when a name is taken: two plugins must not change each other's documents. */
  addHelpers(helpers: Readonly<Record<string, TemplateHelper>>): void {
    for (const [name, helper] of Object.entries(helpers)) {
      if (Object.hasOwn(this.#handlebars.helpers, name)) {
        throw new Error(`Expected template helper '${name}' to be new, but it exists already`);
      }
      this.#handlebars.registerHelper(name, (...args: unknown[]) => helper(...args));
    }
  }

  /** @throws {AppError} NOT_FOUND for an unknown template; {Error} for one that does not compile. */
  async get(key: string): Promise<Template> {
    const known = this.#templates.get(key) ?? this.#load(key);
    this.#templates.set(key, known);
    try {
      return await known;
    } catch (error) {
      this.#templates.delete(key);
      throw error;
    }
  }

  async #load(key: string): Promise<Template> {
    const [source, style, settingsText] = await this.#files(key);
    const settings = TemplateSettings.parse(JSON.parse(settingsText));
    const body = this.#handlebars.compile(source, { strict: true, knownHelpersOnly: false });
    const partials = await this.#partials(key);
    const shared = await readFile(join(this.folder, SHARED, "style.css"), "utf8").catch(() => "");
    const files = [source, shared, style, settingsText, ...partials.flat()];
    if ([source, ...partials.map(([, text]) => text)].some((text) => /{{~?[{&]/.test(text))) {
      throw new Error(`Expected every value of template '${key}' to be escaped, but '{{{' or '{{&' stands in it`);
    }
    const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 12);
    const compiled = Object.fromEntries(
      partials.map(([name, text]) => [name, this.#handlebars.compile(text, { strict: true })]),
    );
    return {
      key,
      version,
      settings,
      render: async (data, frame) => {
        const { font } = settings;
        const rules = [
          `:root{--font:"${FONT_NAMES[font]}"}`,
          COMMON_STYLE,
          shared,
          style,
          ...(this.watermark === undefined ? [] : [watermarkStyle(this.watermark)]),
          pageRule(settings, footerOf(frame)),
        ];
        return {
          title: frame.title,
          font,
          fontFaces: await fontFaces(font),
          style: rules.join("\n"),
          body: correctionNote(frame) + this.#fill(key, body, compiled, data, frame),
        };
      },
    };
  }

  async #files(key: string): Promise<[source: string, style: string, settings: string]> {
    if (!KEY.test(key)) throw new AppError("NOT_FOUND", `Expected a template like 'app/name', but it is '${key}'`);
    const read = (name: string): Promise<string> => readFile(join(this.folder, key, name), "utf8");
    try {
      return await Promise.all([read("document.hbs"), read("style.css"), read("document.json")]);
    } catch (error) {
      throw new AppError("NOT_FOUND", `Expected the files of template '${key}', but ${String(error)}`, {
        cause: error,
      });
    }
  }

  /** `templates/partials/*.hbs`, shared by all, and `templates/<app>/partials/*.hbs`, which win: `{{> kop}}`. */
  async #partials(key: string): Promise<(readonly [name: string, text: string])[]> {
    const shared = await partialsIn(join(this.folder, SHARED));
    const own = await partialsIn(join(this.folder, key.split("/")[0] ?? "", SHARED));
    return [...new Map([...shared, ...own])];
  }

  #fill(
    key: string,
    body: Handlebars.TemplateDelegate,
    partials: Readonly<Record<string, Handlebars.TemplateDelegate>>,
    data: unknown,
    frame: DocumentFrame,
  ): string {
    try {
      return body(
        { ...(data as object), dokumen: frame },
        { partials, allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false },
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`Expected data that fill template '${key}', but ${reason}`, { cause: error });
    }
  }
}

/** Every template's documents say it, whatever the template holds. */
const correctionNote = ({ corrects }: DocumentFrame): string => {
  if (corrects === null) return "";
  const number = corrects.number === null ? "" : ` Nomor ${corrects.number}`;
  const before = escapeHtml(`${corrects.title}${number} tanggal ${tanggal(corrects.issuedOn)}`);
  return `<p class="perbaikan"><b>PERBAIKAN</b> &ndash; dokumen ini memperbaiki dan menggantikan ${before}, yang tidak berlaku lagi.</p>`;
};

const footerOf = ({ title, number }: DocumentFrame): string =>
  [title, number].filter((text) => text !== null && text !== "").join(" — ");
