import type { Findings } from "../../../http/contract/admin.js";
import { fitBox, type Box } from "../../shared/diagram/fit-box.js";
import { findingText } from "./finding-words.js";
import { modelerTranslation } from "./modeler-words.js";
import { quietContextPad } from "./quiet-context-pad.js";
import { translateBackButtons } from "./translate-back-buttons.js";

export type Finding = Findings["findings"][number];

/** A finding as the modeler marks it on the canvas and in the properties panel. */
interface LintReport {
  readonly id: string;
  readonly message: string;
  readonly category: string;
  readonly rule: string;
}

/** What we use of the modeler. */
interface Modeler {
  importXML(xml: string): Promise<unknown>;
  saveXML(options: { format: boolean }): Promise<{ xml?: string }>;
  on(event: string, listener: () => void): void;
  getDefinitions(): unknown;
  get(service: "canvas"): {
    /** Reads the size of the place on the page again. */
    resized(): void;
    viewbox(box: Box): void;
    viewbox(): { readonly inner: Box; readonly outer: { readonly width: number; readonly height: number } };
    getRootElement(): { businessObject: { id: string; name?: string; $type: string } };
  };
  get(service: "linting"): { setErrors(reports: readonly LintReport[]): void; activate(): void };
  get(service: "selection"): { select(element: unknown): void };
  get(service: "elementRegistry"): { get(id: string): unknown };
  destroy(): void;
}

export interface Editor {
  /** The diagram as it is now. */
  xml(): Promise<string>;
  /** Id and name of the process. */
  process(): { readonly id: string; readonly name: string };
  /** Advice of the linter on the diagram as it is now. */
  lint(): Promise<readonly Finding[]>;
  /** Marks findings on their elements. */
  mark(findings: readonly Finding[]): void;
  /** Selects an element and brings it into sight. */
  reveal(elementId: string): void;
  /** Shows the whole diagram beside the palette. */
  fit(): void;
  destroy(): void;
}

const toReport = (finding: Finding, language: "id" | "en"): LintReport => ({
  id: finding.elementId ?? "",
  message: findingText(finding, language),
  category: finding.severity === "error" ? "error" : "warn",
  rule: finding.rule,
});

const toFinding = (report: LintReport): Finding => ({
  severity: report.category === "error" ? "error" : "warning",
  elementId: report.id === "" ? null : report.id,
  rule: report.rule,
  message: report.message,
});

/** Room on the left that the palette covers, px. */
const PALETTE_WIDTH = 110;

/** Opens the modeler with properties panel and linter; all of it is fetched only here. */
export async function openModeler(
  host: HTMLElement,
  panel: HTMLElement,
  { xml, language, onChange }: { readonly xml: string; readonly language: "id" | "en"; readonly onChange: () => void },
): Promise<Editor> {
  const [{ default: CloudModeler }, { Linter }, { default: lintingModule }] = await Promise.all([
    import("camunda-bpmn-js/lib/camunda-cloud/Modeler"),
    import("@camunda/linting"),
    import("@camunda/linting/modeler"),
    import("./modeler-styles.js"),
  ]);
  const modeler = new CloudModeler({
    container: host,
    propertiesPanel: { parent: panel },
    additionalModules: [lintingModule, modelerTranslation(language), quietContextPad],
  }) as unknown as Modeler;
  const menus = language === "id" ? translateBackButtons(host) : undefined;
  const linter = new Linter({ modeler: "web", type: "cloud" });
  try {
    await modeler.importXML(xml);
  } catch (cause) {
    menus?.disconnect();
    modeler.destroy();
    throw cause;
  }
  const canvas = modeler.get("canvas");
  const fit = (): void => {
    canvas.resized();
    const { inner, outer } = canvas.viewbox();
    canvas.viewbox(fitBox(inner, { ...outer, coveredLeft: PALETTE_WIDTH }));
  };
  modeler.get("linting").activate();
  modeler.on("commandStack.changed", onChange);
  return {
    xml: async () => (await modeler.saveXML({ format: true })).xml ?? "",
    process: () => processOf(modeler),
    lint: async () => (await linter.lint(modeler.getDefinitions())).map(toFinding),
    mark: (findings) =>
      modeler
        .get("linting")
        .setErrors(findings.filter(({ elementId }) => elementId !== null).map((each) => toReport(each, language))),
    reveal: (elementId) => {
      const element = modeler.get("elementRegistry").get(elementId);
      if (element !== undefined) modeler.get("selection").select(element);
    },
    fit,
    destroy() {
      menus?.disconnect();
      modeler.destroy();
    },
  };
}

function processOf(modeler: Modeler): { id: string; name: string } {
  const root = modeler.get("canvas").getRootElement().businessObject as {
    id: string;
    name?: string;
    participants?: readonly { processRef?: { id: string; name?: string } }[];
  };
  const process = root.participants?.find(({ processRef }) => processRef !== undefined)?.processRef ?? root;
  return { id: process.id, name: process.name ?? process.id };
}
