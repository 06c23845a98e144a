import { writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { figureLines } from "./figures.js";
import { partNames, runBench, type BenchReport } from "./run-bench.js";

const HELP = `Measures the engine on SQLite files with durable commits: minimum, median and maximum of three runs. The whole
bench goes up to 1,000,000 open tasks and takes the better part of an hour.

  --quick      under two minutes, up to 10,000 open tasks
  --peers      instead: other engines in turn with this one (npm bpmn-engine, Operaton, Zeebe; the last two need Java and mvn)
  --cache DIR  where the other engines are kept (default: the user's cache folder)
  --only PARTS some parts, separated by commas: ${partNames.join(", ")}
  --json FILE  write the figures as JSON, too`;

function print({ node, cpu, cores, database, sections }: BenchReport): void {
  console.log(`Node ${node}, ${cores} x ${cpu}, ${database}`);
  for (const { title, figures } of sections) {
    console.log(`\n${title}  (minimum, median, maximum)`);
    for (const line of figureLines(figures)) console.log(`  ${line}`);
  }
}

const defaultCache = (): string => join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "alur", "peers");

try {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      peers: { type: "boolean", default: false },
      cache: { type: "string" },
      only: { type: "string", default: "" },
      json: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(HELP);
  else {
    const report = await runBench({
      quick: values.quick,
      peers: values.peers,
      only: values.only === "" ? [] : values.only.split(","),
      cache: resolve(values.cache ?? defaultCache()),
      say: (text) => process.stderr.write(`${text}\n`),
    });
    print(report);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
