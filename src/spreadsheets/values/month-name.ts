/** Months as Indonesian offices write them, with the short forms in use. */
const MONTHS: readonly (readonly string[])[] = [
  ["januari", "jan"],
  ["februari", "feb", "pebruari", "peb"],
  ["maret", "mar"],
  ["april", "apr"],
  ["mei"],
  ["juni", "jun"],
  ["juli", "jul"],
  ["agustus", "agu", "agt", "ags"],
  ["september", "sep", "sept"],
  ["oktober", "okt"],
  ["november", "nov", "nopember", "nop"],
  ["desember", "des"],
];

/** Number of a month from 1 by its name; undefined when it is none. */
export const monthByName = (name: string): number | undefined => {
  const index = MONTHS.findIndex((names) => names.includes(name.toLowerCase().replace(/\.$/u, "")));
  return index === -1 ? undefined : index + 1;
};
