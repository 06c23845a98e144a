import type { Browser } from "puppeteer-core";
import type { Logger } from "../../platform/index.js";
import type { FoundBrowser } from "./find-browser.js";
import { PrintingPage } from "./printing-page.js";

/** Pages that are printed at the same time; more do not print faster on two cores. */
const PAGE_COUNT = 2;
/** A page is replaced after so many documents: what the browser keeps of them goes with it. */
const DOCUMENTS_PER_PAGE = 200;
/** An answer of the browser takes no longer; a browser that hangs counts as gone. */
const ANSWER_LIMIT_MS = 60_000;

// The packaged browser's own list holds --single-process and --disable-web-security: neither is wanted.
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-quic",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--font-render-hinting=none",
];

const launch = async ({ path, build }: FoundBrowser): Promise<Browser> => {
  const { launch: start } = await import("puppeteer-core");
  return start({
    executablePath: path,
    headless: build === "shell" ? "shell" : true,
    args: ARGS,
    pipe: true,
    protocolTimeout: ANSWER_LIMIT_MS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
};

/** Whether the browser went away under a page; the work may be tried again with a new one. */
export const isBrowserGone = (error: unknown): boolean =>
  error instanceof Error &&
  /Target closed|Session closed|Connection closed|Protocol error|disconnected|Target\.createTarget|detached/i.test(
    error.message,
  );

/** One warm browser and its pages. Started at the first use, started again after it has gone. */
export class PagePool {
  #browser: Promise<Browser> | undefined;
  #current: Browser | undefined;
  readonly #idle: PrintingPage[] = [];
  readonly #waiting: (() => void)[] = [];
  readonly #uses = new WeakMap<PrintingPage, number>();
  #busy = 0;

  constructor(
    private readonly find: () => Promise<FoundBrowser>,
    private readonly logger: Logger,
  ) {}

  /** Starts the browser. @throws {Error} when none is found or it does not start. */
  async warm(): Promise<void> {
    await this.#running();
  }

  /** Lends a page to `work`; at most two at a time, others wait their turn. */
  async use<T>(work: (page: PrintingPage) => Promise<T>): Promise<T> {
    await this.#turn();
    try {
      const page = this.#idle.pop() ?? (await PrintingPage.open(await this.#running()));
      try {
        const result = await work(page);
        await this.#giveBack(page);
        return result;
      } catch (error) {
        // A page that failed half-way may hold anything: it is not lent again.
        await page.close();
        throw error;
      }
    } finally {
      this.#busy--;
      this.#waiting.shift()?.();
    }
  }

  async #giveBack(page: PrintingPage): Promise<void> {
    const uses = (this.#uses.get(page) ?? 0) + 1;
    this.#uses.set(page, uses);
    if (page.isClosed()) return;
    if (uses < DOCUMENTS_PER_PAGE) this.#idle.push(page);
    else await page.close();
  }

  async close(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    this.#current = undefined;
    this.#idle.length = 0;
    await (await browser?.catch(() => undefined))?.close().catch(() => undefined);
  }

  async #turn(): Promise<void> {
    while (this.#busy >= PAGE_COUNT) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#busy++;
  }

  #running(): Promise<Browser> {
    this.#browser ??= this.#start();
    return this.#browser;
  }

  async #start(): Promise<Browser> {
    try {
      const found = await this.find();
      const browser = await launch(found);
      this.#current = browser;
      browser.once("disconnected", () => this.#gone(browser));
      this.logger.info({ event: "browser.started", path: found.path }, "Browser for documents started");
      return browser;
    } catch (error) {
      this.#browser = undefined; // the next print tries again
      throw error;
    }
  }

  #gone(browser: Browser): void {
    if (this.#current !== browser) return;
    this.#current = undefined;
    this.#browser = undefined;
    this.#idle.length = 0;
    this.logger.warn({ event: "browser.gone" }, "Browser for documents ended; the next print starts it again");
  }
}
