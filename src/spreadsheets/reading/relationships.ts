import { posix } from "node:path";
import { readXmlPart } from "./read-xml-part.js";
import type { WorkbookPackage } from "./workbook-package.js";

/** What a part refers to; `path` is that of the other part. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type, e.g. `worksheet`: the part before it differs between the editions of the standard. */
  readonly type: string;
  readonly path: string;
}

/** What the part at `path` refers to (ECMA-376 part 2, 6.5); nothing when it says nothing. */
export const relationshipsOf = async (parts: WorkbookPackage, path: string): Promise<readonly Relationship[]> => {
  const folder = posix.dirname(path);
  const found: Relationship[] = [];
  await readXmlPart(parts, posix.join(folder, "_rels", `${posix.basename(path)}.rels`), {
    open(name, attribute) {
      if (name !== "Relationship" || attribute("TargetMode") === "External") return;
      const type = attribute("Type") ?? "";
      found.push({
        id: attribute("Id") ?? "",
        type: type.slice(type.lastIndexOf("/") + 1),
        path: posix.resolve("/", folder, attribute("Target") ?? "").slice(1),
      });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return found;
};
