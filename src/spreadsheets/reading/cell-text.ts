/**
 * Undoes the escapes by which a workbook stores characters that XML does not allow, e.g. `_x000D_` for a carriage return
 * (ECMA-376 part 1, 22.9.2.19).
 */
export const unescapeCellText = (text: string): string =>
  text.includes("_x")
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_whole, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    : text;
