import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { type AlurWorld, openAlur } from "../../support/alur.js";
import { accessibilityFindings } from "../support/accessibility.js";
import { launchBrowser, openPage, picture, screens, type OpenPage, type Screen } from "../support/browser.js";
import { builtPages } from "../support/built-pages.js";

const konversi =
  "/kalkulator?hitung=konversi&baris=AHLI_PERTAMA~2023~1~12~BAIK&baris=AHLI_PERTAMA~2024~1~5~SANGAT_BAIK&baris=AHLI_MUDA~2024~6~12~BAIK";

/** Each part with inputs that have a result, and what stands in it. */
const hasil = [
  { nama: "konversi", alamat: konversi, tampak: "14,583" },
  {
    nama: "pak",
    alamat: "/kalkulator?hitung=pak&jenjang=AHLI_MUDA&golongan=III/c&akDasar=0&akKonversi=112,5",
    tampak: "112,500",
  },
  {
    nama: "kenaikan",
    alamat:
      "/kalkulator?hitung=kenaikan&jenjang=AHLI_MUDA&golongan=III/c&angkaKredit=62,5&predikat=BAIK&mulai=2026-01&tanggal=2026-04-01&tmtPangkat=2024-10-01&tmtJabatan=2023-01-01&lowongan=1&baris=2025~BAIK&baris=2024~BAIK",
    tampak: "masa dalam pangkat terakhir belum cukup",
  },
  {
    nama: "integrasi",
    alamat: "/kalkulator?hitung=integrasi&golongan=III/c&akKonvensional=287,500",
    tampak: "87,500",
  },
] as const;

