import { FONT_NAMES } from "./fonts.js";
import type { TemplateSettings } from "./template-settings.js";

/** Millimetres; F4 (folio) is common in Indonesian offices. */
const SIZES = { A4: [210, 297], F4: [215, 330] } as const;

/** Any text as a CSS string; `<` too, so that it can stand in a `<style>`. */
const cssString = (text: string): string =>
  `"${text.replaceAll(/["\\<\n\r\f]/g, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `)}"`;

/**
 * Paper, margins and the footer: the document's name left, the page's number right. Margin boxes (Chromium 131 and newer) cost
 * nothing; the browser's own footer template is a page of its own with its own copy of the font.
 */
export function pageRule({ paper, landscape, margins, font }: TemplateSettings, footer: string): string {
  const [short, long] = SIZES[paper];
  const size = landscape ? `${long}mm ${short}mm` : `${short}mm ${long}mm`;
  const { top, right, bottom, left } = margins;
  const text = `font:8pt "${FONT_NAMES[font]}";color:#333`;
  return (
    `@page{size:${size};margin:${top}mm ${right}mm ${bottom}mm ${left}mm;` +
    `@bottom-left{content:${cssString(footer)};${text}}` +
    `@bottom-right{content:"Halaman " counter(page) " dari " counter(pages);${text};white-space:nowrap}}`
  );
}
