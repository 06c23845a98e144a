import { IconZoomIn, IconZoomOut, IconZoomScan } from "@tabler/icons-react";
import type { ReactElement } from "react";
import { useTexts } from "../i18n/use-texts.js";
import type { Zoomable } from "./zoom.js";
import "./zoom-buttons.css";

/** Larger, smaller, whole: for those who turn no wheel and spread no fingers. */
export function ZoomButtons({ drawing }: { readonly drawing: Zoomable }): ReactElement {
  const { t } = useTexts();
  return (
    <div className="diagram-zoom">
      <button
        type="button"
        className="btn btn-icon"
        aria-label={t("diagram.larger")}
        onClick={() => drawing.zoomBy(1.25)}
      >
        <IconZoomIn size={18} aria-hidden />
      </button>
      <button
        type="button"
        className="btn btn-icon"
        aria-label={t("diagram.smaller")}
        onClick={() => drawing.zoomBy(0.8)}
      >
        <IconZoomOut size={18} aria-hidden />
      </button>
      <button
        type="button"
        className="btn btn-icon"
        aria-label={t("diagram.whole")}
        onClick={() => drawing.zoomToFit()}
      >
        <IconZoomScan size={18} aria-hidden />
      </button>
    </div>
  );
}
