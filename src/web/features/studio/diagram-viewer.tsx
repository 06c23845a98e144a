import { useEffect, useRef, useState, type ReactElement } from "react";
import { ProblemAlert } from "../../shared/components/problem-alert.js";
import { readableBox, type Box } from "../../shared/diagram/fit-box.js";
import { followFingers } from "../../shared/diagram/follow-fingers.js";
import { ZoomButtons } from "../../shared/diagram/zoom-buttons.js";
import { type Zoomable, zoomOf } from "../../shared/diagram/zoom.js";
import { useTexts } from "../../shared/i18n/use-texts.js";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";

/** What we use of the diagram viewer. */
interface Viewer {
  importXML(xml: string): Promise<unknown>;
  get(service: "canvas"): Parameters<typeof followFingers>[1] &
    Parameters<typeof zoomOf>[0] & {
      viewbox(box: Box): void;
      viewbox(): { readonly inner: Box; readonly outer: { readonly width: number; readonly height: number } };
    };
  get(service: "elementRegistry"): { find(test: (element: { readonly type: string }) => boolean): Box | undefined };
  destroy(): void;
}

/** The whole diagram, or where it would be too small to read, its beginning. */
function showBeginning(viewer: Viewer): void {
  const canvas = viewer.get("canvas");
  const { inner, outer } = canvas.viewbox();
  const start = viewer.get("elementRegistry").find(({ type }) => type === "bpmn:StartEvent");
  canvas.viewbox(readableBox(inner, start ?? inner, outer));
}

/** A deployed diagram to look at. The viewer is fetched when it is first needed. */
export function DiagramViewer({ xml }: { readonly xml: string }): ReactElement {
  const { t } = useTexts();
  const host = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [drawing, setDrawing] = useState<Zoomable | null>(null);
  useEffect(() => {
    const place = host.current;
    if (place === null) return undefined;
    let viewer: Viewer | null = null;
    let gone = false;
    const fingers = new AbortController();
    const show = async (): Promise<void> => {
      const { default: NavigatedViewer } = await import("bpmn-js/lib/NavigatedViewer");
      if (gone) return;
      viewer = new NavigatedViewer({ container: place }) as unknown as Viewer;
      await viewer.importXML(xml);
      if (gone) return;
      showBeginning(viewer);
      followFingers(place, viewer.get("canvas"), fingers.signal);
      setDrawing(zoomOf(viewer.get("canvas")));
    };
    show().catch((cause: unknown) => gone || setFailure(cause));
    return () => {
      gone = true;
      fingers.abort();
      viewer?.destroy();
      setDrawing(null);
    };
  }, [xml]);
  return (
    <>
      {failure === null ? null : <ProblemAlert error={failure} />}
      <div ref={host} className="studio-viewer" role="region" aria-label={t("studio.diagram")} />
      {drawing === null ? null : (
        <div className="studio-zoom">
          <ZoomButtons drawing={drawing} />
        </div>
      )}
    </>
  );
}
