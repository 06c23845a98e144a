import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = process.cwd();
const built = join(root, "dist", "web");

/** Everything that pages are made of: those of the platform and those of plugins. */
const sources = (): string[] => [
  join(root, "src", "web"),
  ...readdirSync(join(root, "plugins"))
    .map((plugin) => join(root, "plugins", plugin, "web"))
    .filter((folder) => existsSync(folder)),
];

const newestIn = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );

/** The folder of built pages, built first when the sources are newer. */
export function builtPages(): string {
  const index = join(built, "index.html");
  const isFresh = existsSync(index) && statSync(index).mtimeMs >= Math.max(...sources().map(newestIn));
  if (!isFresh)
    execFileSync(
      process.execPath,
      [join(root, "node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "error"],
      {
        cwd: root,
        // Jest's own NODE_ENV would build React for development.
        env: { ...process.env, NODE_ENV: "production" },
      },
    );
  return built;
}
