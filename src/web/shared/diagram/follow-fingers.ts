import { LARGEST, SMALLEST } from "./zoom.js";

/** What we use of a diagram's canvas. */
interface MovableCanvas {
  scroll(by: { readonly dx: number; readonly dy: number }): void;
  zoom(): number;
  zoom(level: number, around: { readonly x: number; readonly y: number }): number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const distance = (a: Point, b: Point): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));

/**
 * One finger moves the diagram, two make it larger or smaller. The viewer itself follows mouse and keys only, and on a phone
 * nothing but the part shown at first could be seen.
 */
export function followFingers(host: HTMLElement, canvas: MovableCanvas, signal: AbortSignal): void {
  const fingers = new Map<number, Point>();
  const lift = ({ pointerId }: PointerEvent): void => void fingers.delete(pointerId);
  host.addEventListener(
    "pointerdown",
    ({ pointerType, pointerId, clientX, clientY }) => {
      if (pointerType === "touch") fingers.set(pointerId, { x: clientX, y: clientY });
    },
    { signal },
  );
  host.addEventListener(
    "pointermove",
    ({ pointerId, clientX, clientY }) => {
      const from = fingers.get(pointerId);
      if (from === undefined) return;
      const to = { x: clientX, y: clientY };
      const other = [...fingers].find(([id]) => id !== pointerId)?.[1];
      fingers.set(pointerId, to);
      if (other === undefined) {
        canvas.scroll({ dx: to.x - from.x, dy: to.y - from.y });
        return;
      }
      const { left, top } = host.getBoundingClientRect();
      const level = canvas.zoom() * (distance(to, other) / distance(from, other));
      canvas.zoom(Math.min(LARGEST, Math.max(SMALLEST, level)), {
        x: (to.x + other.x) / 2 - left,
        y: (to.y + other.y) / 2 - top,
      });
    },
    { signal },
  );
  for (const end of ["pointerup", "pointercancel"] as const) window.addEventListener(end, lift, { signal });
}
