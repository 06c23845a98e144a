import type { FieldProblem } from "../field-problem.js";
import { sandbox } from "../sandbox/sandbox.js";
import { componentFaults, type SyntaxCheck } from "./check-component.js";
import { outcomeFaults } from "./check-outcomes.js";
import { childrenOf, type FormComponent } from "./component.js";

const COMPONENT_LIMIT = 500;
const DEPTH_LIMIT = 10;
const SIZE_LIMIT = 1_000_000;

const problem = (path: string, message: string): FieldProblem => ({ path, message: { id: message, en: message } });

const isComponent = (value: unknown): value is FormComponent =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as { type?: unknown }).type === "string" &&
  typeof (value as { key?: unknown }).key === "string";

const isListOfComponents = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((item) => typeof item === "object" && item !== null));

class FormCheck {
  readonly problems: FieldProblem[] = [];
  readonly #keys = new Map<string, string>();
  #count = 0;

  constructor(private readonly syntaxFault: SyntaxCheck) {}

  list(components: readonly unknown[], path: string, depth: number): void {
    if (depth > DEPTH_LIMIT) {
      this.problems.push(problem(path, `Expected at most ${DEPTH_LIMIT} levels of components, but there are more`));
      return;
    }
    components.forEach((component, index) => this.#component(component, `${path}.${index}`, depth));
  }

  #component(component: unknown, path: string, depth: number): void {
    if (++this.#count === COMPONENT_LIMIT + 1) {
      this.problems.push(problem(path, `Expected at most ${COMPONENT_LIMIT} components, but there are more`));
    }
    if (this.#count > COMPONENT_LIMIT) return;
    if (!isComponent(component)) {
      this.problems.push(problem(path, "Expected a component with type and key, but one is missing"));
      return;
    }
    if (!isListOfComponents(component.components) || !isListOfComponents(component.columns)) {
      this.problems.push(problem(path, "Expected a list of components, but it is something else"));
      return;
    }
    const place = `${path} (${component.key})`;
    const other = this.#keys.get(component.key);
    if (other !== undefined) {
      this.problems.push(problem(place, `Expected key '${component.key}' once, but ${other} has it too`));
    }
    this.#keys.set(component.key, path);
    for (const { property, message } of componentFaults(component, this.syntaxFault)) {
      this.problems.push(problem(`${place}.${property}`, message));
    }
    this.list(childrenOf(component), path, depth + 1);
  }
}

/**
 * Checks a form before it is published: only known components, no reach outside the form, scripts that parse, HTML that
 * cannot carry code. @returns every fault; paths name the component. Empty when the form may be published.
 */
export async function checkForm(schema: unknown): Promise<readonly FieldProblem[]> {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) {
    return [problem("form", "Expected a Form.io form (an object), but it is something else")];
  }
  const { display = "form", components, ...rest } = schema as Readonly<Record<string, unknown>>;
  const problems: FieldProblem[] = [];
  if (JSON.stringify(schema).length > SIZE_LIMIT) problems.push(problem("form", "Expected under 1 MB of JSON"));
  if (display !== "form" && display !== "wizard") {
    problems.push(problem("display", `Expected 'form' or 'wizard', but it is '${JSON.stringify(display)}'`));
  }
  if (rest["module"] !== undefined) problems.push(problem("module", "Expected no module with code, but there is one"));
  if (!Array.isArray(components) || components.length === 0) {
    return [...problems, problem("components", "Expected at least one component, but there is none")];
  }
  const check = new FormCheck((source) => sandbox.syntaxFault(source));
  check.list(components as unknown[], "components", 1);
  const found = [...problems, ...check.problems];
  // What buttons set can only be looked up in a form that is whole.
  return found.length > 0 ? found : outcomeFaults(components as FormComponent[]);
}
