import { beforeEach, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { picture } from "../support/browser.js";
import { type MockedPage, mockedPages } from "../support/mocked-pages.js";

describe("form that opens a case file", () => {
  const pages = mockedPages();
  let { server, opened, page } = {} as MockedPage;
  beforeEach(async () => {
    ({ server, opened, page } = await pages.open());
    await page.goto("/mulai/contoh/dupak");
    await page.getByLabel("Jumlah halaman").waitFor();
    await page.getByLabel("Teruskan").check();
    await page.getByLabel("Jumlah halaman").fill("14");
  });

  const send = (on: Page) => on.getByRole("button", { name: "Simpan keputusan" });

  it("should open one case file although the button is pressed twice", async () => {
    // when
    await send(page).dblclick();

    // then
    await page.waitForURL(/\/berkas\//);
    expect(server.requests.filter((request) => request === "POST /starts/contoh/dupak")).toHaveLength(1);
    expect(server.requests.filter((request) => request === "GET /starts/contoh/dupak")).toHaveLength(1);
    expect(opened.troubles).toEqual([]);
  });

  it("should keep the input when the connection is lost, also over a reload, and send it later", async () => {
    // given
    await opened.context.setOffline(true);

    // when
    await send(page).click();
    await page.getByText("Tidak ada sambungan ke server").first().waitFor();
    await opened.context.setOffline(false);
    await page.reload();

    // then
    // From this device, or from the server, where the draft may have gone as soon as there was a connection.
    await page
      .getByText(/Isian yang belum terkirim dipulihkan|Melanjutkan isian yang tersimpan/)
      .first()
      .waitFor();
    await page.getByLabel("Jumlah halaman").waitFor();
    expect(await page.getByLabel("Jumlah halaman").inputValue()).toBe("14");
    await send(page).click();
    await page.waitForURL(/\/berkas\//);
    expect(server.state.started).toMatchObject({ data: { keputusan: "TERUSKAN", jumlah: 14 } });
  });

  it("should go on with what another device saved, and begin afresh when that is wanted", async () => {
    // given
    await page.getByText(/Draf tersimpan pukul/).waitFor();
    const other = await pages.another(server, "phone");

    // when
    await other.page.goto("/mulai/contoh/dupak");
    await other.page.getByText(/Melanjutkan isian yang tersimpan .* disimpan sampai/).waitFor();
    await other.page.getByLabel("Jumlah halaman").waitFor();
    await picture(other.page, "start-kept");

    // then
    expect(await other.page.getByLabel("Jumlah halaman").inputValue()).toBe("14");

    // when
    await other.page.getByRole("button", { name: "Mulai dari awal" }).click();
    await picture(other.page, "start-again");
    await other.page.getByRole("dialog").getByRole("button", { name: "Mulai dari awal" }).click();
    await other.page.getByText(/Melanjutkan isian/).waitFor({ state: "detached" });

    // then
    await other.page.getByLabel("Jumlah halaman").waitFor();
    expect(await other.page.getByLabel("Jumlah halaman").inputValue()).toBe("3");
    expect(other.troubles).toEqual([]);
    await other.context.close();
  });

  it("should say that the server decides when a script does not end, and still send the form", async () => {
    // given
    const { components } = server.state.form as { components: object[] };
    const endless = { type: "number", key: "rumit", label: "Rumit", input: true, calculateValue: "while (true) {}" };
    server.state.form = { ...server.state.form, components: [...components, endless] };

    // when
    const other = await pages.another(server, "desk");
    await other.page.goto("/mulai/contoh/dupak");

    // then
    await other.page.getByText("Server menghitungnya saat formulir dikirim").waitFor({ timeout: 20_000 });
    await picture(other.page, "script-stopped");
    await other.context.close();
  }, 40_000);

  it("should let one sign in again in the middle without losing input", async () => {
    // given
    server.state.expired = true;

    // when
    await send(page).click();
    await page.getByText("Sesi Anda telah berakhir").waitFor();
    await page.getByLabel("Kata sandi", { exact: true }).fill("kata sandi benar");
    await page.getByRole("button", { name: "Masuk" }).click();

    // then
    await page.waitForURL(/\/berkas\//);
    expect(server.state.started).toMatchObject({ data: { keputusan: "TERUSKAN", jumlah: 14 } });
  });

  it("should give a thumb the way back to the list of what can be started", async () => {
    // given
    const phone = await pages.another(server, "phone");
    await phone.page.goto("/mulai/contoh/dupak");
    await phone.page.getByLabel("Jumlah halaman").waitFor();

    // when
    const box = await phone.page.locator(".page-pretitle a").boundingBox();

    // then
    expect(box?.height).toBeGreaterThanOrEqual(40);
    await phone.context.close();
  });
});
