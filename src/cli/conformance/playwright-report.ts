/** What became of one published test. */
export interface TestResult {
  /** Titles of file, groups and test. */
  readonly title: string;
  readonly state: "passed" | "failed" | "skipped";
  /** Why it was skipped, or the first line of its failure. */
  readonly reason: string;
}

interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly Spec[];
}

interface Spec {
  readonly title: string;
  readonly ok: boolean;
  readonly tests: readonly {
    readonly status: string;
    readonly annotations?: readonly { readonly type: string; readonly description?: string }[];
    readonly results: readonly { readonly error?: { readonly message?: string } }[];
  }[];
}

/** Reads the JSON report of the Playwright test runner. */
export function readReport(report: unknown): readonly TestResult[] {
  return (report as Suite).suites?.flatMap((suite) => resultsOf(suite, [])) ?? [];
}

function resultsOf(suite: Suite, above: readonly string[]): readonly TestResult[] {
  const titles = suite.title === "" ? above : [...above, suite.title];
  return [
    ...(suite.specs ?? []).map((spec) => resultOf(spec, titles)),
    ...(suite.suites ?? []).flatMap((inner) => resultsOf(inner, titles)),
  ];
}

function resultOf(spec: Spec, titles: readonly string[]): TestResult {
  const [test] = spec.tests;
  const title = [...titles, spec.title].join(" > ");
  if (test?.status === "skipped") {
    const reason = test.annotations?.find(({ type }) => type === "skip" || type === "fixme")?.description;
    return { title, state: "skipped", reason: reason ?? "no reason given" };
  }
  if (spec.ok) return { title, state: "passed", reason: "" };
  const message = test?.results.at(-1)?.error?.message ?? "no message";
  return { title, state: "failed", reason: plain(message) };
}

/** The message without colours, on one line. */
const plain = (message: string): string =>
  message
    .replaceAll(new RegExp(`${String.fromCodePoint(27)}\\[[0-9;]*m`, "gu"), "")
    .replaceAll(/\s+/gu, " ")
    .slice(0, 400);
