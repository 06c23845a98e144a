import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** Font families that templates may choose: metrics of Times and Arial. */
export type FontFamily = "tinos" | "arimo";

/** CSS name of a family. */
export const FONT_NAMES = { tinos: "Tinos", arimo: "Arimo" } as const satisfies Record<FontFamily, string>;

interface Face {
  readonly weight: 400 | 700;
  readonly style: "normal" | "italic";
}

const FACES: readonly Face[] = [
  { weight: 400, style: "normal" },
  { weight: 700, style: "normal" },
  { weight: 400, style: "italic" },
];

const require = createRequire(import.meta.url);
const loaded = new Map<FontFamily, Promise<string>>();

const faceCss = async (family: FontFamily, subset: string, { weight, style }: Face): Promise<string> => {
  const file = require.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-${style}.woff2`);
  const base64 = (await readFile(file)).toString("base64");
  const range = subset === "latin-ext" ? "unicode-range:U+0100-02BA,U+1E00-1E9F,U+1EF2-1EFF;" : "";
  return (
    `@font-face{font-family:"${FONT_NAMES[family]}";font-style:${style};font-weight:${weight};${range}` +
    `src:url(data:font/woff2;base64,${base64}) format("woff2")}`
  );
};

const allFaces = async (family: FontFamily): Promise<string> => {
  const faces = FACES.flatMap((face) => ["latin-ext", "latin"].map((subset) => faceCss(family, subset, face)));
  return (await Promise.all(faces)).join("");
};

/** `@font-face` rules with the fonts inside, read once. */
export const fontFaces = (family: FontFamily): Promise<string> => {
  const known = loaded.get(family) ?? allFaces(family);
  loaded.set(family, known);
  return known;
};
