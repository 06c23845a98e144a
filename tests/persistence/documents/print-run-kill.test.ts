import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { openPrintRunWorld } from "../../support/print-run-world.js";

describe("a print run whose process is killed", () => {
  let folder = "";
  beforeAll(() => {
    execFileSync(process.execPath, ["src/cli/prepare.mjs", "build"], { stdio: "ignore" });
  }, 120_000);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "alur-print-kill-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Numbers that a process printed until it was killed with the signal that cannot be caught. */
  const printUntilKilled = async (count: number): Promise<string[]> => {
    const child = spawn(process.execPath, ["dist/tests/support/print-run-child.js", folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const printed: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      printed.push(line);
      if (printed.length === count) child.kill("SIGKILL");
    }
    await ended;
    return printed;
  };

  it("should go on where it was, print nothing twice and lose nothing", async () => {
    // given
    const numbers = Array.from({ length: 120 }, (_, index) => `NO/${index + 1}`);
    const first = await openPrintRunWorld(folder);
    await first.runs.close(); // the run is written; another process prints it
    await first.db.transaction((tx) =>
      first.runs.start(tx, {
        source: "uji/niwn",
        title: "NIWN",
        items: numbers.map((ref) => ({ ref, label: ref })),
        startedBy: { userId: "user1", displayName: "Ratna Pelita", role: null },
      }),
    );
    await first.close();

    // when: two processes are killed in the middle, a third one ends it
    const acknowledged = [...(await printUntilKilled(20)), ...(await printUntilKilled(25))];
    const last = await openPrintRunWorld(folder);
    last.runs.resume();
    await last.runs.idle();

    // then
    const { items: documents } = await last.db.read((tx) =>
      last.documents.pageFor(tx, "case-1", { offset: 0, limit: 1_000 }),
    );
    expect(documents).toHaveLength(numbers.length);
    expect(new Set(documents.map(({ number }) => number))).toEqual(new Set(numbers));
    expect(acknowledged.length).toBeGreaterThanOrEqual(45);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    for (const { fileId } of documents) {
      const file = await last.db.read((tx) => last.files.find(tx, fileId));
      expect(file?.sizeBytes).toBeGreaterThan(10_000);
    }
    await last.close();
  }, 120_000);
});
