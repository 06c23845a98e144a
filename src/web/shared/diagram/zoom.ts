/** A drawn diagram. */
export interface Zoomable {
  /** Larger (above 1) or smaller (below 1) by that factor. */
  zoomBy(factor: number): void;
  /** The whole diagram. */
  zoomToFit(): void;
}

/** What we use of a diagram's canvas. */
interface ZoomingCanvas {
  zoom(level?: "fit-viewport" | number, center?: "auto"): number;
}

export const SMALLEST = 0.2;
export const LARGEST = 4;

/** Zooms a canvas, never so far that nothing is recognised. */
export const zoomOf = (canvas: ZoomingCanvas): Zoomable => ({
  zoomBy: (factor) => canvas.zoom(Math.min(LARGEST, Math.max(SMALLEST, canvas.zoom() * factor))),
  zoomToFit: () => canvas.zoom("fit-viewport", "auto"),
});
