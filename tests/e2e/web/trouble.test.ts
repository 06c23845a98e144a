import { beforeEach, describe, expect, it } from "@jest/globals";
import { accessibilityFindings } from "../support/accessibility.js";
import { picture } from "../support/browser.js";
import { type MockedPage, mockedPages } from "../support/mocked-pages.js";

describe("when parts of the platform are in trouble", () => {
  const pages = mockedPages();
  let { server, opened, page } = {} as MockedPage;
  beforeEach(async () => {
    ({ server, opened, page } = await pages.open());
  });

  it("should say on the case page that the engine does not answer, instead of that there are no tasks", async () => {
    // given
    server.state.engineAnswers = false;

    // when
    await page.goto("/berkas/case-1");
    await page.getByText(/Mesin proses sedang tidak menjawab/).waitFor();

    // then
    await picture(page, "engine-away");
    expect(await page.getByText("Posisi saat ini").count()).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it("should list messages that are held up, say why, and send one again", async () => {
    // given
    await page.goto("/operasi");
    await page.getByRole("button", { name: "Pesan tertahan" }).click();
    const mail = page.getByRole("listitem").filter({ hasText: "Surel" });
    await mail.getByText("connect ECONNREFUSED 127.0.0.1:25").waitFor();
    await mail.getByText(/^4 kali dicoba/).waitFor();

    // when
    await mail.getByRole("button", { name: "Coba lagi" }).click();

    // then
    await page.getByText("Pesan dikirim lagi").waitFor();
    await mail.waitFor({ state: "detached" });
    expect(server.requests).toContain("POST /operations/outbox/pesan-1/retry");
    expect(opened.troubles).toEqual([]);
  });

  it("should say that the connection is lost when a page cannot be fetched", async () => {
    // given
    await page.goto("/profil");
    await page.getByLabel("Surel").waitFor();
    await opened.context.setOffline(true);

    // when
    await page.getByRole("link", { name: "Berkas" }).click();

    // then
    await page.getByText("Tidak ada sambungan ke server").waitFor();
    await page.getByText("Periksa jaringan Anda, lalu muat ulang halaman.").waitFor();
  });
});
