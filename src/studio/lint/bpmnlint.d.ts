/** The parts of bpmnlint that are used here; the package exports no types of these. */
declare module "bpmnlint" {
  export interface LintReport {
    readonly id?: string;
    readonly message: string;
    readonly category: string;
  }
  export class Linter {
    constructor(options: { readonly config: object; readonly resolver: object });
    lint(root: unknown): Promise<Readonly<Record<string, readonly LintReport[]>>>;
  }
}
declare module "bpmnlint/lib/resolver/node-resolver.js" {
  const NodeResolver: new (options: { require: NodeJS.Require; requireLocal: NodeJS.Require }) => object;
  export default NodeResolver;
}
