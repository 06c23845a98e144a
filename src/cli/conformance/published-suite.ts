import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readExceptions } from "./exceptions.js";
import { readReport, type TestResult } from "./playwright-report.js";
import { requireProgram, runProgram } from "./program.js";

const SUITE = "@camunda/e2e-test-suite";

/** What is downloaded; another version of the tests is another opinion, so all are pinned. */
const PACKAGES = { [SUITE]: "0.0.1247", "@playwright/test": "1.65.1", dotenv: "16.6.1" } as const;

/** The user the tests log in as. */
export const SUITE_USER = { name: "demo", password: "demo" } as const;

/** Switches of the tests: a cluster with basic authentication that serves its users, groups and roles. */
const SWITCHES: Readonly<Record<string, string>> = {
  AUTH_METHOD: "basic",
  BASIC_AUTH_USER: SUITE_USER.name,
  BASIC_AUTH_PASSWORD: SUITE_USER.password,
  MT: "false",
  ZEEBE_VERSION: "8.9",
  USERS_API_ENABLED: "true",
  AUTHENTICATION_REQUIRED: "true",
};

/** Where the tests are played, and which. */
export interface SuiteOptions {
  readonly url: string;
  readonly cache: string;
  readonly only?: string;
  /** The server checks permissions: tests of refusals are played too. */
  readonly checksPermissions: boolean;
}

/** Plays the published API tests and answers whether every failure is an exception with a reason. */
export async function playPublishedSuite(options: SuiteOptions): Promise<boolean> {
  const folder = await installed(join(options.cache, `suite-${PACKAGES[SUITE]}`));
  const scratch = mkdtempSync(join(tmpdir(), "alur-conformance-"));
  const report = join(scratch, "report.json");
  try {
    const { output } = await runProgram(
      process.execPath,
      [
        join("node_modules", "@playwright", "test", "cli.js"),
        "test",
        `--output=${join(scratch, "results")}`,
        ...(options.only === undefined ? [] : ["--grep", escapePattern(options.only)]),
      ],
      {
        cwd: folder,
        env: {
          ...SWITCHES,
          AUTHORIZATIONS_ENABLED: String(options.checksPermissions),
          BASE_URL: options.url,
          CONFORMANCE_REPORT: report,
        },
        quiet: true,
      },
    );
    if (!existsSync(report)) throw new Error(`Expected the tests to leave a report, but they say:\n${output}`);
    return tell(readReport(JSON.parse(readFileSync(report, "utf8"))));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The folder with the tests, downloaded when it is not there yet. */
async function installed(folder: string): Promise<string> {
  if (existsSync(join(folder, "complete"))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: PACKAGES }));
  console.log(`downloading ${SUITE}@${PACKAGES[SUITE]}`);
  await requireProgram("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
  // The runner takes no tests out of node_modules.
  cpSync(join(folder, "node_modules", SUITE, "dist"), join(folder, "suite"), { recursive: true });
  writeFileSync(join(folder, "playwright.config.js"), CONFIG);
  writeFileSync(join(folder, "complete"), "");
  return folder;
}

const CONFIG = `module.exports = {
  testDir: "./suite/tests/api/v2",
  testMatch: "**/*.spec.js",
  workers: 2,
  timeout: 90000,
  reporter: [["json", { outputFile: process.env.CONFORMANCE_REPORT }]],
};
`;

const escapePattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

function tell(results: readonly TestResult[]): boolean {
  const exceptions = readExceptions();
  const of = (state: TestResult["state"]): readonly TestResult[] => results.filter((result) => result.state === state);
  const reasons = new Map<string, number>();
  for (const { reason } of of("skipped")) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  for (const [reason, count] of reasons) console.log(`skipped ${count}: ${reason}`);
  const unexplained = of("failed").filter(({ title }) => !exceptions.has(title));
  for (const { title } of of("failed")) {
    const reason = exceptions.get(title);
    if (reason !== undefined) console.log(`exception: ${title}\n    ${reason}`);
  }
  for (const { title, reason } of unexplained) console.log(`FAILED ${title}\n    ${reason}`);
  console.log(
    `${of("passed").length} passed, ${of("failed").length} failed (${of("failed").length - unexplained.length} explained), ${of("skipped").length} skipped`,
  );
  return results.length > 0 && unexplained.length === 0;
}
