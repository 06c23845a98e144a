import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import {
  createDocuments,
  createPrintRuns,
  type DocumentsModule,
  type PrintRun,
  type PrintRunsModule,
  type PrintSource,
} from "../../../src/documents/index.js";
import { PrintRunRepository } from "../../../src/documents/data/print-run.repository.js";
import type { FilesService } from "../../../src/files/index.js";
import { AppError, ControlledClock, randomIds, silentLogger } from "../../../src/platform/index.js";
import type { Database } from "../../../src/platform/db/index.js";
import { databaseKinds } from "../../support/database.js";
import { type DocumentsWorld, openDocumentsWorld } from "../../support/documents-world.js";
import { sampleOf } from "../../unit/documents/support.js";

const CASE_ID = "01hcase0000000000000000000";
const STARTER = { userId: "user1", displayName: "Ratna Pelita", role: null };

describe.each(databaseKinds)("print runs on %s", (kind) => {
  let world: DocumentsWorld;
  let db: Database;
  let files: FilesService;
  let documents: DocumentsModule;
  const clock = new ControlledClock("2026-09-15T02:00:00Z");
  let read: string[] = [];
  let broken = new Set<string>();
  let stories: string[] = [];
  let told: number[] = [];
  /** Called for each item that is read. */
  let onRead: (ref: string) => void = () => undefined;

  const source: PrintSource = {
    id: "uji/niwn",
    title: { id: "NIWN", en: "NIWN" },
    async read(_tx, ref) {
      read.push(ref);
      onRead(ref);
      if (broken.has(ref)) {
        throw new AppError("NOT_FOUND", `Expected '${ref}', but there is none`, {
          detail: { id: `Data ${ref} tidak ada`, en: `No data of ${ref}` },
        });
      }
      const data = ref === "kosong" ? {} : await sampleOf("siwi/niwn");
      return { caseId: CASE_ID, template: "siwi/niwn", title: "Pemberitahuan NIWN", number: ref, data };
    },
  };

  const openRuns = (
    printing: Pick<DocumentsModule, "print" | "find" | "probeBrowser"> = documents,
  ): PrintRunsModule => {
    const runs = createPrintRuns({
      db,
      clock,
      ids: randomIds(clock),
      logger: silentLogger,
      documents: printing,
      files,
      history: { append: async (_tx, { story }) => void stories.push(story.id) },
      findCase: async () => undefined,
      noteRead: async () => undefined,
      tellFinished: async (_tx, { failed }) => void told.push(failed),
    });
    runs.register([source]);
    return runs;
  };

  const start = (runs: PrintRunsModule, refs: readonly string[], key?: string): Promise<PrintRun> =>
    db.transaction((tx) =>
      runs.start(tx, {
        source: source.id,
        title: "NIWN 2026",
        items: refs.map((ref) => ({ ref, label: `Orang ${ref}` })),
        startedBy: STARTER,
        ...(key === undefined ? {} : { key }),
      }),
    );
  const stateOf = (run: PrintRun) =>
    db.read(async (tx) => {
      const runs = new PrintRunRepository(tx);
      const { items } = await runs.items(run.id, undefined, { offset: 0, limit: 200 });
      return { run: await runs.find(run.id), items, counts: (await runs.counts([run.id])).get(run.id) };
    });
  const issued = async () => (await db.read((tx) => documents.pageFor(tx, CASE_ID, { offset: 0, limit: 1_000 }))).items;
  const refs = (count: number): string[] => Array.from({ length: count }, (_, index) => `N-${index + 1}`);

  beforeEach(async () => {
    [read, broken, stories, told, onRead] = [[], new Set(), [], [], () => undefined];
    world = await openDocumentsWorld(kind, clock);
    ({ db, files, documents } = world);
  });
  afterEach(() => world.close());

  it("should print every item once, in the order given, and tell when it has ended", async () => {
    const runs = openRuns();
    const run = await start(runs, refs(7));
    await runs.idle();

    const { run: after, items, counts } = await stateOf(run);
    expect(after).toMatchObject({ status: "FINISHED", finishedAt: clock.now() });
    expect(counts).toEqual({ total: 7, printed: 7, failed: 0 });
    const numbers = new Map((await issued()).map(({ id, number }) => [id, number]));
    expect(items.map(({ documentId }) => numbers.get(documentId ?? ""))).toEqual(refs(7));
    expect(read).toHaveLength(7);
    expect(told).toEqual([0]);
    expect(stories).toEqual(["memulai pencetakan massal 'NIWN 2026' (7 dokumen)"]);
  });

  it("should keep the reason of what fails, print the rest, and print it when it is tried again", async () => {
    const runs = openRuns();
    broken = new Set(["N-2"]);
    const run = await start(runs, ["N-1", "N-2", "kosong", "N-3"]);
    await runs.idle();

    const { run: after, items } = await stateOf(run);
    expect(after?.status).toBe("FINISHED");
    expect(items.map(({ status }) => status)).toEqual(["PRINTED", "FAILED", "FAILED", "PRINTED"]);
    expect(items[1]?.reason).toEqual({ id: "Data N-2 tidak ada", en: "No data of N-2" });
    expect(items[2]?.reason?.id).toContain("Gagal dicetak: Expected data that fill template 'siwi/niwn'");
    expect(told).toEqual([2]);
  });

  it("should let others work between documents that were printed before", async () => {
    // given: what is asked for by a key that is taken is found, which needs neither browser nor disk
    const data = await sampleOf("siwi/niwn");
    const paper = { caseId: CASE_ID, template: "siwi/niwn", title: "Pemberitahuan NIWN", number: "1", data };
    const runs = openRuns();
    runs.register([
      { id: "uji/siap", title: { id: "Siap", en: "Ready" }, read: () => Promise.resolve({ ...paper, key: "siap" }) },
    ]);
    await documents.print({ ...paper, key: "siap", issuedBy: "user1" });
    const items = refs(60).map((ref) => ({ ref, label: ref }));
    // when
    let turns = 0;
    let isBusy = true;
    const look = (): void => {
      turns += 1;
      if (isBusy) setImmediate(look);
    };
    await db.transaction((tx) => runs.start(tx, { source: "uji/siap", title: "Siap", items, startedBy: STARTER }));
    look();
    await runs.idle();
    isBusy = false;
    // then
    expect(turns).toBeGreaterThanOrEqual(items.length / 4); // four are in hand
    expect(await issued()).toHaveLength(1);
  });

  it("should go on where it was after it was cut off between a document and its mark", async () => {
    // given: the process dies right after the third document was kept
    let calls = 0;
    let die = (): void => undefined;
    const dead = new Promise<void>((resolve) => (die = resolve));
    const never = new Promise<never>(() => undefined);
    const dying = openRuns({
      ...documents,
      print: async (request) => {
        calls += 1;
        if (calls > 3) return never;
        if (calls < 3) return documents.print(request);
        await documents.print({ ...request, onKept: async () => undefined });
        die();
        return never;
      },
    });
    const run = await start(dying, refs(9));
    await dead;
    const marked = (await stateOf(run)).counts?.printed ?? 0;
    expect(marked).toBeLessThan((await issued()).length); // one document is there without its mark

    // when: another process starts
    const next = openRuns();
    next.resume();
    await next.idle();

    // then: nothing twice, nothing lost
    const numbers = (await issued()).map(({ number }) => number);
    expect(numbers).toHaveLength(9);
    expect(new Set(numbers)).toEqual(new Set(refs(9)));
    expect((await stateOf(run)).counts).toEqual({ total: 9, printed: 9, failed: 0 });
  });

  it("should take nothing further after close, and leave the run to the next start", async () => {
    const runs = openRuns();
    let closing: Promise<void> | undefined;
    onRead = () => {
      if (read.length === 5) closing = runs.close();
    };
    const run = await start(runs, refs(30));
    await runs.idle();
    await closing;

    const { run: after, counts } = await stateOf(run);
    expect(after?.status).toBe("RUNNING");
    expect(counts?.printed).toBeLessThan(30);
    expect(counts?.printed).toBe(read.length);

    const next = openRuns();
    next.resume();
    await next.idle();
    expect((await stateOf(run)).counts).toEqual({ total: 30, printed: 30, failed: 0 });
    expect(await issued()).toHaveLength(30);
  });

  it("should stop by itself, with a sentence, when there is no browser, and lose nothing", async () => {
    const without = createDocuments({
      db,
      files,
      clock,
      ids: randomIds(clock),
      logger: silentLogger,
      templatesDir: "templates",
      baseUrl: () => "https://alur.example.go.id",
      chromePath: join(world.folder, "tidak-ada"),
      searchPath: "",
      findCase: async () => undefined,
    });
    const runs = openRuns(without);
    const run = await start(runs, refs(6));
    await runs.idle();

    const { run: after, counts } = await stateOf(run);
    expect(after).toMatchObject({ status: "STOPPED" });
    expect(after?.reason?.id).toContain("Expected CHROME_PATH to name a program file");
    expect(counts).toEqual({ total: 6, printed: 0, failed: 0 });
    await without.close();
  });

  it("should take turns, so that a short run does not wait for a long one", async () => {
    const runs = openRuns();
    const long = await start(runs, refs(150));
    const short = await start(runs, ["A", "B"]);
    await runs.idle();
    expect(read.indexOf("B")).toBeLessThan(149);
    expect((await stateOf(long)).counts?.printed).toBe(150);
    expect((await stateOf(short)).counts?.printed).toBe(2);
  });

  it("should start once for one key", async () => {
    const runs = openRuns();
    const first = await start(runs, refs(2), "job-1");
    expect(await start(runs, refs(3), "job-1")).toEqual(first);
    await runs.idle();
    expect(await issued()).toHaveLength(2);
  });

  it.each([
    ["no item", { items: [] }, "1 to 20000 items"],
    ["a title of nothing", { title: "" }, "titles and labels"],
    ["a label too long", { items: [{ ref: "1", label: "x".repeat(256) }] }, "titles and labels"],
    ["an unknown source", { source: "uji/lain" }, "a registered source"],
  ])("should refuse %s", async (_what, change, text) => {
    const runs = openRuns();
    const request = { source: source.id, title: "NIWN", items: [{ ref: "1", label: "Satu" }], startedBy: STARTER };
    await expect(db.transaction((tx) => runs.start(tx, { ...request, ...change }))).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringContaining(text),
    });
  });
});
