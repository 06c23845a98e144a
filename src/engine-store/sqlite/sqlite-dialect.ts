import { patternPieces } from "../like-pattern.js";
import { FIRST_KEY } from "../../engine/index.js";
import type { SqlDialect } from "../sql-dialect.js";

const TYPES = {
  key: "INTEGER",
  int: "INTEGER",
  bool: "INTEGER",
  time: "INTEGER",
  text: "TEXT",
  longtext: "TEXT",
  json: "TEXT",
} as const;

/** GLOB compares case-sensitively and can use an index for a fixed beginning; a bracket makes a wildcard literal. */
const globPattern = (pattern: string): string =>
  patternPieces(pattern)
    .map((piece) => {
      if (piece.kind === "any") return "*";
      if (piece.kind === "one") return "?";
      return /[*?[]/u.test(piece.text) ? `[${piece.text}]` : piece.text;
    })
    .join("");

/** SQLite 3.45 or newer. */
export const sqliteDialect: SqlDialect = {
  name: "sqlite",
  quote: (name) => `"${name}"`,
  columnType: ({ type }) => TYPES[type],
  keyOrigin: FIRST_KEY,
  hasPartialIndexes: true,
  tableOptions: "",
  sameOperator: "IS",
  likeOperator: "GLOB",
  likePattern: globPattern,
  listContains: undefined,
  listItems: (column) => `json_each(${column})`,
  limit: (rows) => ({ sql: String(Math.trunc(rows)), values: [] }),
  wholeDivision: "/",
  lengthFunction: "LENGTH",
};
