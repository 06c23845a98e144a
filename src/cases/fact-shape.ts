import type { Fact } from "../http/contract/shared-shapes.js";
import type { CaseFact } from "./case-type.js";

/** A fact as it goes over the wire. */
export const factShape = ({ label, value, files }: CaseFact): Fact => ({
  label: { ...label },
  value,
  ...(files === undefined ? {} : { files: files.map(({ id, name }) => ({ id, name })) }),
});
