import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type DocumentsModule, readPdfText } from "../../../src/documents/index.js";
import type { FilesService } from "../../../src/files/index.js";
import { ControlledClock } from "../../../src/platform/index.js";
import type { Database } from "../../../src/platform/db/index.js";
import { databaseKinds } from "../../support/database.js";
import { type DocumentsWorld, openDocumentsWorld } from "../../support/documents-world.js";
import { sampleOf } from "../../unit/documents/support.js";

const CASE_ID = "01hcase0000000000000000000";

describe.each(databaseKinds)("printed documents on %s", (kind) => {
  let world: DocumentsWorld;
  let db: Database;
  let files: FilesService;
  let documents: DocumentsModule;
  const clock = new ControlledClock("2026-09-15T02:00:00.250Z");
  const issued = () => db.read((tx) => documents.pageFor(tx, CASE_ID, { offset: 0, limit: 10 }));
  const request = async (key: string) => ({
    caseId: CASE_ID,
    template: "siwi/niwn",
    title: "Pemberitahuan NIWN",
    number: "NIWN/9001/2024",
    data: await sampleOf("siwi/niwn"),
    key,
    issuedBy: "user1",
  });

  beforeEach(async () => {
    world = await openDocumentsWorld(kind, clock);
    ({ db, files, documents } = world);
  });
  afterEach(() => world.close());

  it("should keep the bytes once, with their hash, and print no second time for the same key", async () => {
    const first = await documents.print(await request("job-1"));
    const again = await documents.print({ ...(await request("job-1")), title: "Lain" });
    expect(again).toEqual(first);

    const stored = await db.read((tx) => files.find(tx, first.fileId));
    const chunks: Buffer[] = [];
    for await (const chunk of await files.read(stored as NonNullable<typeof stored>)) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(first.sha256);
    expect(stored).toMatchObject({
      name: "Pemberitahuan NIWN NIWN-9001-2024.pdf",
      caseId: CASE_ID,
      sha256: first.sha256,
    });
    const text = (await readPdfText(bytes)).flat();
    expect(text).toContain("Pemberitahuan NIWN — NIWN/9001/2024 Halaman 1 dari 1");
    // The address is long and breaks before the id.
    expect(text.join("\n")).toContain("https://alur.example.go.id/verifikasi/");
    expect(text.join("\n")).toContain(first.id);
    expect(await db.read((tx) => documents.find(tx, first.id))).toEqual(first);
    expect(first).toMatchObject({ number: "NIWN/9001/2024", issuedAt: clock.now(), corrects: null });
  });

  it("should keep one document when two attempts of a job print at the same time", async () => {
    const both = await Promise.all([documents.print(await request("job-2")), documents.print(await request("job-2"))]);
    expect(both[0].id).toBe(both[1].id);
    expect(await issued()).toMatchObject({ total: 1, items: [{ id: both[0].id }] });
  });

  it("should correct a document once, also when two try at the same time", async () => {
    const first = await documents.print(await request("job-4"));
    const correct = async (key: string, corrects: string) =>
      documents.print({ ...(await request(key)), number: `PERBAIKAN/${key}`, corrects });

    const both = await Promise.allSettled([correct("job-5", first.id), correct("job-6", first.id)]);

    const won = both.filter((each) => each.status === "fulfilled");
    expect(won).toHaveLength(1);
    expect(both.find((each) => each.status === "rejected")?.reason).toMatchObject({ code: "CONFLICT" });
    expect(won[0]?.value.corrects).toBe(first.id);
    await expect(correct("job-7", first.id)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(correct("job-8", "tidak-ada")).rejects.toMatchObject({ code: "NOT_FOUND" });
    // The correction may be corrected; the first one stays as it was issued.
    expect((await correct("job-9", won[0]?.value.id ?? "")).corrects).toBe(won[0]?.value.id);
    expect(await db.read((tx) => documents.find(tx, first.id))).toEqual(first);
  });

  it("should keep nothing when the data do not fill the template", async () => {
    const broken = { ...(await request("job-3")), data: { niwn: "1" } };
    await expect(documents.print(broken)).rejects.toThrow("Expected data that fill template 'siwi/niwn'");
    expect(await issued()).toEqual({ items: [], total: 0 });
    expect(await documents.print(await request("job-3"))).toMatchObject({ template: "siwi/niwn" });
  });
});
