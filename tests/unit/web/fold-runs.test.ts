import { describe, expect, it } from "@jest/globals";
import type { StoryEntry } from "../../../src/http/contract/cases.js";
import type { z } from "zod";
import { foldRuns, runSentence } from "../../../src/web/shared/story/fold-runs.js";

type Entry = z.infer<typeof StoryEntry>;

const entry = (seq: number, sentence: string, more: Partial<Entry> = {}): Entry => ({
  seq,
  at: seq,
  actor: "Citra",
  role: null,
  sentence: { id: sentence, en: `did ${sentence}` },
  reason: null,
  changes: [],
  elementId: null,
  caseId: null,
  versions: {},
  hash: "",
  ...more,
});
const sizes = (entries: readonly Entry[]): number[] => foldRuns(entries, () => "hari").map((run) => run.length);

describe("runs of a story", () => {
  it("should fold what one person did again and again", () => {
    const run = [3, 2, 1].map((seq) => entry(seq, "menambah kegiatan"));
    expect(sizes([entry(4, "mengirim DUPAK"), ...run])).toEqual([1, 3]);
    expect(runSentence(run, "id")).toBe("menambah 3 kegiatan");
  });

  it("should fold acts that differ in their code only", () => {
    const run = ["12", "8", "II.a.3"].map((kode, n) => entry(n, `menilai kegiatan kode ${kode}`));
    expect(sizes(run)).toEqual([3]);
    expect(runSentence(run, "id")).toBe("menilai 3 kegiatan");
  });

  it("should leave reasons, short runs and other people as they are", () => {
    const act = "menilai kegiatan kode 4";
    expect(sizes([entry(1, act), entry(2, act), entry(3, act, { reason: "Tanpa bukti" }), entry(4, act)])).toEqual([
      1, 1, 1, 1,
    ]);
    expect(sizes([entry(1, act), entry(2, act), entry(3, act, { actor: "Dewi" })])).toEqual([1, 1, 1]);
  });
});
