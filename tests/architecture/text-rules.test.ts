import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";

/** What git tracks or would track; generated folders and dependencies are ignored by git. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((path) => path !== "" && existsSync(path) && statSync(path).isFile());

const sources = files.filter((path) => /^(src|plugins)\/.*\.(ts|tsx)$/.test(path));

describe("names and texts", () => {
  it("should give every file of src/ and plugins/ a name that says something", () => {
    expect(
      sources.filter((path) => /\/(utils?|helpers?|misc|common|manager|types|info|data)\.(ts|tsx)$/.test(path)),
    ).toEqual([]);
  });

  it("should leave nothing open in the code", () => {
    const open = sources.filter((path) => /\b(TODO|FIXME|XXX|HACK)\b/.test(readFileSync(path, "utf8")));
    expect(open).toEqual([]);
  });

  it("should not switch types or lint off", () => {
    const off = sources.filter((path) =>
      /@ts-(ignore|nocheck)|eslint-disable|\bas any\b|:\s*any\s*[;,)=>{|\]]/.test(readFileSync(path, "utf8")),
    );
    expect(off).toEqual([]);
  });

  it("should keep download addresses out of the lockfile", () => {
    expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved": "http');
  });

  it("should single no test out and leave none out", () => {
    const tests = files.filter((path) => /^tests\/.*\.test\.ts$/.test(path) && !path.endsWith("text-rules.test.ts"));
    expect(
      tests.filter((path) =>
        /\b(it|test|describe)\.(only|skip|todo)\b|\bx(it|describe)\(|\bf(it|describe)\(/.test(
          readFileSync(path, "utf8"),
        ),
      ),
    ).toEqual([]);
  });
});
