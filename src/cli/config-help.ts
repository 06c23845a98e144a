import { everyVariable } from "../composition/index.js";

/** `npm run config:help`: every variable with type, unit, default, example and, where there is one, its command-line option. */
for (const [name, meta] of await everyVariable()) {
  console.log(
    [
      name,
      `  ${meta.description}.`,
      `  type: ${meta.kind} | unit: ${meta.unit} | default: ${meta.fallback} | example: ${name}=${meta.example}`,
      ...(meta.flag === undefined ? [] : [`  option: --${meta.flag}`]),
      "",
    ].join("\n"),
  );
}
