import type { FontFamily } from "./templates/fonts.js";

/** A document as the browser takes it: everything is inside, nothing is asked for. */
export interface Printable {
  /** Title in the PDF's properties. */
  readonly title: string;
  readonly font: FontFamily;
  /** `@font-face` rules of that font, the same for every document. */
  readonly fontFaces: string;
  /** Style of this document, paper and footer included (`@page`). */
  readonly style: string;
  /** What stands in `<body>`. */
  readonly body: string;
}
