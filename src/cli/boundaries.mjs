#!/usr/bin/env node
// `npm run arch`: the boundaries of .dependency-cruiser.cjs. A program of its own for two reasons: dependency-cruiser does not tell
// SWC that a .tsx file holds JSX, and it passes green when it reads nothing.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const swc = require("@swc/core");
const { parseFileSync } = swc;
swc.parseFileSync = (path, options) => parseFileSync(path, { ...options, tsx: path.endsWith(".tsx") });

const { cruise, format } = await import("dependency-cruiser");
const { forbidden, options } = require("../../.dependency-cruiser.cjs");
const folders = process.argv.slice(2);
const { output } = await cruise(folders.length > 0 ? folders : ["src", "plugins"], {
  ...options,
  ruleSet: { forbidden },
  validate: true,
});
const { totalCruised } = output.summary;
const report = await format(output, { outputType: "err-long" });
process.stdout.write(report.output);
if (totalCruised === 0) console.error("Expected modules to check, but none was found");
process.exitCode = report.exitCode > 0 || totalCruised === 0 ? 1 : 0;
