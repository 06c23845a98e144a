import { unescapeCellText } from "./cell-text.js";
import { readXmlPart } from "./read-xml-part.js";
import { tooLarge } from "./unreadable.js";
import type { WorkbookPackage } from "./workbook-package.js";

/** Characters of all texts together: 50,000 rows with 1,000 characters each. */
const MOST_CHARACTERS = 50_000_000;

/**
 * The texts that cells refer to by number. They are the only part of a workbook that is kept whole: cells refer to them in any order.
 * Runs of a rich text are joined; the reading aid beside East Asian texts (`rPh`) is left out.
 */
export const readSharedStrings = async (parts: WorkbookPackage, path: string): Promise<readonly string[]> => {
  const texts: string[] = [];
  let current = "";
  let characters = 0;
  let isText = false;
  let isAid = false;
  await readXmlPart(parts, path, {
    open(name) {
      if (name === "si") current = "";
      if (name === "rPh") isAid = true;
      isText = name === "t" && !isAid;
    },
    text(text) {
      if (isText) current += text;
    },
    close(name) {
      isText = false;
      if (name === "rPh") isAid = false;
      if (name !== "si") return;
      characters += current.length;
      if (characters > MOST_CHARACTERS) {
        throw tooLarge(
          `its texts have more than ${MOST_CHARACTERS} characters`,
          "Teks di dalam berkas Excel terlalu banyak. Bagilah tabel menjadi beberapa berkas",
          "The workbook holds too much text. Split the table into several files",
        );
      }
      texts.push(unescapeCellText(current));
    },
  });
  return texts;
};
