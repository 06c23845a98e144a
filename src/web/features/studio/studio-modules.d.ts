declare module "camunda-bpmn-js/lib/camunda-cloud/Modeler" {
  const Modeler: new (options: object) => object;
  export default Modeler;
}
declare module "@camunda/linting" {
  export class Linter {
    constructor(options: { modeler: "web" | "desktop"; type: "cloud" | "platform" });
    lint(definitions: unknown): Promise<readonly { id: string; message: string; category: string; rule: string }[]>;
  }
}
declare module "@camunda/linting/modeler" {
  const module: object;
  export default module;
}
