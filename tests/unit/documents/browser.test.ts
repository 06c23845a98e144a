import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createDocuments, readPdfText } from "../../../src/documents/index.js";
import { findBrowser } from "../../../src/documents/browser/find-browser.js";
import { PagePool } from "../../../src/documents/browser/page-pool.js";
import { printPage } from "../../../src/documents/browser/print-page.js";
import { silentLogger } from "../../../src/platform/index.js";

const printable = (body: string) => ({ title: "Surat", font: "tinos", fontFaces: "", style: "", body }) as const;
const locate = () => findBrowser(process.env["CHROME_PATH"], process.env["PATH"] ?? "");
const textOf = async (pdf: Buffer): Promise<string> => (await readPdfText(pdf)).flat().join("\n");

describe("printing with the browser", () => {
  const pool = new PagePool(locate, silentLogger);
  afterAll(() => pool.close());
  const print = (html: string, signal?: AbortSignal) => printPage(pool, printable(html), signal);

  it("should print many at once, each its own text", async () => {
    const pdfs = await Promise.all(Array.from({ length: 8 }, (_, index) => print(`<p>Dokumen ${index}</p>`)));
    expect(await Promise.all(pdfs.map(textOf))).toEqual(Array.from({ length: 8 }, (_, index) => `Dokumen ${index}`));
  });

  it("should leave nothing of one document in the next", async () => {
    const one = new PagePool(locate, silentLogger);
    const first = { ...printable("<p>rahasia</p>"), style: "p{text-transform:uppercase}", title: "Pertama" };
    expect(await textOf(await printPage(one, first))).toBe("RAHASIA");
    await one.use(async (page) => expect(await page.page.content()).not.toMatch(/rahasia|uppercase|Pertama/));
    expect(await textOf(await printPage(one, printable("<p>terbuka</p>")))).toBe("terbuka");
    await one.close();
  });

  it("should run no script of a page and ask no address", async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked++;
      response.end("x");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}`;
    const pdf = await print(
      `<p id="p">asli</p><script>document.getElementById("p").textContent="diubah";fetch("${address}/a")</script>` +
        `<img src="${address}/b.png"><link rel="stylesheet" href="${address}/c.css"><iframe src="${address}/d"></iframe>` +
        `<img src="file:///etc/hostname"><style>@import url("${address}/e.css")</style>`,
    );
    server.close();
    expect(await textOf(pdf)).toContain("asli");
    expect(await textOf(pdf)).not.toContain("diubah");
    expect(asked).toBe(0);
  });

  it("should start the browser again after it has gone, and print what was under way", async () => {
    await print("<p>satu</p>");
    const gone = pool.use(async ({ page }) => {
      await page.browser().close();
      throw new Error("Target closed");
    });
    await expect(gone).rejects.toThrow("Target closed");
    expect(await textOf(await print("<p>dua</p>"))).toBe("dua");

    let attempts = 0;
    const killing = new PagePool(locate, silentLogger);
    const use = killing.use.bind(killing);
    killing.use = (work) =>
      use(async (page) => {
        if (++attempts === 1) {
          const browser = page.page.browser();
          const gone = new Promise((resolve) => browser.once("disconnected", resolve));
          const session = await browser.target().createCDPSession();
          session.send("Browser.crash").catch(() => undefined);
          await gone;
        }
        return work(page);
      });
    const pdf = await printPage(killing, printable("<p>tiga</p>"));
    await killing.close();
    expect(attempts).toBe(2);
    expect(await textOf(pdf)).toBe("tiga");
  });

  it("should stop when the job is aborted", async () => {
    await expect(print("<p>x</p>", AbortSignal.abort())).rejects.toThrow("its job was aborted");
    expect(await textOf(await print("<p>empat</p>"))).toBe("empat");
  });
});

describe("finding a browser", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "alur-browser-"));
    await mkdir(join(folder, "bin"));
    await writeFile(join(folder, "bin/chromium-headless-shell"), "#!/bin/sh\n", { mode: 0o755 });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("should take the first on the search path", async () => {
    expect(await findBrowser(undefined, join(folder, "bin"))).toEqual({
      path: join(folder, "bin/chromium-headless-shell"),
      build: "shell",
    });
  });

  it("should take the configured one, and say so when it is none", async () => {
    const documents = (chromePath: string) =>
      createDocuments({ chromePath, logger: silentLogger, templatesDir: folder, baseUrl: () => "" } as never);
    const path = join(folder, "bin/chromium-headless-shell");
    expect(await documents(path).probeBrowser()).toEqual({ ok: true, path });
    expect(await documents("/tidak/ada").probeBrowser()).toEqual({
      ok: false,
      message: "Expected CHROME_PATH to name a program file, but '/tidak/ada' is none",
    });
  });
});
