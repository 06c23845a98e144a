import type { Browser, CDPSession, HTTPRequest, Page } from "puppeteer-core";
import type { Printable } from "../printable.js";
import type { FontFamily } from "../templates/fonts.js";

/** A document has everything inside; whatever it asks for is refused, so that no template can call anywhere. */
const refuseRequest = (request: HTTPRequest): void => {
  const url = request.url();
  const isInside = url.startsWith("data:") || url === "about:blank";
  void (isInside ? request.continue() : request.abort("blockedbyclient")).catch(() => undefined);
};

/** Runs in the page, put in by the debugger: scripts of the page itself are off. */
const LOAD_FONTS = "Promise.all([...document.fonts].map((font) => font.load())).then(() => undefined)";
const FILL = `async ({ title, style, body }) => {
  document.title = title;
  document.getElementById("style").textContent = style;
  document.body.innerHTML = body;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}`;

const shellOf = (fontFaces: string): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title></title><style>${fontFaces}</style>` +
  `<style id="style"></style></head><body></body></html>`;

/**
 * A page of the browser that prints one document after another. The fonts stay loaded in it: to send and decode them again for
 * each document took three quarters of the time of a one-page document (ADR documents/0003).
 */
export class PrintingPage {
  #font: FontFamily | undefined;

  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async open(browser: Browser): Promise<PrintingPage> {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    page.on("request", refuseRequest);
    return new PrintingPage(page, await page.createCDPSession());
  }

  /** Puts a document in the place of the one before. */
  async fill({ font, fontFaces, title, style, body }: Printable): Promise<void> {
    if (this.#font !== font) {
      await this.page.setContent(shellOf(fontFaces), { waitUntil: "load" });
      await this.page.evaluate(LOAD_FONTS);
      this.#font = font;
    }
    await this.page.evaluate(`(${FILL})(${JSON.stringify({ title, style, body })})`);
  }

  /** The document as tagged PDF, on the paper that its style names. */
  async pdf(): Promise<Buffer> {
    const { data } = await this.session.send("Page.printToPDF", {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
    });
    return Buffer.from(data, "base64");
  }

  async clear(): Promise<void> {
    await this.page.evaluate(`(${FILL})({ title: "", style: "", body: "" })`);
  }

  isClosed(): boolean {
    return this.page.isClosed();
  }

  async close(): Promise<void> {
    await this.page.close().catch(() => undefined); // it may have gone with its browser
  }
}
