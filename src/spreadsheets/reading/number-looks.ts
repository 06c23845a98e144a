import type { NumberLook } from "./raw-row.js";
import { readXmlPart } from "./read-xml-part.js";
import type { WorkbookPackage } from "./workbook-package.js";

/** Formats that every workbook knows by number (ECMA-376 part 1, 18.8.30; 27 to 58 are dates of East Asian editions). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const isBuiltInPercent = (id: number): boolean => id === 9 || id === 10;

/** Look of a number in a format of the workbook's own; quoted words, escapes and `[…]` say nothing of it. */
export const lookOfFormat = (code: string): NumberLook => {
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, "");
  if (/[dmyhs]/iu.test(bare.replaceAll(/general/giu, ""))) return "date";
  return bare.includes("%") ? "percent" : "plain";
};

/** Look of a number by the style number of its cell. */
export const readNumberLooks = async (parts: WorkbookPackage, path: string): Promise<readonly NumberLook[]> => {
  const own = new Map<number, NumberLook>();
  const looks: NumberLook[] = [];
  let isCellStyle = false;
  const lookOf = (id: number): NumberLook => {
    if (isBuiltInDate(id)) return "date";
    return isBuiltInPercent(id) ? "percent" : "plain";
  };
  await readXmlPart(parts, path, {
    open(name, attribute) {
      if (name === "cellXfs") isCellStyle = true;
      if (name === "numFmt") own.set(Number(attribute("numFmtId")), lookOfFormat(attribute("formatCode") ?? ""));
      if (name !== "xf" || !isCellStyle) return;
      const id = Number(attribute("numFmtId") ?? 0);
      looks.push(own.get(id) ?? lookOf(id));
    },
    text: () => undefined,
    close(name) {
      if (name === "cellXfs") isCellStyle = false;
    },
  });
  return looks;
};
