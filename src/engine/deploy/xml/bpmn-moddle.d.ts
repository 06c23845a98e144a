/** The part of bpmn-moddle that is used here; the package has no types of its own. */
declare module "bpmn-moddle" {
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{
      readonly rootElement: unknown;
      readonly warnings: readonly {
        readonly message: string;
        readonly property?: string;
        readonly element?: unknown;
        readonly value?: unknown;
      }[];
    }>;
  }
}
