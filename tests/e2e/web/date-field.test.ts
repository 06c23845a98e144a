import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openPage, type OpenPage } from "../support/browser.js";
import { builtPages } from "../support/built-pages.js";
import { type MockServer, startMockServer } from "../support/mock-server.js";

const key = "2251799813700001";

const dayField = (more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  type: "datetime",
  key: "tanggalSurat",
  label: "Tanggal surat",
  input: true,
  format: "dd-MM-yyyy",
  enableTime: false,
  validate: { required: true },
  conditional: { show: true, when: "keputusan", eq: "KIRIM" },
  ...more,
});

const formWith = (field: Record<string, unknown>): Record<string, unknown> => ({
  display: "form",
  components: [
    {
      type: "radio",
      key: "keputusan",
      label: "Tindakan",
      input: true,
      values: [
        { label: "Kirim", value: "KIRIM" },
        { label: "Batalkan", value: "BATAL" },
      ],
    },
    field,
    { type: "textfield", key: "nomor", label: "Nomor surat", input: true },
  ],
});

describe("date field that has just appeared", () => {
  let browser: Browser;
  let server: MockServer;
  let opened: OpenPage;
  let page: Page;
  let releaseTimeZones: () => void;

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startMockServer(builtPages());
    opened = await openPage(browser, server.url, "desk");
    ({ page } = opened);
    const released = new Promise<void>((resolve) => {
      releaseTimeZones = resolve;
    });
    // A slow connection: the time zones come when the test says so.
    await page.route("**/moment-timezone/**", async (route) => {
      await released;
      await route.continue();
    });
  });
  afterEach(async () => {
    await opened.context.close();
    await server.close();
  });

  const openForm = async (field: Record<string, unknown>): Promise<void> => {
    server.state.form = formWith(field);
    await page.goto(`/tugas/${key}`);
    await page.getByLabel("Nomor surat").waitFor();
  };

  const typeDay = async (text: string): Promise<void> => {
    await page.getByLabel("Kirim", { exact: true }).check();
    const field = page.locator(".formio-component-tanggalSurat input.form-control:not([type=hidden])");
    await field.click();
    await page.keyboard.type(text);
  };

  const savedDay = async (): Promise<unknown> => {
    await page.getByText(/Draf tersimpan pukul/).waitFor();
    return server.state.drafts.get(key)?.data["tanggalSurat"];
  };

  it("should ask nobody for time zones when the field shows the day of the person's own", async () => {
    // given
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await openForm(dayField());

    // when
    await typeDay("02-03-2026");
    await page.getByLabel("Nomor surat").fill("800/1");

    // then
    expect(await savedDay()).toMatch(/^2026-03-02T/);
    expect(asked.filter((address) => address.includes("moment-timezone"))).toEqual([]);
  });

  it("should keep a day that is being typed while a field of another time zone learns its zone", async () => {
    // given
    await openForm(dayField({ displayInTimezone: "location", timezone: "Asia/Makassar" }));
    const zones = page.waitForResponse("**/moment-timezone/**");

    // when
    await typeDay("02-03-2026");
    releaseTimeZones();
    await (await zones).finished();
    await page.getByLabel("Nomor surat").click();

    // then
    expect(await savedDay()).toMatch(/^2026-03-0[12]T/);
    expect(opened.troubles).toEqual([]);
  });
});
