const LETTERS = 26;
const CODE_OF_A = 65;

/** Letter of a column by its number from 1: A, …, Z, AA, … */
export const columnLetter = (number: number): string => {
  const rest = (number - 1) % LETTERS;
  const before = (number - 1 - rest) / LETTERS;
  return (before === 0 ? "" : columnLetter(before)) + String.fromCodePoint(CODE_OF_A + rest);
};

/** Number from 1 of a column by its letter. */
export const columnNumber = (letter: string): number => {
  let number = 0;
  for (const each of letter) number = number * LETTERS + (each.codePointAt(0) ?? 0) - CODE_OF_A + 1;
  return number;
};
