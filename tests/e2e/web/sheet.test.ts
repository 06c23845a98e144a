import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { accessibilityFindings } from "../support/accessibility.js";
import { launchBrowser, openPage, picture, type OpenPage, type Screen } from "../support/browser.js";
import { builtPages } from "../support/built-pages.js";
import { someRows } from "../support/mock-sheet.js";
import { type MockServer, startMockServer } from "../support/mock-server.js";

/** A task of mine that works on a sheet. */
const path = "/tugas/2251799813700000";

describe("sheet editor", () => {
  let browser: Browser;
  let server: MockServer;
  let opened: OpenPage;
  let page: Page;

  const open = async (screen: Screen): Promise<void> => {
    opened = await openPage(browser, server.url, screen);
    ({ page } = opened);
    await page.goto(path);
    await page.getByRole("button", { name: "I.B.1 Menyusun", exact: false }).first().waitFor();
  };
  const openRow = (number: number): Promise<void> =>
    page
      .getByRole("button", {
        name: `${number} I.B.${number} Menyusun bahan ajar mata pelatihan ${number}`,
        exact: true,
      })
      .click();
  const panel = () => page.getByRole("dialog");

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startMockServer(builtPages());
  });
  afterEach(async () => {
    await opened.context.close();
    await server.close();
  });

  it("should score a row beside its evidence and go on to the next with Ctrl+Enter", async () => {
    // given
    await open("desk");
    await openRow(13);
    await panel().locator("iframe").waitFor();
    await picture(page, "row-panel-desk");
    const findings = await accessibilityFindings(page);

    // when
    await panel().getByLabel("Nilai TPI").fill("2,500");
    await page.keyboard.press("Control+Enter");

    // then
    await panel().getByText("butir 14 dari 18").waitFor();
    expect(server.state.rows[12]?.values["nilaiTpi"]).toBe("2.500");
    expect(findings).toEqual([]);
    expect(opened.troubles).toEqual([]);
    await panel().getByRole("button", { name: "Tutup" }).click();
    await page.getByText("13 dari 18 butir selesai").waitFor();
  });

  it("should show the server's message at the column and keep what was typed", async () => {
    // given
    await open("desk");
    await openRow(14);

    // when
    await panel().getByLabel("Nilai TPI").fill("11");
    await page.keyboard.press("Control+Enter");

    // then
    await panel().getByText("Nilai TPI paling tinggi 10,000, tetapi diisi lebih.").waitFor();
    expect(await panel().getByLabel("Nilai TPI").inputValue()).toBe("11");
    await panel().getByLabel("Nilai TPI").fill("banyak");
    await page.keyboard.press("Control+Enter");
    await panel().getByText("Isi dengan angka").waitFor();
  });

  it("should not take one number for another", async () => {
    // given
    await open("desk");
    await openRow(14);
    const field = panel().getByLabel("Nilai TPI");

    // when
    for (const typed of ["2.500", "1,5,5"]) {
      await field.fill(typed);
      await page.keyboard.press("Control+Enter");

      // then
      await panel().getByText("Isi dengan angka tanpa titik ribuan, dengan koma desimal").waitFor();
      expect(await field.inputValue()).toBe(typed);
      await field.fill("");
    }
  });

  it("should forget the input that a person throws away", async () => {
    // given
    await open("desk");
    await openRow(14);
    const field = panel().getByLabel("Nilai TPI");
    const before = await field.inputValue();
    await field.fill("4,125");

    // when
    await panel().getByRole("button", { name: "Tutup" }).click();
    await page.getByRole("button", { name: "Buang perubahan" }).click();
    await panel().waitFor({ state: "detached" });
    await openRow(14);

    // then
    expect(await field.inputValue()).toBe(before);
    expect(await page.getByText("dipulihkan dari perangkat ini").count()).toBe(0);
  });

  it("should say so when what is typed for a day is none, and send nothing", async () => {
    // given
    await open("desk");
    await page.getByRole("button", { name: "Tambah butir" }).click();
    const field = panel().getByLabel("Tanggal");
    await panel().getByLabel("Volume").fill("3");
    await field.focus();

    // when
    await page.keyboard.type("02");
    await panel().getByRole("button", { name: "Simpan", exact: true }).click();

    // then
    await panel().getByText("Isi dengan tanggal, misalnya 31-12-2026").waitFor();
    expect(server.requests.filter((request) => request.startsWith("POST"))).toEqual([]);
  });

  it("should offer to save when half a day is all that was changed, and say what is wrong with it", async () => {
    // given
    await open("desk");
    await openRow(14);
    const save = panel().getByRole("button", { name: "Simpan", exact: true });
    expect(await save.isDisabled()).toBe(true);

    // when
    await panel().getByLabel("Tanggal").focus();
    await page.keyboard.press("Backspace");
    expect(await save.isEnabled()).toBe(true);
    await save.click();

    // then
    await panel().getByText("Isi dengan tanggal, misalnya 31-12-2026").waitFor();
    expect(server.requests.filter((request) => request.startsWith("PUT"))).toEqual([]);
  });

  it("should ask when somebody else saved the same row", async () => {
    // given
    await open("desk");
    await openRow(13);
    await panel().getByLabel("Nilai TPI").fill("1,000");
    server.state.rows = server.state.rows.map((row) =>
      row.id === "row-12" ? { ...row, revision: 7, values: { ...row.values, nilaiTpi: "3.000" } } : row,
    );

    // when
    await panel().getByRole("button", { name: "Simpan", exact: true }).click();
    await panel().getByText("Butir ini sudah diubah orang lain").waitFor();
    await picture(page, "row-conflict");
    await panel().getByRole("button", { name: "Simpan isian saya" }).click();

    // then
    await page.getByText("Butir tersimpan").first().waitFor();
    expect(server.state.rows[12]).toMatchObject({ revision: 8, values: { nilaiTpi: "1.000" } });
  });

  it("should keep a row's input on the device when it cannot be saved", async () => {
    // given
    await open("desk");
    await openRow(13);
    await opened.context.setOffline(true);

    // when
    await panel().getByLabel("Nilai TPI").fill("4,125");
    await panel().getByRole("button", { name: "Simpan", exact: true }).click();
    await panel().getByText("Tidak ada sambungan ke server").waitFor();
    await opened.context.setOffline(false);
    await page.reload();
    await openRow(13);

    // then
    expect(await panel().getByLabel("Nilai TPI").inputValue()).toBe("4,125");
    await panel().getByText("dipulihkan dari perangkat ini").waitFor();
  });

  it("should add a row with a searched activity and attach evidence to it", async () => {
    // given
    await open("desk");
    await page.getByRole("button", { name: "Tambah butir" }).click();

    // when
    await panel().getByRole("combobox", { name: "Butir kegiatan" }).fill("tatap");
    await panel()
      .getByRole("option", { name: /Melaksanakan tatap muka/ })
      .waitFor();
    await picture(page, "row-search");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await panel().getByLabel("Tanggal").fill("2026-03-02");
    await panel().getByLabel("Volume").fill("2");
    await panel().getByRole("button", { name: "Simpan", exact: true }).click();
    await panel()
      .getByLabel("Unggah berkas")
      .setInputFiles({ name: "bukti.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4") });

    // then
    await panel().getByRole("button", { name: "Tampilkan bukti-baru.pdf" }).waitFor();
    expect(server.state.rows.at(-1)).toMatchObject({
      values: { kode: "I.A.3", tanggal: "2026-03-02", volume: 2 },
      files: [{ id: "file-new" }],
    });
    expect(opened.troubles).toEqual([]);
  });

  it("should not render the rows again while one is typed in a sheet of 200", async () => {
    // given
    server.state.rows = someRows(200);
    await open("desk");
    await openRow(13);
    await page.evaluate(`
      window.changed = 0;
      new MutationObserver((list) => { window.changed += list.length; }).observe(document.querySelector(".sheet-table"), { childList: true, subtree: true, characterData: true, attributes: true });
    `);

    // when
    await panel().getByLabel("Uraian kegiatan").pressSequentially("Pelatihan dasar");

    // then
    expect(await page.evaluate("window.changed")).toBe(0);
    expect(await page.locator("tr[data-row]").count()).toBe(200);
  });

  it("should fill the whole screen of a phone with one row", async () => {
    // given
    await open("phone");

    // when
    await openRow(13);
    await panel().getByLabel("Nilai TPI").waitFor();
    await panel().evaluate("(panel) => Promise.all(panel.getAnimations().map(({ finished }) => finished))");
    await picture(page, "row-panel-phone");
    await panel().getByLabel("Nilai TPI").scrollIntoViewIfNeeded();
    await picture(page, "row-panel-phone-fields");

    // then
    expect(await panel().boundingBox()).toMatchObject({ x: 0, width: 390 });
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it("should read the case file again after something was done to the whole sheet on its page", async () => {
    // given
    opened = await openPage(browser, server.url, "desk");
    ({ page } = opened);
    await page.goto("/berkas/case-0");
    await page.getByRole("button", { name: "Samakan dengan usul" }).click();

    // when
    const again = page.waitForResponse((response) => response.url().endsWith("/api/cases/case-0"));
    await page.getByRole("dialog").getByRole("button", { name: "Samakan dengan usul" }).click();

    // then facts and status at the head are those after it
    expect((await again).status()).toBe(200);
  });
});
