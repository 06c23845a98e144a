import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { missingLines } from "../../documents/index.js";
import type { Bundle, BundleCheck, BundleFault, CheckTools } from "./bundle.js";

const read = async (path: string): Promise<string | undefined> => readFile(path, "utf8").catch(() => undefined);

const checkOne = async ({ manifest, folders }: Bundle, name: string, tools: CheckTools): Promise<BundleFault[]> => {
  const key = `${manifest.app}/${name}`;
  const path = `templates/${key}`;
  const fault = (message: string, file = ""): BundleFault => ({ path: `${path}${file}`, rule: "template", message });
  const [sample, expected] = await Promise.all(
    ["sample.json", "expected.txt"].map((file) => read(join(folders.templatesDir, key, file))),
  );
  if (sample === undefined) return [fault("Expected sample data, but there are none", "/sample.json")];
  if (expected === undefined) return [fault("Expected the text of the sample, but there is none", "/expected.txt")];
  try {
    const missing = await missingLines(await tools.print(key, JSON.parse(sample)), expected);
    return missing.map((line) =>
      fault(`Expected the line '${line}' in the document, but it is not there`, "/expected.txt"),
    );
  } catch (error) {
    return [fault(error instanceof Error ? error.message : String(error))];
  }
};

/** Every printed document compiles and prints its sample with the text that is expected. */
export const checkTemplates: BundleCheck = async (bundle, tools) => {
  const faults: BundleFault[] = [];
  for (const name of bundle.manifest.documents) faults.push(...(await checkOne(bundle, name, tools)));
  return faults;
};
