import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** A browser that can print. */
export interface FoundBrowser {
  readonly path: string;
  /** `shell`: the small build without windows; `full`: a whole browser. */
  readonly build: "shell" | "full";
}

const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

/** Where systems without a search path for programs keep a browser. */
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Sentence for the operator when there is no browser. */
export const NO_BROWSER =
  "Expected a Chromium to print documents, but none was found. Install 'chromium-headless-shell' (Debian: apt install chromium-headless-shell) " +
  "or set CHROME_PATH to the program file of a Chromium or Chrome";

const isProgram = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const buildOf = (path: string): FoundBrowser["build"] => (path.includes("headless-shell") ? "shell" : "full");

const onPath = async (folders: readonly string[]): Promise<FoundBrowser | undefined> => {
  for (const name of NAMES) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (await isProgram(path)) return { path, build: buildOf(path) };
    }
  }
  return undefined;
};

const installed = async (): Promise<FoundBrowser | undefined> => {
  for (const path of PLACES) if (await isProgram(path)) return { path, build: "full" };
  return undefined;
};

/** The packaged browser unpacks itself on first use (about two seconds). */
const packaged = async (): Promise<FoundBrowser | undefined> => {
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    return { path: await chromium.executablePath(), build: "shell" };
  } catch {
    return undefined; // not made for this platform: the caller says what to install
  }
};

/**
 * Finds a browser: the configured one, else chromium-headless-shell, chromium or Chrome on the search path, else the packaged one.
 *
 * @param configured file named by CHROME_PATH; it must exist, others are not tried then.
 * @param searchPath value of PATH.
 * @throws {Error} with a sentence for the operator when there is none.
 */
export async function findBrowser(configured: string | undefined, searchPath: string): Promise<FoundBrowser> {
  if (configured !== undefined && configured !== "") {
    if (await isProgram(configured)) return { path: configured, build: buildOf(configured) };
    throw new Error(`Expected CHROME_PATH to name a program file, but '${configured}' is none`);
  }
  const folders = [
    ...searchPath.split(delimiter).filter((folder) => folder !== ""),
    "/usr/bin",
    "/usr/local/bin",
    "/snap/bin",
  ];
  const found = (await onPath(folders)) ?? (await installed()) ?? (await packaged());
  if (found === undefined) throw new Error(NO_BROWSER);
  return found;
}
