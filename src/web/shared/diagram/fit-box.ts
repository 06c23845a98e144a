/** A rectangle in the diagram's own units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Window {
  /** Size on the screen, px. */
  readonly width: number;
  readonly height: number;
  /** Part on the left that is covered, px. */
  readonly coveredLeft?: number;
}

/** Room around the box, px. */
const MARGIN = 24;

/** The part of the diagram to show so that `box` is seen whole and in the middle; never larger than drawn. */
export function fitBox(box: Box, { width, height, coveredLeft = 0 }: Window): Box {
  const room = { width: Math.max(1, width - coveredLeft - 2 * MARGIN), height: Math.max(1, height - 2 * MARGIN) };
  const scale = Math.min(1, room.width / Math.max(1, box.width), room.height / Math.max(1, box.height));
  const left = coveredLeft + (width - coveredLeft - box.width * scale) / 2;
  const top = (height - box.height * scale) / 2;
  return { x: box.x - left / scale, y: box.y - top / scale, width: width / scale, height: height / scale };
}

/** The smallest box around all; null without any. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** Below this scale the words in a diagram are no longer read. */
export const READABLE = 0.7;

/** A stretch of `length` around `middle` that leaves no room beside `from`–`to` unused; both in the diagram's units. */
const along = (middle: number, length: number, from: number, to: number): number =>
  length >= to - from ? (from + to - length) / 2 : Math.min(Math.max(middle - length / 2, from), to - length);

/** Like `fitBox`, but where the words would become too small, only the part around `focus`, at a scale at which they are read. */
export function readableBox(box: Box, focus: Box, window: Window): Box {
  const whole = fitBox(box, window);
  if (window.width / whole.width >= READABLE) return whole;
  const [width, height] = [window.width / READABLE, window.height / READABLE];
  const margin = MARGIN / READABLE;
  return {
    x: along(focus.x + focus.width / 2, width, box.x - margin, box.x + box.width + margin),
    y: along(focus.y + focus.height / 2, height, box.y - margin, box.y + box.height + margin),
    width,
    height,
  };
}
