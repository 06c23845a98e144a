import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { accessibilityFindings } from "../support/accessibility.js";
import { launchBrowser, openPage, picture, type OpenPage, type Screen } from "../support/browser.js";
import { builtPages } from "../support/built-pages.js";
import { type MockServer, startMockServer } from "../support/mock-server.js";

/** A task of mine that works on a sheet. */
const path = "/tugas/2251799813700000";

describe("many rows at once", () => {
  let browser: Browser;
  let server: MockServer;
  let opened: OpenPage;
  let page: Page;

  const open = async (screen: Screen): Promise<void> => {
    opened = await openPage(browser, server.url, screen);
    ({ page } = opened);
    await page.goto(path);
    await openGrid();
  };
  const openGrid = async (): Promise<void> => {
    await page.getByRole("button", { name: "Isi banyak" }).click();
    await page.locator('[data-cell="0.kode"]:focus').waitFor();
  };
  const cell = (column: string, line: number) => page.getByLabel(`${column}, baris ${line}`, { exact: true });
  const save = (count: number) => page.getByRole("button", { name: `Simpan ${count} butir` });
  /** What a spreadsheet leaves on the clipboard, pasted where the focus is. */
  const paste = (text: string): Promise<void> =>
    page.evaluate((pasted) => {
      const scope = globalThis as unknown as {
        document: { activeElement: { dispatchEvent(event: unknown): boolean } };
        DataTransfer: new () => { setData(type: string, data: string): void };
        ClipboardEvent: new (name: string, init: object) => unknown;
      };
      const clipboardData = new scope.DataTransfer();
      clipboardData.setData("text/plain", pasted);
      scope.document.activeElement.dispatchEvent(
        new scope.ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startMockServer(builtPages());
  }, 120_000);
  afterEach(async () => {
    await opened.context.close();
    await server.close();
  });

  it("should be typed by keyboard alone, line after line", async () => {
    // given
    await open("desk");

    // when
    for (const [kode, volume] of [
      ["I.B.1", "2"],
      ["I.B.2", "3"],
    ] as const) {
      await page.keyboard.type(kode);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.type("02-03-2026");
      await page.keyboard.press("Tab");
      await page.keyboard.type(volume);
      await page.keyboard.press("Enter");
    }
    await page.keyboard.press("ArrowUp");
    await page.locator('[data-cell="1.kode"]:focus').waitFor();
    await page.keyboard.press("Control+Enter");

    // then
    await page.getByText("2 butir ditambahkan").waitFor();
    expect(server.state.rows.slice(-2).map(({ values }) => values)).toMatchObject([
      { kode: "I.B.1", tanggal: "2026-03-02", volume: 2 },
      { kode: "I.B.2", tanggal: "2026-03-02", volume: 3 },
    ]);
    expect(opened.troubles).toEqual([]);
  });

  it.each(["desk", "phone"] as const)(
    "should take what a spreadsheet holds, by its headings, and show faults before and after sending on a %s",
    async (screen) => {
      // given
      await open(screen);

      // when
      await paste(
        "Tanggal\tButir kegiatan\tVolume\tNilai TPI\tAlasan\n02-03-2026\tI.B.1\t2\t1,250\tSesuai\n31-02-2026\tI.B.2\t101\t2,5\tSesuai",
      );

      // then
      await page.getByText("Isi dengan tanggal, misalnya 31-12-2026").waitFor();
      expect(await cell("Nilai TPI", 1).inputValue()).toBe("1,250");
      expect(await cell("Alasan", 2).inputValue()).toBe("SESUAI");
      await picture(page, `bulk-${screen}`);
      expect(await accessibilityFindings(page)).toEqual([]);

      // when
      await cell("Tanggal", 2).fill("28-02-2026");
      await save(2).click();

      // then
      await page.getByText("Volume paling banyak 100.").waitFor();
      expect(await cell("Volume", 2).getAttribute("aria-invalid")).toBe("true");
      expect(server.state.rows).toHaveLength(18);

      // when
      await cell("Volume", 2).fill("10");
      await save(2).click();

      // then
      await page.getByText("2 butir ditambahkan").waitFor();
      expect(server.state.rows.at(-1)?.values).toMatchObject({
        kode: "I.B.2",
        tanggal: "2026-02-28",
        volume: 10,
        nilaiTpi: "2.5",
        alasan: "SESUAI",
      });
      expect(opened.troubles).toEqual([]);
    },
  );

  it("should keep the lines on the device when the server is not reached", async () => {
    // given
    await open("desk");
    await paste("I.B.7\tuji\t02-03-2026\t4");
    await opened.context.setOffline(true);

    // when
    await save(1).click();
    await page.getByText("Tidak ada sambungan ke server").waitFor();
    await opened.context.setOffline(false);
    await page.reload();
    await openGrid();

    // then
    expect(await cell("Butir kegiatan", 1).inputValue()).toBe("I.B.7");
    await save(1).click();
    await page.getByText("1 butir ditambahkan").waitFor();
    await openGrid();
    expect(await cell("Butir kegiatan", 1).inputValue()).toBe("");
  });

  it("should draw one line only while it is typed in among 200", async () => {
    // given
    await open("desk");
    await paste(Array.from({ length: 200 }, (_, n) => `I.B.${n}\turaian\t02-03-2026\t1`).join("\n"));
    await save(200).waitFor();
    await page.evaluate(`
      window.changed = new Set();
      new MutationObserver((list) => { for (const { target } of list) window.changed.add(target.closest?.("tr")?.rowIndex ?? 0); })
        .observe(document.querySelector(".bulk-table"), { childList: true, subtree: true, characterData: true, attributes: true });
    `);

    // when
    await cell("Uraian kegiatan", 100).press("End");
    await page.keyboard.type(" kegiatan");

    // then
    expect(await page.evaluate("[...window.changed].every((row) => row === 100)")).toBe(true);
    expect(await cell("Uraian kegiatan", 100).inputValue()).toBe("uraian kegiatan");
  });

  it("should ask before something is done with the whole sheet", async () => {
    // given
    opened = await openPage(browser, server.url, "desk");
    ({ page } = opened);
    await page.goto(path);
    await page.getByRole("button", { name: "Samakan dengan usul" }).click();
    await page.getByText("Semua nilai yang kosong disamakan dengan usul.").waitFor();

    // when
    await page.getByRole("dialog").getByRole("button", { name: "Samakan dengan usul" }).click();

    // then
    await page.getByText("18 dari 18 butir selesai").waitFor();
    expect(await page.getByRole("button", { name: "Samakan dengan usul" }).count()).toBe(0);
    expect(server.state.rows.every(({ values }) => values["nilaiTpi"] !== null)).toBe(true);
  });
});
