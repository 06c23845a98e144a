import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { accessibilityFindings } from "../support/accessibility.js";
import { launchBrowser, openPage, picture, type OpenPage, type Screen, screens } from "../support/browser.js";
import { builtPages } from "../support/built-pages.js";
import { nip } from "../support/mock-people.js";
import { type MockServer, startMockServer } from "../support/mock-server.js";

const key = "2251799813700001";
const longName = "Prof. Dr. Kartika Wanabrata Samudranaya Purnawira, S.Kom., M.AP.";

const person = {
  type: "select",
  key: "nip",
  label: "Pegawai",
  input: true,
  dataSrc: "url",
  data: { url: "/api/contoh/pegawai?untuk=uji" },
  valueProperty: "nip",
  template: "<span>{{ item.label }}</span>",
  searchField: "search",
  lazyLoad: true,
  validate: { required: true },
};
const file = { type: "file", key: "berkas", label: "Surat keputusan", input: true, storage: "url", url: "/api/files" };
const day = {
  type: "datetime",
  key: "tanggal",
  label: "Tanggal",
  input: true,
  format: "dd-MM-yyyy",
  enableTime: false,
};
const credit = {
  type: "number",
  key: "angkaKredit",
  label: "Angka kredit",
  input: true,
  validate: { required: true, min: 0, max: 2000 },
};
const grid = {
  type: "datagrid",
  key: "orang",
  label: "Orang yang dibahas",
  input: true,
  disableAddingRemovingRows: true,
  components: [
    { type: "checkbox", key: "ikut", label: "Ikut", input: true },
    { type: "textfield", key: "nama", label: "Nama", input: true, disabled: true },
    { type: "textfield", key: "keadaan", label: "Golongan dan instansi", input: true, disabled: true },
  ],
};

