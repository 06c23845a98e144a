import type { RecordedEntry } from "../recorded-entry.js";

const COLUMNS = [
  "seq",
  "at",
  "actorId",
  "actor",
  "role",
  "action",
  "caseId",
  "sentence",
  "reason",
  "field",
  "from",
  "to",
  "versions",
  "hash",
] as const;

/** First line of the file, after a byte order mark: spreadsheets read the file as UTF-8 by it. */
export const CSV_HEAD = `\uFEFF${COLUMNS.join(",")}\r\n`;

/** A cell; text that a spreadsheet would run as a formula is made plain by a leading apostrophe. */
const cell = (value: string | number | null): string => {
  const text = value === null ? "" : String(value);
  const plain = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** One line for each change of the entry; one without a change when there is none. */
export const csvLines = (entry: RecordedEntry): string => {
  const changes = entry.changes.length === 0 ? [{ label: null, from: null, to: null }] : entry.changes;
  return changes
    .map(({ label, from, to }) =>
      [
        entry.seq,
        new Date(entry.at).toISOString(),
        entry.actorId,
        entry.actorName,
        entry.role,
        entry.action,
        entry.caseId,
        entry.story.id,
        entry.reason,
        label,
        from,
        to,
        Object.entries(entry.versions)
          .map(([name, version]) => `${name}=${version}`)
          .join(" "),
        entry.hash,
      ]
        .map(cell)
        .join(","),
    )
    .map((line) => `${line}\r\n`)
    .join("");
};
