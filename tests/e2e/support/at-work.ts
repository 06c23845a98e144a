import type { Browser, Page } from "playwright-core";
import { openPage, type OpenPage, type Screen } from "./browser.js";

/** A small PDF as a file to choose. */
export const pdf = (name: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\n% ${name}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  ),
});

/** Opens a page of the real platform at which a demo account is signed in. */
export const signInAt = async (
  browser: Browser,
  world: { readonly url: string; readonly passwords: ReadonlyMap<string, string> },
  username: string,
  screen: Screen,
): Promise<OpenPage> => {
  const opened = await openPage(browser, world.url, screen);
  const { page } = opened;
  page.setDefaultTimeout(15_000);
  await page.goto("/");
  await page.getByLabel("Nama pengguna").fill(username);
  await page.getByLabel("Kata sandi", { exact: true }).fill(world.passwords.get(username) ?? "");
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await page
    .getByRole("navigation", { name: "Menu utama" })
    .or(page.getByRole("button", { name: "Buka menu" }))
    .first()
    .waitFor();
  return opened;
};

/** Opens the first task of that name, taking it where it is the group's. The lists are read again until it is there. */
export const openTask = async (page: Page, name: string): Promise<void> => {
  const until = performance.now() + 30_000;
  for (;;) {
    for (const view of ["mine", "group"]) {
      await page.goto(`/tugas?view=${view}`);
      await page.locator(".list-foot, .nothing").first().waitFor();
      const link = page.getByRole("link", { name, exact: true }).first();
      if (await link.isVisible()) {
        await link.click();
        await page.locator(".task-header").waitFor();
        const take = page.getByRole("button", { name: "Ambil tugas" });
        if (await take.isVisible()) await take.click();
        await page.locator(".completion-bar").waitFor();
        return;
      }
    }
    if (performance.now() > until) throw new Error(`Expected a task '${name}', but there is none`);
  }
};

/** Chooses a small PDF in the file field of that label. */
export const attach = async (page: Page, label: string, name: string): Promise<void> => {
  const field = page.locator(".formio-component-file").filter({ hasText: label });
  const chooser = page.waitForEvent("filechooser");
  await field.locator("a.browse, [ref=fileBrowse]").first().click();
  await (await chooser).setFiles(pdf(name));
  await field.getByText(name).first().waitFor();
};

/** Completes the open task. @throws with what the page says when it is refused. */
export const complete = async (
  page: Page,
  button: string | RegExp = /^(Selesaikan|Kirim DUPAK|Simpan Penilaian DUPAK)$/,
): Promise<void> => {
  const ready = page.locator(".completion-bar").getByRole("button", { name: button, exact: true });
  await ready.click();
  const refused = page.locator(".task-form .alert-danger").first();
  await page
    .getByText(/^Tugas “.*” selesai$/)
    .or(refused)
    .first()
    .waitFor();
  if (await refused.isVisible())
    throw new Error(`Expected the task to be completed, but: ${await refused.innerText()}`);
};

/** Fills inputs by their labels. */
export const fillAll = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).first().fill(value);
};

/** Types a day into the date field of that key. */
export const pickDate = async (page: Page, key: string, text: string): Promise<void> => {
  const input = page.locator(`.formio-component-${key} input.form-control:not([type=hidden])`).first();
  await input.fill(text);
  await input.press("Enter");
};

/** What a spreadsheet leaves on the clipboard, pasted where the focus is. */
export const paste = (page: Page, text: string): Promise<void> =>
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
