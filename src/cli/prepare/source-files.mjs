import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Files below `folder` (relative to `root`) that `accept` takes, with a stamp that changes when the file does. */
export function sourceFiles(root, folder, accept) {
  const found = [];
  const walk = (relative) => {
    let entries;
    try {
      entries = readdirSync(join(root, relative), { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) {
      const path = `${relative}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (accept(path)) {
        const { mtimeMs, size } = statSync(join(root, path));
        found.push({ path, stamp: `${mtimeMs}:${size}` });
      }
    }
  };
  walk(folder);
  return found;
}
