import { parseArgs } from "node:util";
import { figureLines } from "./figures.js";
import { measureSapk } from "./measure-sapk.js";

/** `node dist/tests/perf/sapk.js --people 50000` after `npm run build`: how long a synchronisation with SAPK takes. */
const { values } = parseArgs({ options: { people: { type: "string", default: "50000" } } });
const figures = await measureSapk(Number(values.people), (text) => process.stderr.write(`${text}\n`));
console.log(`Synchronisation of ${values.people} people with SAPK (one run)`);
for (const line of figureLines(figures)) console.log(`  ${line}`);