describe("fields of a form", () => {
  let browser: Browser;
  let server: MockServer;
  let opened: OpenPage;
  let page: Page;

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

  const openForm = async (
    components: readonly object[],
    prefill: Record<string, unknown> = {},
    screen: Screen = "desk",
  ): Promise<void> => {
    server.state.form = { display: "form", components };
    server.state.prefill = prefill;
    opened = await openPage(browser, server.url, screen);
    ({ page } = opened);
    await page.goto(`/tugas/${key}`);
    await page.locator(".formio-form").waitFor();
  };

  it("should show who was chosen before, by name, where choices are searched on the server", async () => {
    // when
    await openForm([person], { nip: nip(2) });

    // then
    await page
      .locator(".choices__list--single")
      .getByText(/^Bagas Tirtana/)
      .waitFor();
    expect(opened.troubles).toEqual([]);
  });

  it("should choose what was searched for with Enter, not the earlier choice again", async () => {
    // given
    await openForm([person], { nip: nip(2) });
    const chosen = page.locator(".choices__list--single");
    await chosen.getByText(/^Bagas Tirtana/).waitFor();

    // when
    await page.locator(".choices").click();
    await page.keyboard.type("Kartika");
    await page
      .locator(".choices__list--dropdown .choices__item--choice")
      .getByText(/^Kartika Wanabrata/)
      .waitFor();
    await page.keyboard.press("Enter");

    // then
    await chosen.getByText(/^Kartika Wanabrata/).waitFor();
    expect(opened.troubles).toEqual([]);
  });

  it("should say in a sentence why a file was refused, and nothing in the console", async () => {
    // given
    const why = "Berkas berisi program. Yang diterima: PDF, Word, Excel, PNG, JPEG, TIFF, ZIP, dan RAR";
    const fault = { status: 415, code: "UNSUPPORTED_FILE", title: "Berkas tidak diterima", detail: why, errors: [] };
    server.state.faults.push({ method: "POST", path: /^\/files$/, ...fault });
    await openForm([file], {}, "phone");

    // when
    const chooser = page.waitForEvent("filechooser");
    await page.locator("a.browse").click();
    await (await chooser).setFiles({ name: "surat.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ") });

    // then
    await page.getByText(why).waitFor();
    await picture(page, "file-refused");
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(opened.troubles).toEqual([]);
  });

  it("should show a file chosen before without a made-up size, and days in the person's language", async () => {
    // when
    const stored = { id: "f1", name: "sk.pdf", originalName: "sk.pdf", url: "/api/files/f1", storage: "url" };
    await openForm([file, day], { berkas: [stored] });

    // then
    const field = page.locator(".formio-component-berkas");
    await field.getByText("sk.pdf").waitFor();
    expect(await field.innerText()).not.toMatch(/NaN|undefined|0 B|FileTypes|browseTo/);
    expect(opened.troubles).toEqual([]); // the calendar found its language
  });

  it("should repeat what a person typed as text, whatever it looks like", async () => {
    // given
    const said = 'Bukan anggota: <b>Budi</b> & <img src="/x">';
    const errors = [{ path: "data.angkaKredit", message: said }];
    const fault = { status: 400, code: "BAD_INPUT", title: "Isian tidak benar", detail: "", errors };
    server.state.faults.push({ method: "POST", path: /completion$/, ...fault });
    await openForm([credit]);

    // when
    await page.getByLabel("Angka kredit").fill("5");
    await page.getByRole("button", { name: "Selesaikan" }).click();

    // then
    await page.locator(".formio-component-angkaKredit .formio-errors").getByText(said).first().waitFor();
    expect(opened.troubles).toEqual([]);
  });

  it.each([
    ["60,5", 60.5, "60,5"],
    ["60.5", 60.5, "60,5"],
    ["1.234,5", 1234.5, "1234,5"],
  ])("should take %s for %s and show it as %s", async (typed, value, shown) => {
    // given
    await openForm([credit]);
    const field = page.getByLabel("Angka kredit");

    // when
    await field.pressSequentially(typed);
    await field.blur();
    const left = await field.inputValue();
    await page.getByRole("button", { name: "Selesaikan" }).click();
    await page.waitForURL("**/tugas");

    // then
    expect(left).toBe(shown);
    expect(server.state.completions.get(key)).toEqual({ angkaKredit: value });
    expect(opened.troubles).toEqual([]);
  });

  it.each(["287.500", "1,5,5", "dua ratus"])(
    "should leave '%s' in a number's field as it was typed, and say that it is none",
    async (typed) => {
      // given
      await openForm([credit]);
      const field = page.getByLabel("Angka kredit");

      // when
      await field.pressSequentially(typed);
      await field.blur();
      await page.getByText(/Draf tersimpan pukul/).waitFor();
      await page.reload();
      await field.waitFor();
      await page.getByRole("button", { name: "Selesaikan" }).click();

      // then
      await page
        .locator(".formio-component-angkaKredit .formio-errors")
        .getByText("Angka kredit harus berupa angka tanpa titik ribuan, dengan koma desimal, misalnya 1250 atau 60,5.")
        .waitFor();
      await picture(page, "number-refused");
      expect(await field.inputValue()).toBe(typed);
      expect(server.state.completions.size).toBe(0);
      expect(await accessibilityFindings(page)).toEqual([]);
      expect(opened.troubles).toEqual([]);
    },
  );

  it.each(["31-02-2026", "12-13-2026", "31-0"])(
    "should leave %s in a date's field as it was typed, and say that it is no date",
    async (typed) => {
      // given
      await openForm([day, credit]);
      const field = page.locator(".formio-component-tanggal input.form-control:not([type=hidden])");

      // when
      await field.click();
      await page.keyboard.type(typed);
      await page.getByLabel("Angka kredit").fill("5");
      await page.getByText(/Draf tersimpan pukul/).waitFor();
      const left = await field.inputValue();
      await page.reload();
      await page.getByLabel("Angka kredit").waitFor();
      await page.getByRole("button", { name: "Selesaikan" }).click();

      // then
      await page
        .locator(".formio-component-tanggal .formio-errors")
        .getByText("Tanggal bukan tanggal yang benar")
        .waitFor();
      await picture(page, "date-refused");
      expect(left).toMatch(new RegExp(`^${typed}`));
      expect(await field.inputValue()).toMatch(new RegExp(`^${typed}`));
      expect(server.state.completions.size).toBe(0);
      expect(opened.troubles).toEqual([]);

      // when it is put right
      await field.fill("28-02-2026");
      await field.press("Enter");
      await page.getByRole("button", { name: "Selesaikan" }).click();
      await page.waitForURL("**/tugas");
      expect(server.state.completions.get(key)).toMatchObject({ tanggal: expect.stringMatching(/^2026-02-28T/) });
    },
  );

  it("should show each entry of a grid on a phone with the names of its columns, and cut nothing off", async () => {
    // when
    const orang = [{ ikut: true, nama: longName, keadaan: "IV/b, Badan Pengembangan SDM Provinsi Nusa Kencana" }];
    await openForm([grid], { orang }, "phone");
    const name = page.locator(".datagrid-table td[data-column='Nama']").getByText(longName);
    await name.waitFor();

    // then
    await picture(page, "grid-phone");
    expect(await page.locator("td[data-column='Golongan dan instansi']").count()).toBe(1);
    const box = await name.boundingBox();
    expect(box === null ? Infinity : box.x + box.width).toBeLessThan(screens.phone.width);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(opened.troubles).toEqual([]);
  });

  it("should offer outcomes that send something back in a colour that can be read", async () => {
    // when
    const button = (label: string, theme: string): object => ({
      type: "button",
      action: "submit",
      key: theme,
      label,
      input: true,
      theme,
      properties: { keputusan: theme },
    });
    await openForm([file, button("Tolak", "danger"), button("Kembalikan", "warning"), button("Terbitkan", "success")]);
    await page.getByRole("button", { name: "Kembalikan" }).waitFor();

    // then
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it("should keep a NIP in one line on a phone, and the search field's words whole", async () => {
    // given
    opened = await openPage(browser, server.url, "phone");
    ({ page } = opened);
    await page.goto("/berkas/case-1");
    const number = page.locator(".facts dd.nowrap").first();
    await number.waitFor();

    // then
    const lines = await page.evaluate(`(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(".facts dd.nowrap"));
      return range.getClientRects().length;
    })()`);
    expect(lines).toBe(1);
    for (const address of ["/berkas", "/tugas"]) {
      await page.goto(address);
      await page.getByRole("searchbox").first().waitFor();
      const room = await page.evaluate(`(() => {
        const input = document.querySelector("input[type=search]");
        const style = getComputedStyle(input);
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = style.font;
        const inner = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        return inner - pen.measureText(input.placeholder).width;
      })()`);
      expect(room).toBeGreaterThanOrEqual(0);
    }
  });

  it("should not offer to try again what stays refused", async () => {
    // given
    opened = await openPage(browser, server.url, "desk");
    ({ page } = opened);
    const fault = {
      status: 409,
      code: "INVALID_STATE",
      title: "Tidak dapat dilakukan",
      detail: "Anda sudah memiliki NIWN",
      errors: [],
    };
    server.state.faults.push({ method: "GET", path: /^\/starts\/contoh\/dupak$/, ...fault });

    // when
    await page.goto("/mulai/contoh/dupak");
    await page.getByText("Anda sudah memiliki NIWN").waitFor();

    // then
    expect(await page.getByRole("button", { name: "Coba lagi" }).count()).toBe(0);
  });
});
