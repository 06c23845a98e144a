import Handlebars from "handlebars";
import type { Printable } from "./printable.js";

/** A document as one whole HTML file, for looking at it without printing. */
export const printableHtml = ({ title, fontFaces, style, body }: Printable): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${Handlebars.escapeExpression(title)}</title>` +
  `<style>${fontFaces}</style><style>${style}</style></head><body>${body}</body></html>`;
