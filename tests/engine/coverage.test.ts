import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { coverageReport, ROWS, RULES, tagsOfTests } from "./coverage-report.js";

const FILE = join("tests", "engine", "coverage.md");

describe("coverage of the engine", () => {
  const tests = tagsOfTests();
  const tagged = new Set(tests.flatMap(({ tags }) => tags));

  it("should leave no row of the element table and no rule without a test", () => {
    expect([...ROWS.keys(), ...RULES.keys()].filter((tag) => !tagged.has(tag))).toEqual([]);
  });

  it("should know every row and rule that a test names", () => {
    expect([...tagged].filter((tag) => !ROWS.has(tag) && !RULES.has(tag))).toEqual([]);
  });

  it("should stand in coverage.md as it is", () => {
    const report = coverageReport(tests);
    // After new tests: ALUR_WRITE_COVERAGE=1 npm run unit -- tests/engine/coverage
    if (process.env["ALUR_WRITE_COVERAGE"] === "1") writeFileSync(FILE, report);
    expect(readFileSync(FILE, "utf8")).toBe(report);
  });
});