describe("the public calculator", () => {
  let browser: Browser;
  let world: AlurWorld;
  let opened: OpenPage;
  let page: Page;

  const open = async (screen: Screen, path: string): Promise<void> => {
    opened = await openPage(browser, world.url, screen);
    ({ page } = opened);
    await page.goto(path);
  };
  const result = () => page.getByRole("region", { name: "Hasil" });

  beforeAll(async () => {
    builtPages();
    browser = await launchBrowser();
    world = await openAlur({ demo: false });
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await world.close();
  });
  afterEach(() => opened.context.close());

  describe.each(Object.keys(screens) as Screen[])("at the size of a %s", (screen) => {
    it.each(hasil)(
      "should show the same result of $nama to whoever opens its address",
      async ({ nama, alamat, tampak }) => {
        // when
        await open(screen, alamat);
        await result().getByText(tampak).first().waitFor();
        await picture(page, `${screen}-kalkulator-${nama}`);

        // then
        const text = await result().innerText();
        expect(text).toContain("Dasar hukum");
        expect(text).toMatch(/berlaku sejak \d{1,2} \w+ \d{4}/);
        expect(await accessibilityFindings(page)).toEqual([]);
        const overflow = await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect({ overflow, troubles: opened.troubles }).toEqual({ overflow: 0, troubles: [] });
      },
    );
  });

  it("should be linked from the front page and be a page of its own", async () => {
    await open("phone", "/masuk");
    await page.getByRole("link", { name: "Kalkulator angka kredit" }).click();
    await page.getByRole("heading", { name: "Kalkulator angka kredit" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/kalkulator");
    expect(opened.troubles).toEqual([]);
  });

  it("should calculate by keyboard and lead to the result", async () => {
    // given
    await open("desk", "/kalkulator?hitung=integrasi");
    const amount = page.getByLabel("Angka kredit konvensional", { exact: true });
    await amount.focus();

    // when
    await page.keyboard.type("550,63");
    await page.keyboard.press("Enter");
    await result().waitFor();

    // then
    await page.locator("#judul-hasil:focus").waitFor();
    expect(new URL(page.url()).searchParams.get("akKonvensional")).toBe("550,63");
  });

  it("should ask what is meant by 287.500 and never guess", async () => {
    // given
    await open("phone", "/kalkulator?hitung=integrasi&golongan=III/c&akKonvensional=287.500");
    const amount = page.getByLabel("Angka kredit konvensional", { exact: true });

    // then
    await page.getByText("Titik dapat berarti desimal atau ribuan").waitFor();
    expect(await result().count()).toBe(0);
    expect(await amount.getAttribute("aria-invalid")).toBe("true");
    await picture(page, "kalkulator-maksudnya");

    // when
    await page.getByRole("button", { name: "287,500", exact: true }).click();
    await page.getByRole("button", { name: "Hitung" }).click();

    // then
    await result().getByText("87,500").first().waitFor();
    expect(await amount.inputValue()).toBe("287,500");
  });

  it("should show the server's words at the field that they are about", async () => {
    // given
    await open(
      "phone",
      "/kalkulator?hitung=konversi&baris=AHLI_PERTAMA~2023~1~6~BAIK&baris=AHLI_PERTAMA~2023~5~12~BAIK",
    );

    // then
    await page.getByRole("alert").waitFor();
    const faulty = page.locator('[aria-invalid="true"]');
    expect(await faulty.count()).toBe(1);
    const words = page.locator(
      `#${(await faulty.getAttribute("aria-describedby"))?.replaceAll(/([^\w-])/g, "\\$1") ?? ""}`,
    );
    expect((await words.innerText()).length).toBeGreaterThan(10);
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it("should add a period for the following year and close the account of a level that ended", async () => {
    // given
    await open("phone", "/kalkulator");
    await page.getByLabel("Tahun").fill("2023");

    // when
    await page.getByRole("button", { name: "Tambah periode" }).click();
    const second = page.getByRole("group", { name: "Periode 2" });
    expect(await second.getByLabel("Tahun").inputValue()).toBe("2024");
    await second.getByLabel("Jenjang").selectOption("AHLI_MUDA");
    await page.getByRole("button", { name: "Hitung" }).click();

    // then
    await result().getByRole("row", { name: "Ahli Pertama Ditutup 12,500" }).waitFor();
    await result().getByRole("row", { name: "Ahli Muda Berjalan 25,000" }).waitFor();
  });

  it("should draw the way to the requirement and give the same as a table", async () => {
    await open("desk", hasil[2].alamat);
    const drawing = page.getByRole("img", { name: /Angka kredit bulan demi bulan.*Kenaikan pangkat/ });
    await drawing.waitFor();
    await page.getByText("Tabel bulan demi bulan").first().click();
    await page
      .getByRole("row", { name: /Januari 2026 64,583 100,000/ })
      .first()
      .waitFor();
    expect(await drawing.getAttribute("aria-labelledby")).not.toBeNull();
  });

  it("should keep the inputs when no answer comes, and say why", async () => {
    // given
    await open("phone", "/kalkulator?hitung=integrasi");
    await page.getByLabel("Angka kredit konvensional", { exact: true }).fill("300");
    await opened.context.setOffline(true);

    // when
    await page.getByRole("button", { name: "Hitung" }).click();

    // then
    await page.getByText("Tidak ada sambungan ke server").waitFor();
    await opened.context.setOffline(false);
    await page.getByRole("button", { name: "Hitung" }).click();
    await result().waitFor();
  });

  it("should speak English when asked, with the same inputs, each sentence with the quotable one in Indonesian", async () => {
    // given
    await open("desk", konversi);
    await result().waitFor();

    // when
    await page.getByRole("button", { name: "English" }).click();

    // then
    await page.getByRole("region", { name: "Result" }).getByText("Legal basis").waitFor();
    const sentence = page.getByRole("listitem").filter({ hasText: "ditutup" });
    expect(await sentence.innerText()).toMatch(/^The credit of Ahli Pertama is closed at [\d,]+: no surplus/u);
    expect(await sentence.getAttribute("lang")).toBe("en");
    expect(await sentence.locator('[lang="id"]').innerText()).toMatch(/^Angka kredit Ahli Pertama ditutup pada/u);
    await picture(page, "kalkulator-en-desk");
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it("should print result, legal basis, date and address, and no buttons", async () => {
    // given
    await open("desk", konversi);
    await result().waitFor();

    // when
    await page.emulateMedia({ media: "print" });

    // then
    expect(await page.getByText("Alamat hasil ini").isVisible()).toBe(true);
    expect(await page.getByText("Dihitung pada").isVisible()).toBe(true);
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await result().getByText("Dasar hukum").isVisible()).toBe(true);
  });

  it("should go back to the part and inputs before", async () => {
    // given
    await open("desk", konversi);
    await result().waitFor();
    await page.getByRole("link", { name: "PAK" }).click();
    await page.getByLabel("AK dasar").waitFor();

    // when
    await page.goBack();

    // then
    await result().getByText("14,583").first().waitFor();
  });
});
