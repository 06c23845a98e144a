import type { Localised } from "../platform/index.js";

/** A page for everyone, without sign-in: `plugins/<plugin>/web/<name>.html`, served at `/<name>`. @since 1.3 */
export interface PublicPage {
  /** File name without its ending, also the address: lower-case letters and hyphens. */
  readonly name: string;
  readonly title: Localised;
  /** One sentence under the link on the front page. */
  readonly summary: Localised;
}
