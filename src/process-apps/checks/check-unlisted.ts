import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { BundleCheck, BundleFault } from "./bundle.js";

const namesIn = async (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** No diagram, decision, form or template lies about that the manifest does not name: it would never be deployed. */
export const checkUnlisted: BundleCheck = async ({ manifest, folders }) => {
  const { app } = manifest;
  const { bpmnDir, formsDir, templatesDir } = folders;
  const models = (await namesIn(join(bpmnDir, app))).filter((name) => /\.(bpmn|dmn)$/.test(name));
  const forms = (await namesIn(join(formsDir, app))).filter((name) => name.endsWith(".json"));
  const templates = [];
  for (const name of await namesIn(join(templatesDir, app))) {
    if ((await namesIn(join(templatesDir, app, name))).includes("document.hbs")) templates.push(name);
  }
  const listed = [...manifest.diagrams, ...manifest.decisions];
  const unlisted = (path: string): BundleFault => ({
    path,
    rule: "manifest",
    message: "Expected the manifest to name this, but it does not",
  });
  return [
    ...models.filter((name) => !listed.includes(name)).map((name) => unlisted(`bpmn/${app}/${name}`)),
    ...forms
      .filter((name) => !manifest.forms.includes(name.slice(0, -5)))
      .map((name) => unlisted(`forms/${app}/${name}`)),
    ...templates
      .filter((name) => !manifest.documents.includes(name))
      .map((name) => unlisted(`templates/${app}/${name}`)),
  ];
};
