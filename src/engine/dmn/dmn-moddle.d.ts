/** The part of dmn-moddle that is used here; the package has no types of its own. */
declare module "dmn-moddle" {
  export class DmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{
      readonly rootElement: unknown;
      readonly warnings: readonly { readonly message: string }[];
    }>;
  }
}
