import { around, type Box, READABLE, readableBox } from "../../shared/diagram/fit-box.js";
import { followFingers } from "../../shared/diagram/follow-fingers.js";
import { type Zoomable, zoomOf } from "../../shared/diagram/zoom.js";
import type { ElementState } from "./path-of.js";

interface Canvas {
  zoom(level?: "fit-viewport" | number, center?: "auto" | { readonly x: number; readonly y: number }): number;
  scroll(by: { readonly dx: number; readonly dy: number }): void;
  scrollToElement(elementId: string): void;
  viewbox(box: Box): void;
  viewbox(): { readonly outer: { readonly width: number; readonly height: number } };
  addMarker(elementId: string, marker: string): void;
}

/** What we use of the diagram viewer. */
interface Viewer {
  importXML(xml: string): Promise<unknown>;
  get(service: "canvas"): Canvas;
  get(service: "overlays"): {
    add(elementId: string, overlay: { position: { top: number; right: number }; html: string }): void;
  };
  get(service: "elementRegistry"): {
    get(
      elementId: string,
    ): (Box & { readonly businessObject: { readonly name?: string; readonly $type: string } }) | undefined;
  };
  destroy(): void;
}

export interface Drawing extends Zoomable {
  /** Name of an element as drawn, or its id. */
  nameOf(elementId: string): string;
  /** True for steps that people or the system work on; gateways and events are not listed. */
  isStep(elementId: string): boolean;
  /** Brings an element into view. */
  show(elementId: string): void;
  destroy(): void;
}

/** Shows the path taken, or as much of it around where it stands now as can be read; without any path the whole diagram. */
function showPath(canvas: Canvas, visited: readonly Box[], current: Box | undefined): void {
  const path = around(visited);
  const last = current ?? visited.at(-1);
  if (path === null || last === undefined) canvas.zoom("fit-viewport", "auto");
  else canvas.viewbox(readableBox(path, last, canvas.viewbox().outer));
}

interface DrawRequest {
  readonly host: HTMLElement;
  readonly xml: string;
  readonly states: readonly ElementState[];
  readonly flows: readonly string[];
  /** Text of the badge of an element; null for none. */
  readonly badge: (state: ElementState) => string | null;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Draws the diagram with the path taken. The viewer is fetched when it is first needed. */
export async function drawPath({ host, xml, states, flows, badge }: DrawRequest): Promise<Drawing> {
  const { default: NavigatedViewer } = await import("bpmn-js/lib/NavigatedViewer");
  const viewer = new NavigatedViewer({ container: host }) as unknown as Viewer;
  try {
    await viewer.importXML(xml);
  } catch (cause) {
    viewer.destroy();
    throw cause;
  }
  const canvas = viewer.get("canvas");
  const registry = viewer.get("elementRegistry");
  const overlays = viewer.get("overlays");
  const open = states.find(({ state }) => state === "active" || state === "incident");
  showPath(
    canvas,
    states
      .flatMap(({ elementId }) => [registry.get(elementId), registry.get(`${elementId}_label`)])
      .filter((box) => box !== undefined),
    open === undefined ? undefined : registry.get(open.elementId),
  );
  const fingers = new AbortController();
  followFingers(host, canvas, fingers.signal);
  for (const flow of flows) if (registry.get(flow) !== undefined) canvas.addMarker(flow, "path-flow");
  for (const state of states) {
    const element = registry.get(state.elementId);
    if (element === undefined) continue;
    canvas.addMarker(state.elementId, `path-${state.state}`);
    const text = isStepType(element.businessObject.$type) ? badge(state) : null;
    if (text !== null)
      overlays.add(state.elementId, {
        position: { top: -12, right: 16 },
        html: `<div class="path-badge path-badge-${state.state}">${escapeHtml(text)}</div>`,
      });
  }
  return {
    nameOf: (elementId) => registry.get(elementId)?.businessObject.name ?? elementId,
    isStep: (elementId) => isStepType(registry.get(elementId)?.businessObject.$type ?? ""),
    ...zoomOf(canvas),
    show(elementId) {
      if (canvas.zoom() < READABLE) canvas.zoom(READABLE);
      canvas.scrollToElement(elementId);
    },
    destroy() {
      fingers.abort();
      viewer.destroy();
    },
  };
}

const isStepType = (type: string): boolean => /Task$|CallActivity$|SubProcess$/.test(type);
