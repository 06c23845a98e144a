import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonValue } from "../../../src/engine/index.js";
import { type DecisionRequirements, evaluateDecision, parseDmn } from "../../../src/engine/dmn/index.js";
import type { ParseOutcome } from "../../../src/engine/feel/index.js";
import { reducedModel } from "./reduced-model.js";
import { asJson, isSame, typedValue } from "./typed-value.js";
import { childrenOf, readXml, type XmlElement } from "./xml-tree.js";

/** Result of the vendor's own engine for the same case. */
const VENDOR_RESULTS = join("TestResults", "CamundaDmnScala", "1.9.0", "tck_results.csv");
const LEVELS = ["compliance-level-2", "compliance-level-3"];

/** What became of one case. */
export interface CaseResult {
  /** Folder, file and number, as in the published results. */
  readonly id: string;
  readonly passed: boolean;
  readonly reason: string;
}

/** A decision of a model, compiled once for all cases that ask for it. */
type Compiled = ParseOutcome<{ readonly requirements: DecisionRequirements; readonly decisionId: string }>;

async function compile(definitions: XmlElement, name: string): Promise<Compiled> {
  const model = reducedModel(definitions, name);
  if (model === undefined) return { ok: false, message: `there is no decision '${name}' in the file` };
  const parsed = await parseDmn(model.xml);
  return parsed.ok ? { ok: true, value: { requirements: parsed.value, decisionId: model.decisionId } } : parsed;
}

/** The variables of a case. Dates stay dates, which a process could not give. */
function variablesOf(testCase: XmlElement): ReadonlyMap<string, JsonValue> {
  const inputs = childrenOf(testCase, "inputNode");
  return new Map(inputs.map((node) => [node.attributes["name"] ?? "", typedValue(node) as unknown as JsonValue]));
}

const text = (value: JsonValue): string => JSON.stringify(value).slice(0, 200);

/** Undefined when the result is as expected. */
function faultOf(node: XmlElement, compiled: Compiled, variables: ReadonlyMap<string, JsonValue>): string | undefined {
  if (!compiled.ok) return compiled.message;
  const { requirements, decisionId } = compiled.value;
  const scope = { get: (name: string) => variables.get(name) };
  const { output, failure } = evaluateDecision(requirements, decisionId, scope, { nowMs: Date.now() });
  const isErrorExpected = node.attributes["errorResult"] === "true";
  const [expectedNode] = childrenOf(node, "expected");
  const expected = isErrorExpected || expectedNode === undefined ? null : asJson(typedValue(expectedNode));
  if (failure !== null && !isErrorExpected) return failure.message;
  return isSame(expected, output) ? undefined : `expected ${text(expected)}, but it is ${text(output)}`;
}

async function playFile(folder: string, file: string, id: string): Promise<readonly CaseResult[]> {
  const tests = readXml(readFileSync(join(folder, file), "utf8"));
  const model = childrenOf(tests, "modelName")[0]?.text.trim() ?? "";
  const definitions = readXml(readFileSync(join(folder, model), "utf8"));
  const compiled = new Map<string, Compiled>();
  const results: CaseResult[] = [];
  for (const testCase of childrenOf(tests, "testCase")) {
    const faults: string[] = [];
    for (const node of childrenOf(testCase, "resultNode")) {
      const name = node.attributes["name"] ?? "";
      let decision = compiled.get(name);
      if (decision === undefined) compiled.set(name, (decision = await compile(definitions, name)));
      try {
        const fault = faultOf(node, decision, variablesOf(testCase));
        if (fault !== undefined) faults.push(fault);
      } catch (error) {
        faults.push(`thrown: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    const number = testCase.attributes["id"] ?? "";
    results.push({ id: `${id}/${number}`, passed: faults.length === 0, reason: faults.join("; ") });
  }
  return results;
}

/** Plays every case of levels 2 and 3 in a checkout of the DMN TCK. @throws {Error} when the folder is none. */
export async function playCases(checkout: string): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = [];
  for (const level of LEVELS) {
    const folder = join(checkout, "TestCases", level);
    if (!existsSync(folder))
      throw new Error(`Expected a checkout of the DMN TCK in '${checkout}', but there is no ${folder}`);
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of names) {
      const files = readdirSync(join(folder, name)).filter((file) => /-test-.*\.xml$/u.test(file));
      for (const file of files)
        results.push(...(await playFile(join(folder, name), file, `${level}/${name}/${file.replace(".xml", "")}`)));
    }
  }
  return results;
}

/** Cases that the engine of Camunda 8 holds, by the results published in the checkout. */
export function vendorHolds(checkout: string): ReadonlySet<string> {
  const lines = readFileSync(join(checkout, VENDOR_RESULTS), "utf8").split("\n");
  return new Set(
    lines.flatMap((line) => {
      const [folder, file, number, state] = [...line.matchAll(/"([^"]*)"/gu)].map(([, field]) => field);
      return state === "SUCCESS" ? [`${folder}/${file}/${number}`] : [];
    }),
  );
}
