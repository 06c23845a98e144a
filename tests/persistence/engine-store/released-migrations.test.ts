import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { migrationScripts } from "../../../src/engine-store/index.js";

const golden = (name: string): string => `tests/golden/engine-store/${name}`;

describe("migrations of the engine's store", () => {
  it.each(migrationScripts())(
    "should keep $name as it was released: a changed table spec needs a further migration (UPDATE_GOLDEN=1 before the release)",
    ({ name, sql }) => {
      if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(golden(name), sql);

      expect(sql).toBe(readFileSync(golden(name), "utf8"));
    },
  );
});
