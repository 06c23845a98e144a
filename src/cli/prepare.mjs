#!/usr/bin/env node
// `npm start`, `npm test` and the other commands come in here: plain Node, no packages, because on a fresh machine nothing is installed yet.
// It installs the locked packages, builds what has changed, and hands over to dist/src/cli/<command>.js.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkNode } from "./prepare/check-node.mjs";
import { installPackages } from "./prepare/install-packages.mjs";
import { Refusal } from "./prepare/refusal.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const [command = "start", ...args] = process.argv.slice(2);
/** Commands whose standard output is JSON or figures for machines: what is prepared is said on standard error only. */
const say = (text) => process.stderr.write(`${text}\n`);

try {
  checkNode();
  await installPackages(root, say);
  const { buildServer } = await import("./prepare/build-server.mjs");
  await buildServer(root, say);
  if (["start", "test", "build"].includes(command)) {
    const { buildWeb } = await import("./prepare/build-web.mjs");
    await buildWeb(root, say);
  }
} catch (problem) {
  if (!(problem instanceof Refusal)) throw problem;
  say(problem.message);
  process.exit(1);
}

if (command !== "build") {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(root, "dist", "src", "cli", `${command}.js`), ...args],
    {
      cwd: root,
      stdio: "inherit",
    },
  );
  // A signal from the terminal reaches the child too; one sent to this process alone is handed on.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.exitCode === null && child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1)));
}
