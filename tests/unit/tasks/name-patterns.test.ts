import { describe, expect, it } from "@jest/globals";
import { fitsPattern, namePatterns } from "../../../src/tasks/app/name-patterns.js";

describe("namePatterns", () => {
  it.each([
    ["periksa", "Periksa prasyarat"],
    ["PERIKSA PRASYARAT", "Periksa prasyarat"],
    ["periksa prasyarat", "Periksa Prasyarat"],
    ["tpi", "Nilai oleh TPI"],
    ["Nilai oleh TPI", "Nilai oleh TPI"],
    ["100%?", "Capai 100%? Jelaskan"],
    ["a*b", "Cek a*b"],
    ["c:\\x", "Baca c:\\x"],
    ["(1.2)", "Butir (1.2)"],
  ])("should find %p in %p", (text, name) => {
    expect(namePatterns(text).some((pattern) => fitsPattern(name, pattern))).toBe(true);
  });

  it.each([
    ["Periksa", 2],
    ["TPI", 2],
    ["periKsa", 3],
    ["2026", 1],
    ["x", 2],
  ])("should look for %p by %d patterns that hardly overlap", (text, count) => {
    expect(namePatterns(text)).toHaveLength(count);
    expect(namePatterns(text)).not.toContain("*?*");
  });

  it.each([
    ["a*b", "Cek axxb"],
    ["sidang", "Periksa prasyarat"],
    ["tpi", "Nilai oleh TPP"],
    ["(1.2)", "Butir (1x2)"],
  ])("should not find %p in %p", (text, name) => {
    expect(namePatterns(text).some((pattern) => fitsPattern(name, pattern))).toBe(false);
  });
});
