import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Rows of the table of BPMN elements, by the tag that tests carry in their titles. */
export const ROWS: ReadonlyMap<string, string> = numbered("row", [
  "service task",
  "send task",
  "script task, FEEL",
  "script task, job",
  "business rule task, decision",
  "business rule task, job",
  "user task of the engine",
  "user task of the job kind",
  "receive task",
  "manual task",
  "undefined task",
  "embedded sub-process",
  "call activity",
  "ad-hoc sub-process",
  "ad-hoc sub-process with a job worker",
  "event sub-process: message",
  "event sub-process: timer",
  "event sub-process: error",
  "event sub-process: escalation",
  "event sub-process: signal",
  "event sub-process: conditional",
  "multi-instance, parallel",
  "multi-instance, sequential",
  "exclusive gateway",
  "parallel gateway",
  "inclusive gateway, split",
  "inclusive gateway, join",
  "event-based gateway",
  "start event: none",
  "start event: message",
  "start event: timer",
  "start event: signal",
  "start event: conditional",
  "catch event: message",
  "catch event: timer",
  "catch event: signal",
  "catch event: link",
  "catch event: conditional",
  "throw event: none",
  "throw event: message",
  "throw event: signal",
  "throw event: link",
  "throw event: escalation",
  "throw event: compensation",
  "boundary: message, interrupting",
  "boundary: message, non-interrupting",
  "boundary: timer, interrupting",
  "boundary: timer, non-interrupting",
  "boundary: error",
  "boundary: escalation, interrupting",
  "boundary: escalation, non-interrupting",
  "boundary: signal, interrupting",
  "boundary: signal, non-interrupting",
  "boundary: conditional, interrupting",
  "boundary: conditional, non-interrupting",
  "boundary: compensation",
  "end event: none",
  "end event: message",
  "end event: error",
  "end event: escalation",
  "end event: signal",
  "end event: terminate",
  "end event: compensation",
  "collaboration",
  "lanes",
  "data objects and stores",
  "annotations, groups, associations",
  "input and output mappings",
  "execution listeners",
  "task listeners",
  "binding and version tag",
  "linked resources",
  "zeebe:properties",
]);

/** Rules of behaviour, by tag. */
export const RULES: ReadonlyMap<string, string> = numbered("rule", [
  "version that is started",
  "awaiting completion",
  "start and runtime instructions",
  "business ids",
  "creating twice",
  "deadline of a job",
  "time-out keeps retries",
  "failing a job",
  "out of a job's incident",
  "changing the time-out",
  "waiting for jobs",
  "variables and headers of a job",
  "many and large jobs",
  "type and retries of a job",
  "activation is asked for",
  "tenants of an activation",
  "scopes of variables",
  "what leaves an element",
  "mappings",
  "what is missing",
  "setting variables",
  "values of variables",
  "variables of an error",
  "variables of other events",
  "marker of user tasks",
  "attributes of user tasks",
  "commands by state",
  "claiming",
  "empty, absent and unknown values",
  "candidates",
  "forms",
  "task listeners",
  "execution listeners",
  "where a message goes",
  "time to live",
  "message ids",
  "message start events and keys",
  "correlation keys",
  "signals",
  "timers",
  "conditional events",
  "event-based gateway",
  "exclusive gateway",
  "inclusive and parallel joins",
  "call activity",
  "binding",
  "multi-instance",
  "event sub-processes",
  "errors",
  "escalations",
  "compensation",
  "terminate end event",
  "links",
  "ad-hoc sub-process",
  "script and business rule tasks",
  "tasks that pass through",
  "several processes in a file",
  "deploying again",
  "modification",
  "migration",
  "deletion",
  "cancelling",
  "resolving incidents",
  "expression or constant",
  "nulls in FEEL",
  "lists and times in FEEL",
  "functions beyond the standard",
]);

/** One test with the rows and rules that its titles name. */
export interface TaggedTest {
  readonly file: string;
  readonly title: string;
  readonly tags: readonly string[];
}

const FOLDER = join("tests", "engine");

/** Reads the titles of all tests of the engine; a tag in the title of a group counts for every test in it. */
export function tagsOfTests(): readonly TaggedTest[] {
  return readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && name !== "coverage.test.ts")
    .toSorted()
    .flatMap((name) => testsOf(name.replaceAll("\\", "/"), readFileSync(join(FOLDER, name), "utf8")));
}

const TAG = /\b(?:row|rule)-\d\d\b/gu;
const TABLE_ENTRY = /(?:^\s*\[?"|row: ")((?:row|rule)-\d\d[^"]*)"/u;
const GROUP = /^(\s*)describe(?:\.each)?\(/u;
const TEST =
  /^\s*it(?:\.each)?\b.*?\(\s*"(should [^"]*)"|^\s*\](?: as const)?\)\(\s*"(should [^"]*)"|^\s*"(should [^"]*)",$/u;

interface Group {
  /** Tags of its title, or of the entries of its table. */
  readonly tags: Set<string>;
}

/** Files are formatted by one tool, so lines tell what a parser would: groups of these files do not nest. */
function testsOf(file: string, source: string): readonly TaggedTest[] {
  const found: TaggedTest[] = [];
  let pending = new Set<string>();
  let group: Group = { tags: new Set() };
  for (const line of source.split("\n")) {
    const entry = TABLE_ENTRY.exec(line)?.[1];
    if (entry !== undefined) for (const [tag] of entry.matchAll(TAG)) pending.add(tag);
    if (GROUP.test(line)) {
      // A table stands right before its group, or as the argument of `describe.each(`.
      const isTable = line.includes("describe.each(");
      group = { tags: isTable ? pending : new Set() };
      if (isTable) pending = new Set();
      for (const [tag] of line.matchAll(TAG)) group.tags.add(tag);
    } else if (line.startsWith("])(")) {
      for (const tag of pending) group.tags.add(tag);
      pending = new Set();
    }
    const title = TEST.exec(line)
      ?.slice(1)
      .find((text) => text !== undefined);
    if (title !== undefined && group.tags.size > 0) found.push({ file, title, tags: [...group.tags] });
  }
  return found;
}

/** The file coverage.md: rows and rules with the tests that prove them. */
export function coverageReport(tests: readonly TaggedTest[]): string {
  return [
    "# What the tests of the engine prove",
    "",
    "Made from the titles of the tests by coverage-report.ts; coverage.test.ts checks that it is up to date and complete.",
    ...section("Elements", ROWS, tests),
    ...section("Rules", RULES, tests),
    "",
  ].join("\n");
}

function section(heading: string, tags: ReadonlyMap<string, string>, tests: readonly TaggedTest[]): readonly string[] {
  return [
    "",
    `## ${heading}`,
    ...[...tags].flatMap(([tag, name]) => [
      "",
      `**${tag}** ${name}`,
      "",
      ...tests.filter((test) => test.tags.includes(tag)).map(({ file, title }) => `- ${file}: ${title}`),
    ]),
  ];
}

function numbered(kind: string, names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name, index) => [`${kind}-${String(index + 1).padStart(2, "0")}`, name]));
}
