import type { Printable } from "../printable.js";
import { isBrowserGone, type PagePool } from "./page-pool.js";
import type { PrintingPage } from "./printing-page.js";

const print = async (page: PrintingPage, document: Printable): Promise<Buffer> => {
  await page.fill(document);
  const bytes = await page.pdf();
  // What was printed must not stay in memory with the page.
  await page.clear();
  return bytes;
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

/** Prints a document; tries once more with a new browser when the browser went away under it. */
export async function printPage(pool: PagePool, document: Printable, signal?: AbortSignal): Promise<Buffer> {
  const aborted = whenAborted(signal);
  const once = (): Promise<Buffer> => pool.use((page) => Promise.race([print(page, document), aborted.promise]));
  try {
    return await once();
  } catch (error) {
    if (!isBrowserGone(error) || signal?.aborted === true) throw error;
    return await once();
  } finally {
    aborted.stop();
  }
}
