import { createReadStream, existsSync, statSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/** The policy under which the pages have to work; no eval. */
export const contentSecurityPolicy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self' data:; connect-src 'self'; frame-src 'self' blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

/** Answers a page or an asset out of the built pages; addresses without a file get the page's HTML. */
export function sendPage(folder: string, path: string, response: ServerResponse): void {
  const file = join(folder, normalize(path).replace(/^(\.\.[/\\])+/, ""));
  const found = existsSync(file) && statSync(file).isFile();
  if (!found && /\.\w+$/.test(path)) {
    response.writeHead(404).end();
    return;
  }
  const chosen = found ? file : join(folder, /^\/studio(\/|$)/.test(path) ? "studio.html" : "index.html");
  response.writeHead(200, {
    "content-type": types[extname(chosen)] ?? "application/octet-stream",
    "content-security-policy": contentSecurityPolicy,
    "x-content-type-options": "nosniff",
  });
  createReadStream(chosen).pipe(response);
}
