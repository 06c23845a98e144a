import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-quic",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
];

/** Sizes that every page has to work at: an office screen and a phone. */
export const screens = {
  desk: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

export type Screen = keyof typeof screens;

/** Address of a browser on this machine: the configured one, Debian's, or the one that comes as a package. */
async function browserPath(): Promise<string> {
  const known = [process.env["CHROME_PATH"], "/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
  const found = known.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
}

/** One browser for a test file. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await browserPath(), args, headless: true });

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings of the page's console and uncaught exceptions so far. */
  readonly troubles: string[];
}

/**
 * A fresh page, as one person at one device. Requests to anywhere but the server are trouble.
 * Wait with locators (`[data-cell="0.kode"]:focus`), never with `waitForFunction`: it evaluates its text again at every
 * poll, which the platform's content security policy forbids, so it fails only when it has to wait.
 */
export async function openPage(browser: Browser, url: string, screen: Screen): Promise<OpenPage> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: screens[screen],
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    reducedMotion: "reduce",
    hasTouch: screen === "phone",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (/^(error|warning)$/.test(message.type()) && !/Failed to load resource/.test(message.text()))
      troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(data|blob|about):/.test(address)) troubles.push(`Request to ${address}`);
  });
  return { page, context, troubles };
}

/** Keeps a picture when a folder for them is named (outside the repository). */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["ALUR_PICTURES"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: false });
}
