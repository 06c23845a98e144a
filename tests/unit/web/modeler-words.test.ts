import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { modelerTranslation } from "../../../src/web/features/studio/modeler-words.js";

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));
const read = (name: string, file: string): string => readFileSync(join(folderOf(name), file), "utf8");

const wordsIn = (source: string, pattern: RegExp): readonly string[] => [
  ...new Set([...source.matchAll(pattern)].map(([, word = ""]) => word)),
];

type Translate = (text: string, parts?: Readonly<Record<string, string>>) => string;
const translateTo = (language: "id" | "en"): Translate =>
  (modelerTranslation(language) as { translate: [string, Translate] }).translate[1];

/** The same word in both languages. */
const SAME = new Set(["Data"]);

describe("words of the diagram editor", () => {
  const named = /(?:label|name): '([^']+)'/g;
  const explained = /'[\w-]+': '([^']+)'/g;
  const groups = "lib/base/features/create-append-groups/options.js";

  it.each([
    ["elements of the menus", read("bpmn-js", "lib/features/popup-menu/PopupEntries.js"), named],
    ["groups of the menus", read("camunda-bpmn-js", groups), named],
    ["explanations of the groups", read("camunda-bpmn-js", groups), explained],
    [
      "explanations of the elements",
      read("camunda-bpmn-js", "lib/base/features/element-descriptions/descriptions.js"),
      explained,
    ],
    [
      "controls of the properties panel",
      read("@bpmn-io/properties-panel", "dist/index.esm.js"),
      /translate\('([^']+)'\)/g,
    ],
  ])("should all be Indonesian: %s", (_name, source, pattern) => {
    const words = wordsIn(source, pattern);
    expect(words.length).toBeGreaterThan(5);
    const translate = translateTo("id");
    expect(words.filter((word) => translate(word) === word && !SAME.has(word))).toEqual([]);
  });

  it("should stay as they are for those who read English", () => {
    expect(translateTo("en")("Event-based gateway")).toBe("Event-based gateway");
  });
});
