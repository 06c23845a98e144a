import type { BundleCheck } from "./bundle.js";

/** Every FEEL expression of the diagrams parses. */
export const checkFeel: BundleCheck = ({ read }, tools) =>
  read.flatMap(({ file, expressions }) =>
    expressions.flatMap(({ element, value }) => {
      const fault = tools.feelFault(value);
      if (fault === undefined) return [];
      const message = `${element}: Expected a FEEL expression, but '= ${value.trim()}' does not parse: ${fault}`;
      return [{ path: file.path, rule: "feel", message }];
    }),
  );
