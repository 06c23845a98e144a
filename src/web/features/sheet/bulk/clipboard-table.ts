/**
 * Cells of what a spreadsheet puts on the clipboard: tabs between cells, lines between rows; a cell with a tab, a line or a
 * quotation mark in it stands in quotation marks. Empty lines at the end are left out.
 */
export function clipboardTable(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/y;
  while (cell.lastIndex < text.length) {
    const [, raw = "", end = ""] = cell.exec(text) ?? [];
    row.push(raw.startsWith('"') && raw.endsWith('"') && raw.length > 1 ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === "\t") continue;
    rows.push(row.map((each) => each.trim()));
    row = [];
    if (end === "") break;
  }
  if (row.length > 0) rows.push([...row.map((each) => each.trim()), ""]);
  while (rows.at(-1)?.every((each) => each === "") === true) rows.pop();
  return rows;
}
