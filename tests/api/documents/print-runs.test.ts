import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import yauzl from "yauzl";
import { readPdfText } from "../../../src/documents/index.js";
import { AppError } from "../../../src/platform/index.js";
import type { Browser } from "../../support/browser.js";
import { sampleOf } from "../../unit/documents/support.js";
import { type CutiWorld, openCuti } from "../studio/cuti-app.js";

/** Names and contents of an archive, read by another program than the one that wrote it. */
const unpack = (bytes: Buffer): Promise<Map<string, Buffer>> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error !== null) return reject(error);
      const found = new Map<string, Buffer>();
      zip.on("entry", (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure !== null) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("end", () => {
            found.set(entry.fileName, Buffer.concat(chunks));
            zip.readEntry();
          });
        });
      });
      zip.on("end", () => resolve(found));
      zip.on("error", reject);
      zip.readEntry();
    });
  });

describe("print runs over HTTP", () => {
  let world: CutiWorld;
  let starter: Browser;
  let actor: { userId: string; displayName: string; role: null };
  const cases: string[] = [];
  const broken = new Set<string>();
  /** Called when an item is read; the run waits for it. */
  let onRead: (ref: string) => Promise<void> = () => Promise.resolve();

  const openCase = (ownerId: string, reference: string): Promise<string> => {
    const { db, cases: files } = world.alur.services;
    const scopes = { scopes: {}, status: "RUNNING", variables: {}, subjectNumber: null, unitName: null };
    const about = { app: "cuti", type: "cuti", title: "Cuti", subjectName: "Ratna Pelita", reference, ownerId };
    return db.transaction(async (tx) => (await files.open(tx, { ...about, ...scopes })).id);
  };

  const start = async (
    refs: readonly string[],
    startedBy: Parameters<typeof world.alur.services.printRuns.start>[1]["startedBy"] = actor,
  ): Promise<string> => {
    const { db, printRuns } = world.alur.services;
    const items = refs.map((ref) => ({ ref, label: `Ratna/Pelita ${ref}, S.Sos.` }));
    const run = await db.transaction((tx) =>
      printRuns.start(tx, { source: "uji/niwn", title: "NIWN massal", items, startedBy }),
    );
    return run.id;
  };

  beforeAll(async () => {
    world = await openCuti();
    starter = await world.person("pencetak", null);
    actor = { userId: (await starter.session()).user?.userId ?? "", displayName: "Pencetak", role: null };
    const stranger = await world.person("orang-lain", null);
    cases.push(await openCase(actor.userId, "CUTI-1"));
    cases.push(await openCase((await stranger.session()).user?.userId ?? "", "CUTI-2"));
    world.alur.services.printRuns.register([
      {
        id: "uji/niwn",
        title: { id: "NIWN", en: "NIWN" },
        async read(_tx, ref) {
          await onRead(ref);
          if (broken.has(ref)) {
            throw new AppError("NOT_FOUND", `Expected '${ref}', but there is none`, {
              detail: { id: `Data ${ref} tidak ada`, en: `No data of ${ref}` },
            });
          }
          const caseId = cases[ref.startsWith("LAIN") ? 1 : 0] ?? "";
          const data = await sampleOf("siwi/niwn");
          return { caseId, template: "siwi/niwn", title: "Pemberitahuan NIWN", number: `NO/${ref}`, data };
        },
      },
    ]);
  });
  afterAll(() => world.close());

  it("should show progress, reasons and documents, retry by a click and send one archive", async () => {
    broken.add("B");
    const id = await start(["A", "B", "LAIN", "C"]);
    await world.alur.services.printRuns.idle();

    expect((await starter.get(`/api/print-runs/${id}`)).body).toMatchObject({
      title: "NIWN massal",
      status: "FINISHED",
      total: 4,
      printed: 3,
      failed: 1,
      perSecond: null,
    });
    const failed = (await starter.get(`/api/print-runs/${id}/items?status=FAILED`)).body;
    expect(failed).toMatchObject({
      total: 1,
      items: [{ position: 2, status: "FAILED", reason: { id: "Data B tidak ada" }, documentId: null }],
    });

    broken.clear();
    expect((await starter.post(`/api/print-runs/${id}/retry`, {})).body).toMatchObject({
      status: "RUNNING",
      failed: 0,
    });
    await world.alur.services.printRuns.idle();
    expect((await starter.get(`/api/print-runs/${id}`)).body).toMatchObject({ status: "FINISHED", printed: 4 });
    expect((await starter.post(`/api/print-runs/${id}/retry`, {})).status).toBe(409);
    expect((await starter.get("/api/print-runs")).body).toMatchObject({ total: 1, items: [{ id }] });

    const archive = await starter.download(`/api/print-runs/${id}/archive`);
    expect(archive.headers.get("content-type")).toBe("application/zip");
    expect(archive.headers.get("content-disposition")).toContain("NIWN massal.zip");
    const files = await unpack(archive.bytes);
    // In the order of the run; what this person may not read is left out.
    expect([...files.keys()]).toEqual([
      "00001 Ratna-Pelita A, S.Sos..pdf",
      "00002 Ratna-Pelita B, S.Sos..pdf",
      "00004 Ratna-Pelita C, S.Sos..pdf",
    ]);
    const text = (await readPdfText(files.get("00004 Ratna-Pelita C, S.Sos..pdf") ?? Buffer.alloc(0))).flat();
    expect(text).toContain("Pemberitahuan NIWN — NO/C Halaman 1 dari 1");
    const notices = (await starter.get("/api/notifications")).body;
    expect(JSON.stringify(notices)).toContain("Pencetakan 'NIWN massal' selesai");
  });

  it("should be stopped and go on by a click, nothing twice and nothing lost", async () => {
    let count = 0;
    let arrive = (): void => undefined;
    const fifth = new Promise<void>((resolve) => (arrive = resolve));
    onRead = async () => {
      count += 1;
      if (count === 5) arrive();
    };
    const refs = Array.from({ length: 40 }, (_, index) => `S${index}`);
    const id = await start(refs);
    await fifth;
    const answer = await starter.post(`/api/print-runs/${id}/stop`, {});
    await world.alur.services.printRuns.idle();
    expect(answer.body.status).toBe("STOPPED");
    const { body } = await starter.get(`/api/print-runs/${id}`);
    expect(body.printed).toBeLessThan(40);
    expect((await starter.post(`/api/print-runs/${id}/stop`, {})).status).toBe(409);

    expect((await starter.post(`/api/print-runs/${id}/resume`, {})).body.status).toBe("RUNNING");
    await world.alur.services.printRuns.idle();
    expect((await starter.get(`/api/print-runs/${id}`)).body).toMatchObject({ status: "FINISHED", printed: 40 });
    expect(count).toBe(40);
    onRead = () => Promise.resolve();
  });

  it("should be followed and acted on by colleagues in the starter's role, and only be seen by auditors", async () => {
    // given
    broken.add("B");
    const mine = await world.person("penata-a", "process-owner");
    const session = (await mine.session()).user;
    const role = { id: "r", role: "process-owner", scopeType: null, scopeId: null };
    const id = await start(["A", "B"], {
      userId: session?.userId ?? "",
      displayName: session?.displayName ?? "",
      role,
    });
    await world.alur.services.printRuns.idle();
    const colleague = await world.person("penata-b", "process-owner");
    const auditor = await world.person("pemeriksa-a", "auditor");
    // then
    expect((await colleague.get("/api/print-runs")).body.items).toMatchObject([
      { id, isMine: false, mayAct: true, startedByName: session?.displayName, failed: 1 },
    ]);
    expect((await auditor.get(`/api/print-runs/${id}`)).body).toMatchObject({ id, isMine: false, mayAct: false });
    expect((await auditor.get(`/api/print-runs/${id}/items`)).body.total).toBe(2);
    expect((await auditor.session()).user?.menu).toContain("print-runs");
    expect((await auditor.post(`/api/print-runs/${id}/retry`, {})).status).toBe(403);
    // when
    broken.clear();
    expect((await colleague.post(`/api/print-runs/${id}/retry`, {})).status).toBe(200);
    await world.alur.services.printRuns.idle();
    // then
    expect((await mine.get(`/api/print-runs/${id}`)).body).toMatchObject({ isMine: true, mayAct: true, printed: 2 });
  });

  it("should not exist for anybody else", async () => {
    const id = await start(["X"]);
    await world.alur.services.printRuns.idle();
    const other = await world.person("bukan-pencetak", null);
    for (const path of ["", "/items", "/archive"]) {
      expect((await other.get(`/api/print-runs/${id}${path}`)).status).toBe(404);
    }
    for (const act of ["stop", "resume", "retry"]) {
      expect((await other.post(`/api/print-runs/${id}/${act}`, {})).status).toBe(404);
    }
    expect((await other.get("/api/print-runs")).body).toMatchObject({ total: 0 });
    expect((await world.browser().get("/api/print-runs")).status).toBe(401);
  });
});
