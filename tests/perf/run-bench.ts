import { cpus } from "node:os";
import type { BenchOptions, BenchPart, BenchSection, Measured } from "./bench-section.js";
import { peers } from "./peers/peers.js";
import { conversion } from "./sections/conversion.js";
import { coldStart } from "./sections/cold-start.js";
import { endurance } from "./sections/endurance.js";
import { idleWorkers } from "./sections/idle-workers.js";
import { loadInProcess } from "./sections/load-in-process.js";
import { completionOverHttp, creationOverHttp } from "./sections/load-over-http.js";
import { manyVersions } from "./sections/many-versions.js";
import { onMariadb } from "./sections/on-mariadb.js";
import { pages } from "./sections/pages.js";
import { printRun } from "./sections/print-run.js";
import { printing } from "./sections/printing.js";
import { uploadConversion } from "./sections/upload-conversion.js";
import { sapk } from "./sections/sapk.js";
import { upload } from "./sections/upload.js";
import { waiting } from "./sections/waiting.js";

/** Everything a run found, with the conditions it ran under. */
export interface BenchReport {
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly database: string;
  readonly sections: readonly BenchSection[];
}

/** In the order in which they run. */
const PARTS = {
  coldStart,
  creationOverHttp,
  completionOverHttp,
  loadInProcess,
  manyVersions,
  idleWorkers,
  endurance,
  waiting,
  upload,
  printing,
  conversion,
  printRun,
  uploadConversion,
  sapk,
  onMariadb,
  pages,
} satisfies Record<string, BenchPart>;

/** Names that `only` takes. */
export const partNames: readonly string[] = Object.keys(PARTS);

function partsOf({ peers: isComparison, only }: BenchOptions): readonly BenchPart[] {
  if (isComparison) return [peers];
  const unknown = only.filter((name) => !partNames.includes(name));
  if (unknown.length > 0)
    throw new Error(`Expected parts of ${partNames.join(", ")}, but there is no ${unknown.join(", ")}`);
  return Object.entries(PARTS).flatMap(([name, part]) => (only.length === 0 || only.includes(name) ? [part] : []));
}

/** Runs the bench on files in the system's temporary folder, which are removed afterwards; with `peers` only the comparison. */
export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const sections: BenchSection[] = [];
  const measured: Measured = async (title, figures) => {
    options.say(`${title} ...`);
    sections.push({ title, figures: await figures() });
  };
  for (const part of partsOf(options)) await part(options, measured);
  return {
    node: process.version,
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    database: "SQLite file, journal_mode=WAL, synchronous=FULL",
    sections,
  };
}
