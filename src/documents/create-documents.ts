import type { Files } from "../files/index.js";
import type { AnyRoute } from "../http/index.js";
import type { Clock, IdGenerator, Logger } from "../platform/index.js";
import type { Database, UnitOfWork } from "../platform/db/index.js";
import type { Documents } from "./printed-document.js";

/** A Handlebars helper. */
export type TemplateHelper = (...args: readonly unknown[]) => unknown;

export interface DocumentsDependencies {
  readonly db: Database;
  readonly files: Pick<Files, "find" | "read" | "store">;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  /** Folder with `<app>/<template>/document.hbs`. */
  readonly templatesDir: string;
  /** Address under which people reach this installation, e.g. `https://alur.example.go.id`; asked at each print. */
  readonly baseUrl: () => string;
  /** Browser to use (config CHROME_PATH); without it the usual places are searched. */
  readonly chromePath?: string;
  /** Case file that decides who may read a document; undefined when there is none. */
  readonly findCase: (tx: UnitOfWork, caseId: string) => Promise<{ readonly kind: string } | undefined>;
  /** Helpers of plugins, by name. */
  readonly helpers?: Readonly<Record<string, TemplateHelper>>;
}

/** Printing for plugins, and what the composition needs beside it. */
export interface DocumentsModule extends Documents {
  /** Adds a plugin's helpers; call it before the first print. @throws {Error} when a name is taken. */
  addHelpers(helpers: Readonly<Record<string, TemplateHelper>>): void;
  /** The rendered HTML of a template, without the browser. */
  html(template: string, data: unknown): Promise<string>;
  /** GET /documents/:id, GET /verification/:id, POST /verification. */
  routes(): AnyRoute[];
  /** Which browser would be used. @returns a sentence for people when none is found. */
  probeBrowser(): Promise<
    { readonly ok: true; readonly path: string } | { readonly ok: false; readonly message: string }
  >;
  /** Starts the browser before it is needed. */
  warm(): Promise<void>;
  /** Ends the browser; a print afterwards starts it again. */
  close(): Promise<void>;
}

export declare function createDocuments(dependencies: DocumentsDependencies): DocumentsModule;
