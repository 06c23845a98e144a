import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { figureLines } from "./figures.js";
import { runBench, type BenchReport } from "./run-bench.js";

const HELP = `Measures the engine on SQLite files with durable commits: minimum, median and maximum of three runs.

  --quick      under two minutes
  --million    also the task page with 1,000,000 open tasks
  --json FILE  write the figures as JSON, too`;

function print({ node, cpu, cores, database, sections }: BenchReport): void {
  console.log(`Node ${node}, ${cores} x ${cpu}, ${database}`);
  for (const { title, figures } of sections) {
    console.log(`\n${title}  (minimum, median, maximum)`);
    for (const line of figureLines(figures)) console.log(`  ${line}`);
  }
}

try {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      million: { type: "boolean", default: false },
      json: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(HELP);
  else {
    const report = await runBench({
      quick: values.quick,
      million: values.million,
      say: (text) => process.stderr.write(`${text} ...\n`),
    });
    print(report);
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
