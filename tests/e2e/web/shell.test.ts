import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openPage, picture, type OpenPage, type Screen } from "../support/browser.js";
import { builtPages } from "../support/built-pages.js";
import { type MockServer, startMockServer } from "../support/mock-server.js";

describe("shell", () => {
  let browser: Browser;
  let server: MockServer;
  let opened: OpenPage;
  let page: Page;

  const open = async (path: string, screen: Screen = "desk"): Promise<void> => {
    opened = await openPage(browser, server.url, screen);
    ({ page } = opened);
    await page.goto(path);
  };

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

  it("should lead to the wanted page after the sign-in, and say why a sign-in failed", async () => {
    // given
    server.state.user = null;
    await open("/berkas?search=0003");
    await page.getByLabel("Nama pengguna").fill("tpi1");
    await page.getByLabel("Kata sandi", { exact: true }).fill("salah");

    // when
    await page.getByRole("button", { name: "Masuk", exact: true }).click();
    await page.getByRole("alert").getByText("Nama pengguna atau kata sandi salah").waitFor();
    await page.getByLabel("Kata sandi", { exact: true }).fill("kata sandi benar");
    await page.getByRole("button", { name: "Masuk", exact: true }).click();

    // then
    await page.getByRole("link", { name: "DUPAK-2026-0003" }).waitFor();
    expect(page.url()).toContain("/berkas?search=0003");
    expect(opened.troubles).toEqual([]);
  });

  it("should refuse two different passwords before an account is activated", async () => {
    // given
    server.state.user = null;
    await open("/aktivasi");
    await page.getByLabel("Nama pengguna").fill("wi9");
    await page.getByLabel("Kode aktivasi").fill("KX7P-29QM-4T");
    await page.getByLabel("Kata sandi baru", { exact: true }).fill("empat kata yang panjang");
    await page.getByLabel("Ulangi kata sandi baru").fill("empat kata yang lain");

    // when
    await page.getByRole("button", { name: "Aktifkan akun" }).click();
    await page.getByText("Kedua kata sandi tidak sama").waitFor();
    await page.getByLabel("Ulangi kata sandi baru").fill("empat kata yang panjang");
    await page.getByRole("button", { name: "Aktifkan akun" }).click();

    // then
    await page.getByText("Akun sudah aktif.").waitFor();
    expect(server.requests.filter((request) => request === "POST /activation")).toHaveLength(1);
  });

  it("should switch the role in the header", async () => {
    // given
    await open("/tugas");

    // when
    await page.getByRole("button", { name: /^Bertindak sebagai/ }).click();
    await picture(page, "role-menu");
    await page.getByRole("button", { name: "Administrator" }).click();

    // then
    await page.getByRole("button", { name: "Bertindak sebagai Administrator" }).waitFor();
    expect(server.state.user?.activeRoleId).toBe("admin");
  });

  it("should speak English when it is wanted, and say so to the server", async () => {
    // given
    await open("/tugas");

    // when
    await page.getByRole("button", { name: /ID EN/ }).click();

    // then
    await page.getByRole("heading", { name: "Tasks" }).waitFor();
    await page.getByText("3 working days late").first().waitFor();
    expect(server.state.user?.language).toBe("en");
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
  });

  it("should be worked by keyboard: search, next, take, open", async () => {
    // given
    await open("/tugas?view=group");
    await page.locator("tbody tr").first().waitFor();

    // when
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const focused = (await page.evaluate("document.activeElement.dataset.task")) as string;
    await page.keyboard.press("c");
    await page.getByText(/sekarang milik Anda/).waitFor();

    // then
    expect(server.state.tasks.find(({ key }) => key === focused)?.assignee?.me).toBe(true);
    await page.keyboard.press("/");
    await page.keyboard.type("0005");
    await page.waitForURL("**/tugas?view=group&search=0005");
    await page.getByText("DUPAK-2026-0005").waitFor();
  });

  it("should keep the state of the list in the address", async () => {
    // given
    await open("/tugas");
    await page.getByRole("button", { name: "Semua" }).click();
    await page.getByLabel("Urutkan menurut").selectOption("name");
    await page.getByText("25 dari 30 tugas").waitFor();
    await page.getByRole("button", { name: "Tampilkan lebih banyak" }).click();
    await page.getByText("30 dari 30 tugas").waitFor();

    // when
    await page.reload();

    // then
    expect(page.url()).toContain("view=all&sort=name");
    await page.getByRole("button", { name: "Semua", exact: true }).and(page.locator("[aria-current=page]")).waitFor();
  });

  it("should keep two choices that are made at once", async () => {
    // given
    await open("/tugas");
    await page.getByText("Urutkan menurut").or(page.getByLabel("Urutkan menurut")).first().waitFor();
    const all = await page.getByRole("button", { name: "Semua" }).elementHandle();
    const sort = await page.getByLabel("Urutkan menurut").elementHandle();

    // when
    await page.evaluate(
      ([button, select]) => {
        (button as unknown as { click(): void }).click();
        const chosen = select as unknown as { value: string; dispatchEvent(event: Event): boolean };
        chosen.value = "name";
        chosen.dispatchEvent(new Event("change", { bubbles: true }));
      },
      [all, sort] as const,
    );

    // then
    await page.waitForURL(/view=all&sort=name/);
  });

  it("should open the menu of a phone and close it after a choice", async () => {
    // given
    await open("/tugas", "phone");

    // when
    await page.getByRole("button", { name: "Buka menu" }).click();
    await picture(page, "phone-menu");
    await page.getByRole("dialog").getByRole("link", { name: "Berkas" }).click();

    // then
    await page.getByRole("heading", { name: "Berkas" }).waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("should show an activation code once", async () => {
    // given
    await open("/pengguna");
    await page.getByRole("button", { name: "Tambah pengguna" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Nama pengguna").fill("wi7");
    await dialog.getByLabel("Nama lengkap").fill("Laras Permata");

    // when
    await dialog.getByRole("button", { name: "Buat akun" }).click();

    // then
    await page.getByText("KX7P-29QM-4T").waitFor();
    await picture(page, "activation-code");
    await page.getByRole("dialog").getByRole("button", { name: "Tutup" }).click();
    expect(await page.getByText("KX7P-29QM-4T").count()).toBe(0);
  });

  it("should tell whether a PDF is the one that was issued, without sending it", async () => {
    // given
    await open("/verifikasi/doc-1");

    // when
    await page
      .getByLabel("Pilih berkas PDF")
      .setInputFiles({ name: "lain.pdf", mimeType: "application/pdf", buffer: Buffer.from("lain") });

    // then
    await page.getByText("Berkas ini berbeda dari dokumen yang diterbitkan.").waitFor();
    expect(server.requests.some((request) => request.startsWith("POST"))).toBe(false);
  });
});
