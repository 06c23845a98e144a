import type { BundleCheck, BundleFault } from "./bundle.js";

/** Every form that a diagram or a start names is in the manifest, and every form of the manifest is shown somewhere. */
export const checkFormKeys: BundleCheck = async ({ manifest, read }, tools) => {
  const { app } = manifest;
  const path = `bpmn/${app}/process-app.json`;
  const known = new Set(manifest.forms.map((name) => `${app}/${name}`));
  const used = new Set(manifest.starts.map(({ form }) => `${app}/${form}`));
  const faults: BundleFault[] = [];
  for (const { file, formKeys } of read) {
    for (const { element, value } of formKeys) {
      used.add(value);
      if (!known.has(value)) {
        const message = `${element}: Expected a form of the manifest (${app}/<form>), but it is '${value}'`;
        faults.push({ path: file.path, rule: "form-key", message });
      }
    }
  }
  for (const { form, process } of manifest.starts) {
    if (!known.has(`${app}/${form}`)) {
      faults.push({ path, rule: "form-key", message: `starts: Expected a form of the manifest, but it is '${form}'` });
    }
    if (!read.some(({ processIds }) => processIds.includes(process))) {
      faults.push({ path, rule: "form-key", message: `starts: Expected a process of the app, but it is '${process}'` });
    }
  }
  const source = await tools.pluginSource(app);
  for (const key of known) {
    if (!used.has(key) && !source.includes(key)) {
      faults.push({
        path,
        rule: "form-key",
        message: `Expected form '${key}' to be shown somewhere, but no task or start names it`,
      });
    }
  }
  return faults;
};
