import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { launchBrowser, openPage, type OpenPage } from "../support/browser.js";
import { builtPages } from "../support/built-pages.js";
import { type MockServer, startMockServer } from "../support/mock-server.js";

describe("history of everything", () => {
  let browser: Browser;
  let server: MockServer;
  let opened: OpenPage;

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startMockServer(builtPages());
    opened = await openPage(browser, server.url, "phone");
  });
  afterEach(async () => {
    await opened.context.close();
    await server.close();
  });

  it("should lead from an entry to the case file that it is about", async () => {
    // given
    const { page } = opened;
    await page.goto("/riwayat");

    // when
    await page.getByRole("link", { name: "Buka berkas" }).first().click();

    // then
    await page.waitForURL("**/berkas/case-1");
    await page.getByRole("heading", { name: "DUPAK-2026-0001" }).or(page.locator(".page-tabs")).first().waitFor();
    expect(opened.troubles).toEqual([]);
  });

  it("should pass over what the address names that is no day", async () => {
    // given
    const { page } = opened;

    // when
    await page.goto("/riwayat?from=2026-02-31&to=besok");
    await page.locator(".story-entry").first().waitFor();

    // then
    expect(await page.getByLabel("Dari").inputValue()).toBe("");
    expect(opened.troubles).toEqual([]);
  });
});
