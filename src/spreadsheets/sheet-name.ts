/** Excel takes 31 characters for the name of a sheet. */
const MOST_CHARACTERS = 31;

/** A title as the name of a sheet: without the characters that Excel refuses there. */
export const sheetName = (title: string): string => {
  const name = title
    .replaceAll(/[[\]:*?/\\]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/^['\s]+/gu, "")
    .slice(0, MOST_CHARACTERS)
    .replaceAll(/['\s]+$/gu, "");
  return name === "" ? "Sheet1" : name;
};
