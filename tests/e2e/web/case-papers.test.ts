import { beforeEach, describe, expect, it } from "@jest/globals";
import { accessibilityFindings } from "../support/accessibility.js";
import { picture } from "../support/browser.js";
import { type MockedPage, mockedPages } from "../support/mocked-pages.js";

describe("what a case file has many of", () => {
  const pages = mockedPages();
  let { server, opened, page } = {} as MockedPage;
  beforeEach(async () => {
    ({ server, opened, page } = await pages.open());
  });

  it("should page through thousands and find one by name", async () => {
    // given
    await page.goto("/berkas/case-massal?tab=dokumen");
    await page.getByText("1–25 dari 10.000").waitFor();
    expect(await page.getByRole("listitem").filter({ hasText: "Konversi Predikat" }).count()).toBe(25);
    await picture(page, "case-documents-many");
    expect(await accessibilityFindings(page)).toEqual([]);

    // when
    await page.getByRole("button", { name: "Berikutnya" }).click();
    await page.getByText("Konversi Predikat Kinerja Pegawai 26", { exact: true }).first().waitFor();
    await page.getByLabel("Cari judul, nama, atau nomor dokumen").fill("pegawai 9999");

    // then
    await page.getByText("Konversi Predikat Kinerja Pegawai 9999", { exact: true }).first().waitFor();
    await page
      .getByText("Konversi Predikat Kinerja Pegawai 26", { exact: true })
      .first()
      .waitFor({ state: "detached" });
    expect(await page.getByRole("listitem").filter({ hasText: "Konversi Predikat" }).count()).toBe(1);

    // when
    await page.getByLabel("Cari judul, nama, atau nomor dokumen").fill("siapa pun");
    // then
    await page.getByText("Tidak ada yang cocok dengan “siapa pun”").waitFor();
    expect(opened.troubles).toEqual([]);
  });

  it("should show few at once, without search and pager", async () => {
    await page.goto("/berkas/case-1?tab=dokumen");
    await page.getByText("Hasil Penilaian Angka Kredit").first().waitFor();
    expect(await page.getByRole("searchbox").count()).toBe(0);
    expect(server.requests.filter((each) => each.includes("/documents"))).toEqual([]);
  });

  it("should follow the system's work: status and rows appear without asking again", async () => {
    // given
    let answers = 0;
    await page.route(/\/api\/cases\/case-1$/u, async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { case: { updatedAt: number }; openTasks: unknown[] };
      answers += 1;
      const before = { ...body, openTasks: [], case: { ...body.case, updatedAt: body.case.updatedAt - 1 } };
      await route.fulfill({ response, json: answers === 1 ? before : body });
    });
    let rows = 0;
    await page.route(/\/sheets\/butir\?/u, async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { rows: unknown[]; total: number };
      rows += 1;
      await route.fulfill({ response, json: rows === 1 ? { ...body, rows: [], total: 0 } : body });
    });
    // when
    await page.goto("/berkas/case-1");
    await page.getByText("Belum ada butir").waitFor();
    // then
    await page.getByText("Penilaian butir kegiatan").first().waitFor();
    await page.getByText("Belum ada butir").waitFor({ state: "detached" });
    expect(await page.getByRole("row").count()).toBeGreaterThan(2);
  });

  it("should page through a long sheet that is only read, and search it on the server", async () => {
    // given
    const asked: URLSearchParams[] = [];
    let pattern: object | undefined;
    await page.route(/\/sheets\/butir\?/u, async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { rows: { values: object }[]; total: number };
      pattern ??= body.rows[0];
      const query = new URL(route.request().url()).searchParams;
      asked.push(query);
      const [offset, limit] = [Number(query.get("offset") ?? 0), Number(query.get("limit"))];
      const total = query.has("search") ? 1 : 404;
      const rows = Array.from({ length: Math.min(limit, total - offset) }, (_, at) => ({
        ...pattern,
        id: `row-${offset + at}`,
      }));
      await route.fulfill({ response, json: { ...body, rows, total } });
    });
    // when
    await page.goto("/berkas/case-1");
    await page.getByText("1–50 dari 404").waitFor();
    expect(await page.locator("[data-row]").count()).toBe(50);
    await page.getByRole("button", { name: "Berikutnya" }).click();
    // then
    await page.locator("[data-row=row-99]").waitFor();
    expect(await page.locator("[data-row]").first().innerText()).toContain("51");
    // when
    await page.getByLabel("Cari dalam daftar").fill("Galih");
    // then
    await page.locator("[data-row=row-99]").waitFor({ state: "detached" });
    expect(await page.locator("[data-row]").count()).toBe(1);
    expect(asked.at(-1)?.get("search")).toBe("Galih");
    expect(asked.map((query) => query.get("limit"))).not.toContain("404");
    expect(asked.length).toBeLessThan(6); // not all rows
    expect(opened.troubles).toEqual([]);
  });
});
