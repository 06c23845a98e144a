import type { BundleCheck, BundleFault } from "./bundle.js";

/** Job types are kebab-case verbs; every one in a diagram has a worker in the manifest and the code, and the reverse. */
export const checkWorkers: BundleCheck = async ({ manifest, read }, tools) => {
  const path = `bpmn/${manifest.app}/process-app.json`;
  const faults: BundleFault[] = [];
  const named = new Set(manifest.workers);
  const used = new Set<string>();
  for (const { file, jobTypes } of read) {
    for (const { element, value } of jobTypes) {
      if (value.startsWith("=")) continue; // computed: known only when it runs
      used.add(value);
      if (!named.has(value)) {
        const message = `${element}: Expected a worker of the manifest, but job type '${value}' is not in it`;
        faults.push({ path: file.path, rule: "worker", message });
      }
    }
  }
  const source = await tools.pluginSource(manifest.app);
  for (const worker of named) {
    if (!used.has(worker)) {
      faults.push({ path, rule: "worker", message: `Expected a diagram that uses worker '${worker}', but none does` });
    }
    if (!new RegExp(`["'\`]${worker}["'\`]`).test(source)) {
      faults.push({
        path,
        rule: "worker",
        message: `Expected a worker '${worker}' in plugins/${manifest.app} or a plugin that it needs, but there is none`,
      });
    }
  }
  return faults;
};
