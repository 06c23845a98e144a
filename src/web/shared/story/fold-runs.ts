import type { Story } from "../../../http/contract/cases.js";

type Entry = Story["items"][number];
type Language = "id" | "en";

/** Fewer alike entries than this stay as they are. */
const SHORTEST_RUN = 3;

/** A sentence without what tells its subjects apart: codes and numbers at its end. */
const stemOf = (sentence: string): string =>
  sentence.replace(/(?:\s+(?:kode|nomor|baris|code|number|row))?\s+\S*\d\S*$/u, "");

const isAlike = (a: Entry, b: Entry, dayOf: (at: number) => string): boolean =>
  a.reason === null &&
  b.reason === null &&
  a.actor === b.actor &&
  a.role?.id === b.role?.id &&
  dayOf(a.at) === dayOf(b.at) &&
  stemOf(a.sentence.id) === stemOf(b.sentence.id);

/** Entries in their order; what one person did again and again on one day, without giving a reason, comes as one run. */
export function foldRuns(entries: readonly Entry[], dayOf: (at: number) => string): (readonly Entry[])[] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && isAlike(last, entry, dayOf)) run.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run) => (run.length >= SHORTEST_RUN ? [run] : run.map((entry) => [entry])));
}

/** "menambah kegiatan" eighteen times → "menambah 18 kegiatan"; in English "added an activity (18×)". */
export function runSentence(run: readonly Entry[], language: Language): string {
  const stem = stemOf(run[0]?.sentence[language] ?? "");
  const [verb = "", ...what] = stem.split(" ");
  return language === "id" && what.length > 0 ? `${verb} ${run.length} ${what.join(" ")}` : `${stem} (${run.length}×)`;
}
