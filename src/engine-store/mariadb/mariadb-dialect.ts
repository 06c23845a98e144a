import { patternPieces } from "../like-pattern.js";
import type { SqlDialect } from "../sql-dialect.js";

const TYPES = {
  key: "BIGINT",
  int: "BIGINT",
  bool: "TINYINT",
  time: "BIGINT",
  text: "VARCHAR(256)",
  longtext: "LONGTEXT",
  json: "LONGTEXT",
} as const;

const likePattern = (pattern: string): string =>
  patternPieces(pattern)
    .map((piece) => {
      if (piece.kind === "any") return "%";
      if (piece.kind === "one") return "_";
      return /[%_\\]/u.test(piece.text) ? `\\${piece.text}` : piece.text;
    })
    .join("");

/** MariaDB 10.6 or newer. */
export const mariadbDialect: SqlDialect = {
  name: "mariadb",
  quote: (name) => `\`${name}\``,
  // An indexed text has to have a bound: 256 characters, as in the cluster's relational storage. Others may be longer.
  columnType: ({ type }, isIndexed) => (type === "text" && !isIndexed ? "TEXT" : TYPES[type]),
  keyOrigin: 0,
  hasPartialIndexes: false,
  // Binary and without padding: 'a', 'A' and 'a ' are three ids, as in SQLite.
  tableOptions: " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin",
  sameOperator: "<=>",
  likeOperator: "LIKE",
  likePattern,
  // JSON_TABLE makes a table for each row that is looked at.
  listContains: (column) => `JSON_CONTAINS(${column}, JSON_QUOTE(?))`,
  listItems: (column) => `JSON_TABLE(${column}, '$[*]' COLUMNS (\`value\` LONGTEXT PATH '$'))`,
  limit: (rows) => ({ sql: "?", values: [rows] }),
  wholeDivision: "DIV",
  lengthFunction: "CHAR_LENGTH",
};
