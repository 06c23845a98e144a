import { beforeEach, describe, expect, it } from "@jest/globals";
import { accessibilityFindings } from "../support/accessibility.js";
import { picture } from "../support/browser.js";
import { type MockedPage, mockedPages } from "../support/mocked-pages.js";

describe("studio", () => {
  const pages = mockedPages();
  let { server, opened, page } = {} as MockedPage;
  beforeEach(async () => {
    ({ server, opened, page } = await pages.open());
    page.setDefaultTimeout(20_000);
  });

  const openEditor = async (): Promise<void> => {
    await page.goto("/studio/proses/dupak-online");
    await page.getByRole("link", { name: "Ubah diagram" }).click();
    await page.locator(".djs-shape[data-element-id=nilai]").waitFor();
    await page.locator(".bio-properties-panel").first().waitFor();
  };

  it("should show a deployed diagram at a size that can be read, with buttons to zoom", async () => {
    // given
    await page.goto("/studio/proses/dupak-online");
    const region = page.getByRole("region", { name: "Diagram proses" });
    const start = region.locator(".djs-shape").first();
    await start.waitFor();
    const width = async (): Promise<number> => (await start.boundingBox())?.width ?? 0;
    const opened0 = await width();
    expect(await region.locator(".viewport").getAttribute("transform")).toMatch(/^matrix\((?:1|0\.[7-9])/);

    // when
    await page.getByRole("button", { name: "Perbesar" }).click();

    // then
    expect(await width()).toBeGreaterThan(opened0);
    await page.getByRole("button", { name: "Seluruh diagram" }).click();
    expect(opened.troubles).toEqual([]);
  });

  it("should replace an element from the menus, in Indonesian, without a word in the console", async () => {
    // given
    await openEditor();
    await page.locator(".djs-shape[data-element-id=nilai] .djs-hit").first().click();

    // when
    await page.locator(".djs-context-pad [data-action=replace]").click();
    await page.locator(".djs-popup").waitFor();

    // then
    expect(opened.troubles).toEqual([]);

    // when
    await page.keyboard.press("Escape");
    await page.locator(".djs-palette [data-action=create]").click();
    await page.locator(".djs-popup").getByText("Tugas", { exact: true }).first().click();

    // then
    await page.locator(".djs-popup").getByRole("button", { name: "Kembali" }).waitFor();
    expect(await page.getByRole("button", { name: "Back", exact: true }).count()).toBe(0);
  });

  it("should open a process in the modeler with its properties panel", async () => {
    // when
    await openEditor();
    await page.locator(".djs-shape[data-element-id=nilai] .djs-hit").first().click();
    await page.getByText("Tugas pengguna", { exact: false }).first().waitFor();
    await picture(page, "studio-editor");

    // then
    expect(await accessibilityFindings(page, [".djs-container", ".bio-properties-panel", ".djs-parent"])).toEqual([]);
    expect(opened.troubles).toEqual([]);
  });

  it("should show the findings of a check and lead to the element", async () => {
    // given
    await openEditor();

    // when
    await page.getByRole("button", { name: "Periksa", exact: true }).click();
    await page.getByRole("button", { name: "Tugas ini belum punya formulir." }).click();

    // then
    await page.locator(".djs-shape.selected[data-element-id=nilai]").waitFor();
    await picture(page, "studio-findings");
    expect(opened.troubles).toEqual([]);
  });

  it("should deploy a further version and say that running ones stay as they are", async () => {
    // given
    await openEditor();

    // when
    await page.getByRole("button", { name: "Terbitkan" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Diagram ini menjadi versi 3").waitFor();
    await dialog.getByText("16 berkas yang sedang berjalan tetap memakai versinya sendiri.").waitFor();
    await dialog.getByRole("button", { name: "Terbitkan" }).click();

    // then
    await page.getByText("Versi 3 diterbitkan").waitFor();
    await page.waitForURL("**/studio/proses/dupak-online");
  });

  it("should put the messages of a refused deployment on their elements", async () => {
    // given
    await openEditor();
    server.state.faults.push({
      method: "POST",
      path: /deployments$/,
      status: 400,
      code: "BAD_INPUT",
      title: "Isian tidak sah",
      detail: "",
      errors: [],
      more: {
        findings: [
          { severity: "error", elementId: "gerbang", rule: "r", message: "Gerbang ini tidak punya alur bawaan." },
        ],
      },
    });

    // when
    await page.getByRole("button", { name: "Terbitkan" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Terbitkan" }).click();

    // then
    await page.getByRole("button", { name: "Gerbang ini tidak punya alur bawaan." }).click();
    await page.locator(".djs-shape.selected[data-element-id=gerbang]").waitFor();
  });

  it("should start a new process", async () => {
    // when
    await page.goto("/studio/baru");
    await page.locator(".djs-shape[data-element-id=mulai]").waitFor();

    // then
    await page.getByRole("heading", { name: "Proses baru" }).waitFor();
    expect(opened.troubles).toEqual([]);
  });
});
