/** Pattern that finds `text` anywhere in a column; goes with `LIKE … ESCAPE '!'`. */
export const containing = (text: string): string => `%${text.replaceAll(/[!%_]/gu, "!$&")}%`;
