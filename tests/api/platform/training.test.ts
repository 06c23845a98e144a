import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { readPdfText } from "../../../src/documents/index.js";
import { openAlur } from "../../support/alur.js";
import { sampleOf } from "../../unit/documents/support.js";

describe("a training environment", () => {
  let folder: string;
  const closers: (() => Promise<void>)[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "alur-training-"));
  });
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (training: "on" | "off", webDir: string | null = null) => {
    const world = await openAlur({
      dataDir: join(folder, "data"),
      demo: false,
      environment: { ALUR_TRAINING: training, ALUR_MAIL_URL: "smtp://127.0.0.1:1" },
      folders: { webDir },
    });
    closers.push(() => world.close());
    return world;
  };

  it("should say so on every page, the studio's too, and across every document", async () => {
    // given
    const web = join(folder, "web");
    mkdirSync(join(web, "assets"), { recursive: true });
    for (const name of ["index.html", "studio.html"]) writeFileSync(join(web, name), '<body class="x"><p>A</p></body>');
    const world = await open("on", web);
    // then
    for (const path of ["/", "/studio", "/kalkulator", "/verifikasi/abc", "/tugas/1"]) {
      const page = await (await fetch(`${world.url}${path}`)).text();
      expect(page).toMatch(
        /^<body class="x"><link [^>]*training\.css[^>]*><div class="alur-training"[^>]*>LINGKUNGAN PELATIHAN/,
      );
    }
    const pdf = await world.alur.services.documents.preview("siwi/niwn", await sampleOf("siwi/niwn"));
    expect((await readPdfText(pdf)).flat().join("\n")).toContain("PELATIHAN");
  }, 120_000);

  it("should keep its data apart from real ones, in both directions", async () => {
    const real = await open("off");
    await real.close();
    closers.splice(0);
    await expect(open("on")).rejects.toMatchObject({ code: "BAD_CONFIG" });
    rmSync(join(folder, "data"), { recursive: true });
    const training = await open("on");
    await training.close();
    closers.splice(0);
    await expect(open("off")).rejects.toThrow(/--training/);
    const again = await open("on");
    const page = await fetch(`${again.url}/api/session`);
    expect(page.status).toBe(200);
  }, 120_000);
});
