import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { AppError } from "../platform/index.js";
import { Manifest } from "./manifest.js";
import type { AppFile, ProcessApp, ProcessAppFolders } from "./process-app.js";

/** Name of the manifest in `bpmn/<app>`. */
const MANIFEST = "process-app.json";

/** A file that is missing or cannot be read. */
interface LoadFault {
  readonly path: string;
  readonly message: string;
}

/** A process app as far as it could be read. */
export interface ReadProcessApp {
  /** Folder's name; the app's, when the manifest is right. */
  readonly folder: string;
  readonly app: ProcessApp | undefined;
  readonly faults: readonly LoadFault[];
}

const readText = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, "utf8");
  } catch {
    return undefined;
  }
};

const parseManifest = (text: string, path: string): Manifest | readonly LoadFault[] => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return [{ path, message: `Expected JSON, but ${String(error)}` }];
  }
  const result = Manifest.safeParse(json);
  if (result.success) return result.data;
  return result.error.issues.map((issue) => ({
    path,
    message: `${issue.path.map(String).join(".") || "manifest"}: ${issue.message}`,
  }));
};

const readFiles = async (
  names: readonly string[],
  pathOf: (name: string) => string,
  shown: (name: string) => string,
): Promise<{ files: AppFile[]; faults: LoadFault[] }> => {
  const files: AppFile[] = [];
  const faults: LoadFault[] = [];
  for (const name of names) {
    const content = await readText(pathOf(name));
    const path = shown(name);
    if (content === undefined) faults.push({ path, message: "Expected this file of the manifest, but there is none" });
    else files.push({ name, path, content });
  }
  return { files, faults };
};

/** Reads one process app; faults are collected, not thrown. */
export async function readProcessApp(folders: ProcessAppFolders, folder: string): Promise<ReadProcessApp> {
  const path = `bpmn/${folder}/${MANIFEST}`;
  const text = await readText(join(folders.bpmnDir, folder, MANIFEST));
  if (text === undefined)
    return { folder, app: undefined, faults: [{ path, message: "Expected a manifest, but there is none" }] };
  const manifest = parseManifest(text, path);
  if (!("app" in manifest)) return { folder, app: undefined, faults: manifest };
  const { bpmnDir, formsDir } = folders;
  const inBpmn = (name: string): string => join(bpmnDir, folder, name);
  const diagrams = await readFiles(manifest.diagrams, inBpmn, (name) => `bpmn/${folder}/${name}`);
  const decisions = await readFiles(manifest.decisions, inBpmn, (name) => `bpmn/${folder}/${name}`);
  const forms = await readFiles(
    manifest.forms,
    (name) => join(formsDir, folder, `${name}.json`),
    (name) => `forms/${folder}/${name}.json`,
  );
  const isNamed = manifest.app === folder;
  const nameFault = { path, message: `app: Expected the folder's name '${folder}', but it is '${manifest.app}'` };
  return {
    folder,
    app: { manifest, diagrams: diagrams.files, decisions: decisions.files, forms: forms.files },
    faults: [...(isNamed ? [] : [nameFault]), ...diagrams.faults, ...decisions.faults, ...forms.faults],
  };
}

/** Folders in `bpmn/`, by name. */
export async function processAppFolders(bpmnDir: string): Promise<string[]> {
  const entries = await readdir(bpmnDir, { withFileTypes: true }).catch(() => []); // an installation without apps
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => basename(entry.name))
    .sort();
}

/**
 * Reads all process apps of the folder `bpmn/`.
 * @throws {AppError} PROCESS_APP_INVALID naming every missing file and every fault of a manifest.
 */
export async function loadProcessApps(folders: ProcessAppFolders): Promise<readonly ProcessApp[]> {
  const names = await processAppFolders(folders.bpmnDir);
  const read = await Promise.all(names.map((name) => readProcessApp(folders, name)));
  const faults = read.flatMap((each) => each.faults);
  if (faults.length > 0) {
    const list = faults.map(({ path, message }) => `${path}: ${message}`).join("\n  ");
    throw new AppError("PROCESS_APP_INVALID", `Expected process apps that are whole, but:\n  ${list}`);
  }
  return read.map(({ app }) => app).filter((app) => app !== undefined);
}
