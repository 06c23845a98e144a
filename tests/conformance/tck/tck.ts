import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CaseResult, playCases, vendorHolds } from "./play-tck.js";

/** Why some cases need not hold that hold in the engine of Camunda 8: `cases` are beginnings of their ids. */
interface Deviation {
  readonly reason: string;
  readonly cases: readonly string[];
}

/** What came of the kit, and the lines that tell it. */
export interface TckReport {
  readonly holds: boolean;
  readonly lines: readonly string[];
}

const DEVIATIONS = join("tests", "conformance", "tck-deviations.json");

function readDeviations(): readonly Deviation[] {
  return JSON.parse(readFileSync(DEVIATIONS, "utf8")) as readonly Deviation[];
}

/** How many cases there are of each folder, the most first. */
function byFolder(cases: readonly CaseResult[]): string {
  const counts = new Map<string, number>();
  for (const { id } of cases) {
    const folder = id.split("/")[1] ?? id;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, left], [, right]) => right - left)
    .map(([folder, count]) => `${folder} ${count}`)
    .join(", ");
}

/**
 * Plays the cases of the DMN Technology Compatibility Kit and compares with the results that Camunda published for the engine of
 * Camunda 8. Holds when every case that holds there holds here, too, or is a deviation with a reason.
 *
 * @throws {Error} when the folder is no checkout of the kit.
 */
export async function playTck(checkout: string): Promise<TckReport> {
  const lines: string[] = [];
  const results = await playCases(checkout);
  const vendor = vendorHolds(checkout);
  const deviations = readDeviations();
  const reasonOf = ({ id }: CaseResult): string | undefined =>
    deviations.find(({ cases }) => cases.some((beginning) => id.startsWith(beginning)))?.reason;
  const failed = results.filter(({ passed }) => !passed);
  const owed = failed.filter(({ id }) => vendor.has(id));
  for (const { reason, cases } of deviations) {
    const count = owed.filter(({ id }) => cases.some((beginning) => id.startsWith(beginning))).length;
    lines.push(`deviation, ${count} cases: ${reason}`);
  }
  const unexplained = owed.filter((result) => reasonOf(result) === undefined);
  for (const { id, reason } of unexplained) lines.push(`FAILED ${id}\n    ${reason}`);
  lines.push(`not held by Camunda 8 either: ${byFolder(failed.filter(({ id }) => !vendor.has(id)))}`);
  lines.push(
    `${results.length - failed.length} passed, ${failed.length} failed (${owed.length} of them hold in Camunda 8, ${owed.length - unexplained.length} with a reason)`,
  );
  return { holds: results.length > 0 && unexplained.length === 0, lines };
}
