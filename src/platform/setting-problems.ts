import { AppError } from "./errors.js";
import type { SettingMeta } from "./setting-meta.js";

/** One thing wrong with the configuration. */
export interface SettingProblem {
  readonly name: string;
  readonly message: string;
}

type Metas = readonly (readonly [string, SettingMeta])[];
type Given = Readonly<Record<string, string>>;

const describe = ({ name, message }: SettingProblem, given: Given, metas: Metas): string => {
  const meta = metas.find(([known]) => known === name)?.[1];
  const value = given[name];
  const shown = value === undefined || meta?.secret === true ? "" : `, but it is '${value}'`;
  const example = meta === undefined ? "" : ` (for example ${name}=${meta.example})`;
  return `  ${name}: ${message}${shown}${example}`;
};

/** The error that stops the start: every problem with its variable, its value unless it is secret, and an example. */
export const configError = (problems: readonly SettingProblem[], given: Given, metas: Metas): AppError =>
  new AppError(
    "BAD_CONFIG",
    [
      `Expected a valid configuration, but ${problems.length === 1 ? "this is" : "these are"} wrong:`,
      ...problems.map((problem) => describe(problem, given, metas)),
      "`npm run config:help` lists every variable",
    ].join("\n"),
  );

/** Letters by which two names differ (Levenshtein). */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** A variable that nobody reads is harmless, a mistyped one is not: it would be passed over in silence. */
export const mistypedSettings = (given: Given, metas: Metas): SettingProblem[] => {
  const names = metas.map(([name]) => name);
  return Object.keys(given)
    .filter((name) => name.startsWith("ALUR_") && !names.includes(name))
    .flatMap((name) => {
      const near = names.find((known) => distance(name, known) <= 2);
      return near === undefined ? [] : [{ name, message: `Expected a known variable; did you mean ${near}?` }];
    });
};
