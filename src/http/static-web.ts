import express, { type Express, type Request, type Response } from "express";
import { join } from "node:path";
import { existsSync, readFileSync } from "node:fs";

const TRAINING_BAND =
  '<link rel="stylesheet" href="/training.css" />' +
  '<div class="alur-training" role="note">LINGKUNGAN PELATIHAN &middot; bukan data sebenarnya ' +
  '<span lang="en">(training environment)</span></div>';

/** A page with the band of the training environment as the first thing in it. */
const withBand = (html: string): string => html.replace(/<body[^>]*>/u, (body) => `${body}${TRAINING_BAND}`);

const IMMUTABLE_SECONDS = 31_536_000;

interface ServedPages {
  /** Names of pages that plugins offer. */
  readonly publicPages?: readonly string[];
  /** Every page says that this is a training environment. */
  readonly training?: boolean;
}

/**
 * The pages: files under /assets carry their content's hash in their name and never change; the entries are asked for
 * each time. A plugin's page is served at its name. Any other path that a page's router knows gets index.html. In a training environment every page says so.
 */
export const serveWeb = (app: Express, folder: string, { publicPages = [], training = false }: ServedPages): void => {
  const entry = (name: string) => (_request: Request, response: Response) => {
    response.set("cache-control", "no-cache");
    if (training) response.type("html").send(withBand(readFileSync(join(folder, name), "utf8")));
    else response.sendFile(join(folder, name));
  };
  app.use("/assets", express.static(join(folder, "assets"), { immutable: true, maxAge: IMMUTABLE_SECONDS * 1000 }));
  app.use(express.static(folder, { index: false, maxAge: 0 }));
  const hasStudio = existsSync(join(folder, "studio.html"));
  if (hasStudio) app.get(["/studio", "/studio/{*rest}"], entry("studio.html"));
  for (const name of publicPages) {
    if (existsSync(join(folder, `${name}.html`))) app.get(`/${name}`, entry(`${name}.html`));
  }
  // A missing picture or script is a 404, not a page.
  app.get(/^\/(?!api(?:\/|$)|v2(?:\/|$))(?!.*\.[a-z0-9]{2,5}$).*$/u, entry("index.html"));
};
