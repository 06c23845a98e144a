import { createHash } from "node:crypto";
import type { Files } from "../files/index.js";
import type { Actor, AnyRoute } from "../http/index.js";
import type { Clock, IdGenerator, Logger } from "../platform/index.js";
import { type Database, isUniqueViolation, type UnitOfWork } from "../platform/db/index.js";
import { findBrowser } from "./browser/find-browser.js";
import { PagePool } from "./browser/page-pool.js";
import { printPage } from "./browser/print-page.js";
import {
  addDocument,
  documentsOfCase,
  findByHash,
  findByPrintKey,
  findCorrection,
  findDocument,
} from "./data/printed-document.repository.js";
import { documentRoutes } from "./http/document.routes.js";
import { correctedDocument } from "./corrected-document.js";
import type { Documents, PrintedDocument, PrintRequest } from "./printed-document.js";
import { printableHtml } from "./printable-html.js";
import { qrSvg } from "./qr.js";
import type { TemplateHelper } from "./templates/helpers/platform-helpers.js";
import { type DocumentFrame, type Template, TemplateLibrary } from "./templates/template-library.js";

export interface DocumentsDependencies {
  readonly db: Database;
  readonly files: Pick<Files, "find" | "read" | "store">;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  /** Folder with `<app>/<template>/document.hbs`. */
  readonly templatesDir: string;
  /** A word printed across every page: papers of a training environment are none. */
  readonly watermark?: string | undefined;
  /** Address under which people reach this installation, e.g. `https://alur.example.go.id`; asked at each print. */
  readonly baseUrl: () => string;
  /** Browser to use (config CHROME_PATH); without it the usual places are searched. */
  readonly chromePath?: string | undefined;
  /** Value of PATH, where browsers are searched. */
  readonly searchPath?: string | undefined;
  /** Records that a document of a case file is being read; without it nobody does. */
  readonly noteRead?: (actor: Actor, document: PrintedDocument) => Promise<void>;
  /** Case file that decides who may read a document; undefined when there is none. */
  readonly findCase: (tx: UnitOfWork, caseId: string) => Promise<{ readonly kind: string } | undefined>;
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

/** Name of the file that people download. */
const fileName = (title: string, number: string | null): string =>
  `${[title, number]
    .filter((part) => part !== null)
    .join(" ")
    .replaceAll(/[^\p{L}\p{N}.,() -]+/gu, "-")
    .slice(0, 120)}.pdf`;

/** Prints documents once, keeps them, and answers who asks whether one is genuine. */
export function createDocuments(deps: DocumentsDependencies): DocumentsModule {
  const { db, files, clock, ids, logger } = deps;
  const library = new TemplateLibrary(deps.templatesDir, deps.watermark);
  const locate = () => findBrowser(deps.chromePath, deps.searchPath ?? "");
  const pool = new PagePool(locate, logger);

  const frameFor = async (
    id: string,
    title: string,
    number: string | null,
    corrects: DocumentFrame["corrects"] = null,
  ): Promise<DocumentFrame> => {
    const verificationPage = `${deps.baseUrl().replace(/\/+$/, "")}/verifikasi/`;
    const verificationUrl = `${verificationPage}${id}`;
    return { id, title, number, verificationUrl, verificationPage, qrSvg: await qrSvg(verificationUrl), corrects };
  };

  const render = async (template: Template, data: unknown, frame: DocumentFrame, signal?: AbortSignal) => {
    return printPage(pool, await template.render(data, frame), signal);
  };

  const keep = async (request: PrintRequest, template: Template, id: string, bytes: Buffer) => {
    const { caseId, title, number = null, key, issuedBy, corrects = null } = request;
    return db.transaction(async (tx) => {
      const file = await files.store(tx, {
        name: fileName(title, number),
        contentType: "application/pdf",
        bytes,
        caseId,
        place: `document:${id}`,
        userId: issuedBy,
      });
      const document: PrintedDocument = {
        id,
        caseId,
        template: request.template,
        templateVersion: template.version,
        title,
        number,
        fileId: file.id,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        issuedAt: clock.now(),
        corrects,
      };
      await addDocument(tx, { document, printKey: key, issuedBy });
      await request.onKept?.(tx, document);
      return document;
    });
  };

  /** What was printed before with this key, if anything was. */
  const printedBefore = async ({ key, onKept }: PrintRequest): Promise<PrintedDocument | undefined> => {
    const earlier = await db.read((tx) => findByPrintKey(tx, key));
    if (earlier !== undefined && onKept !== undefined) await db.transaction((tx) => onKept(tx, earlier));
    return earlier;
  };

  return {
    async print(request, signal) {
      const earlier = await printedBefore(request);
      if (earlier !== undefined) return earlier;
      const template = await library.get(request.template);
      const corrects = await db.read((tx) => correctedDocument(tx, request.corrects ?? null));
      const id = ids.next();
      const frame = await frameFor(id, request.title, request.number ?? null, corrects);
      const bytes = await render(template, request.data, frame, signal);
      try {
        return await keep(request, template, id, bytes);
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const other = await printedBefore(request);
        if (other !== undefined) return other; // another attempt of the same job was faster
        await db.read((tx) => correctedDocument(tx, request.corrects ?? null)); // another correction was faster
        throw error;
      }
    },

    async preview(key, data) {
      const template = await library.get(key);
      return render(template, data, await frameFor("pratinjau", template.settings.title, null));
    },

    pageFor: documentsOfCase,
    find: findDocument,
    addHelpers: (helpers) => library.addHelpers(helpers),

    async html(key, data) {
      const template = await library.get(key);
      return printableHtml(await template.render(data, await frameFor("pratinjau", template.settings.title, null)));
    },

    routes: () =>
      documentRoutes({
        db,
        files,
        findCase: deps.findCase,
        noteRead: deps.noteRead ?? (() => Promise.resolve()),
        documents: { findDocument, findByHash, findCorrection },
      }),

    async probeBrowser() {
      try {
        return { ok: true, path: (await locate()).path };
      } catch (error) {
        return { ok: false, message: error instanceof Error ? error.message : String(error) };
      }
    },

    warm: () => pool.warm(),
    close: () => pool.close(),
  };
}
