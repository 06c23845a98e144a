import { describe, expect, it } from "@jest/globals";
import { around, fitBox, readableBox } from "../../../src/web/shared/diagram/fit-box.js";

describe("part of a diagram that is shown", () => {
  it("should hold the whole box beside what is covered", () => {
    const box = { x: 100, y: 50, width: 3000, height: 400 };
    const shown = fitBox(box, { width: 1000, height: 600, coveredLeft: 110 });
    const scale = 1000 / shown.width;
    expect((box.x - shown.x) * scale).toBeGreaterThanOrEqual(110);
    expect((box.x + box.width - shown.x) * scale).toBeLessThanOrEqual(1000);
    expect(shown.height * scale).toBeCloseTo(600);
  });

  it("should never enlarge", () => {
    expect(fitBox({ x: 0, y: 0, width: 10, height: 10 }, { width: 500, height: 300 }).width).toBe(500);
  });

  it("should show where a long path stands at a scale that can be read, and as much of the path as fits beside it", () => {
    // given
    const path = { x: 100, y: 80, width: 3000, height: 300 };
    const current = { x: 2990, y: 100, width: 110, height: 80 };
    const phone = { width: 360, height: 380 };

    // when
    const shown = readableBox(path, current, phone);

    // then
    expect(phone.width / shown.width).toBeCloseTo(0.7);
    expect(shown.x).toBeLessThan(current.x);
    expect(shown.x + shown.width).toBeGreaterThan(current.x + current.width);
    expect(shown.x + shown.width).toBeLessThan(path.x + path.width + 40); // no room is wasted behind the end
    expect(readableBox({ ...path, width: 400 }, current, { width: 740, height: 500 }).width).toBe(740);
  });

  it("should go around all boxes", () => {
    const boxes = [
      { x: 0, y: 10, width: 5, height: 5 },
      { x: 20, y: 0, width: 10, height: 4 },
    ];
    expect(around(boxes)).toEqual({ x: 0, y: 0, width: 30, height: 15 });
    expect(around([])).toBeNull();
  });
});
