import { afterAll, afterEach, beforeAll } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openPage, type OpenPage, type Screen } from "./browser.js";
import { builtPages } from "./built-pages.js";
import { type MockServer, startMockServer } from "./mock-server.js";

/** A page of the built pages, and the server that answers it. */
export interface MockedPage {
  readonly server: MockServer;
  readonly opened: OpenPage;
  readonly page: Page;
}

/**
 * The built pages in a browser, against a server that plays the platform. The browser is the suite's; what a test opened is closed
 * after it.
 */
export const mockedPages = (): {
  /** A server and a page at it, both new. */
  open(screen?: Screen): Promise<MockedPage>;
  /** One more page at a server, with nothing of the others: another device. The caller closes it. */
  another(server: MockServer, screen: Screen): Promise<OpenPage>;
} => {
  let browser: Browser;
  const closers: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });
  return {
    async open(screen = "desk") {
      const server = await startMockServer(builtPages());
      closers.push(() => server.close());
      const opened = await openPage(browser, server.url, screen);
      closers.unshift(() => opened.context.close());
      return { server, opened, page: opened.page };
    },
    another: (server, screen) => openPage(browser, server.url, screen),
  };
};
