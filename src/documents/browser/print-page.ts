import type { Page } from "puppeteer-core";
import { isBrowserGone, type PagePool } from "./page-pool.js";

/** How a document lies on paper. */
export interface PaperSettings {
  readonly paper: "A4" | "F4";
  readonly landscape: boolean;
  /** Millimetres. */
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

export interface PrintJob {
  readonly html: string;
  readonly footer: string;
  readonly settings: PaperSettings;
}

/** One document must be ready by then; a fresh browser included. */
const TIMEOUT_MS = 45_000;

/** F4 (folio) is common in Indonesian offices: 215 x 330 mm. */
const SIZES = { A4: { width: "210mm", height: "297mm" }, F4: { width: "215mm", height: "330mm" } } as const;

const mm = (millimetres: number): string => `${millimetres}mm`;

const print = async (page: Page, { html, footer, settings }: PrintJob): Promise<Buffer> => {
  await page.setContent(html, { waitUntil: "load", timeout: TIMEOUT_MS });
  const { top, right, bottom, left } = settings.margins;
  const bytes = await page.pdf({
    ...SIZES[settings.paper],
    landscape: settings.landscape,
    margin: { top: mm(top), right: mm(right), bottom: mm(bottom), left: mm(left) },
    displayHeaderFooter: true,
    headerTemplate: "<span></span>",
    footerTemplate: footer,
    printBackground: true,
    tagged: true,
    timeout: TIMEOUT_MS,
  });
  // What was printed must not stay in memory with the page.
  await page.setContent("", { timeout: TIMEOUT_MS });
  return Buffer.from(bytes);
};

const whenAborted = (signal: AbortSignal | undefined): { promise: Promise<never>; stop: () => void } => {
  let stop = (): void => undefined;
  const promise = new Promise<never>((_resolve, reject) => {
    if (signal === undefined) return;
    const abort = (): void => reject(new Error("Expected the document to be wanted, but its job was aborted"));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    stop = () => signal.removeEventListener("abort", abort);
  });
  promise.catch(() => undefined);
  return { promise, stop };
};

/** Prints HTML; tries once more with a new browser when the browser went away under it. */
export async function printPage(pool: PagePool, job: PrintJob, signal?: AbortSignal): Promise<Buffer> {
  const aborted = whenAborted(signal);
  const once = (): Promise<Buffer> => pool.use((page) => Promise.race([print(page, job), aborted.promise]));
  try {
    return await once();
  } catch (error) {
    if (!isBrowserGone(error) || signal?.aborted === true) throw error;
    return await once();
  } finally {
    aborted.stop();
  }
}
