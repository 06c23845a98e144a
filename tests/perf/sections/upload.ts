import { randomBytes } from "node:crypto";
import { AlurProcess } from "../../support/alur-process.js";
import { Browser } from "../../support/browser.js";
import { type BenchPart, MIB, RUNS } from "../bench-section.js";
import { residentBytes } from "../engine-under-test.js";
import { repeated } from "../figures.js";
import { inFolder } from "../in-folder.js";

const UPLOAD_MIB = 100;
const SAMPLE_MS = 5;

/** A document of exactly 100 MiB that does not compress, another one each time. */
const bigPdf = (): Buffer => {
  const [head, tail] = [Buffer.from("%PDF-1.4\n"), Buffer.from("\ntrailer<</Root 1 0 R>>\n%%EOF\n")];
  return Buffer.concat([head, randomBytes(UPLOAD_MIB * MIB - head.length - tail.length), tail]);
};

/** The highest resident memory of a process while `work` runs, in MiB, with its result's time in ms. */
const watched = async (
  pid: number,
  work: () => Promise<void>,
): Promise<{ readonly peakMib: number; readonly ms: number }> => {
  let peak = residentBytes(pid);
  const timer = setInterval(() => (peak = Math.max(peak, residentBytes(pid))), SAMPLE_MS);
  const before = performance.now();
  await work();
  const ms = performance.now() - before;
  clearInterval(timer);
  return { peakMib: Math.max(peak, residentBytes(pid)) / MIB, ms };
};

const FIGURES = {
  "upload of 100 MiB": "ms",
  "resident memory before": "MiB",
  "resident memory at most while it runs": "MiB",
  "growth while it runs": "MiB",
};

const measureUpload = async (browser: Browser, pid: number): Promise<Readonly<Record<string, number>>> => {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(bigPdf())], { type: "application/pdf" }), "besar.pdf");
  const beforeMib = residentBytes(pid) / MIB;
  const { peakMib, ms } = await watched(pid, async () => {
    const { status, body } = await browser.post("/api/files", form);
    if (status !== 201) throw new Error(`Expected the upload to succeed, but: ${status} ${JSON.stringify(body)}`);
  });
  return {
    "upload of 100 MiB": ms,
    "resident memory before": beforeMib,
    "resident memory at most while it runs": peakMib,
    "growth while it runs": peakMib - beforeMib,
  };
};

/** An upload over HTTP to the whole platform in its own process: how long, and how much memory it takes there. */
export const upload: BenchPart = (_options, measured) =>
  inFolder(async (folder) => {
    const platform = new AlurProcess(folder);
    await platform.start();
    const browser = new Browser(platform.url, "id");
    await browser.signIn("wi1", platform.passwords.get("wi1") ?? "");
    await measured("upload of 100 MiB over HTTP, streamed to disk, hashed and looked into", () =>
      repeated(RUNS, FIGURES, () => measureUpload(browser, platform.pid)),
    );
    await platform.stop();
  });
