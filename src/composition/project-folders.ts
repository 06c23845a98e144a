import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the parts of the project lie that are read at run time. */
export interface ProjectFolders {
  readonly bpmnDir: string;
  readonly formsDir: string;
  readonly templatesDir: string;
  /** Compiled plugins beside the compiled src, or their sources under the tests. */
  readonly pluginsDir: string;
  /** Pages built by vite; null when they are not built. */
  readonly webDir: string | null;
}

const here = dirname(fileURLToPath(import.meta.url));

const rootOf = (folder: string): string => {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  return above === folder ? process.cwd() : rootOf(above);
};

/** The folders of this installation, whether it runs compiled or as sources. */
export const projectFolders = (): ProjectFolders => {
  const root = rootOf(here);
  const webDir = join(root, "dist", "web");
  return {
    bpmnDir: join(root, "bpmn"),
    formsDir: join(root, "forms"),
    templatesDir: join(root, "templates"),
    pluginsDir: join(here, "..", "..", "plugins"),
    webDir: existsSync(join(webDir, "index.html")) ? webDir : null,
  };
};
