import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type PrintedDocument, readPdfText } from "../../../src/documents/index.js";
import type { Browser } from "../../support/browser.js";
import { sampleOf } from "../../unit/documents/support.js";
import { type CutiWorld, openCuti } from "../studio/cuti-app.js";

describe("documents over HTTP", () => {
  let world: CutiWorld;
  let owner: Browser;
  let ownerId = "";
  let caseId = "";
  let document: PrintedDocument;

  const print = async (key: string, corrects: string | null = null): Promise<PrintedDocument> =>
    world.alur.services.documents.print({
      caseId,
      template: "siwi/niwn",
      title: "Pemberitahuan NIWN",
      number: "NIWN/9001/2024",
      data: await sampleOf("siwi/niwn"),
      key,
      issuedBy: ownerId,
      corrects,
    });

  const upload = (bytes: Uint8Array | string, name = "surat.pdf"): FormData => {
    const form = new FormData();
    form.append("file", new Blob([bytes]), name);
    return form;
  };

  const pdfOf = async (id: string): Promise<Uint8Array> => {
    const { db, documents, files } = world.alur.services;
    const file = await db.read(async (tx) => files.find(tx, (await documents.find(tx, id))?.fileId ?? ""));
    const chunks: Buffer[] = [];
    for await (const chunk of await files.read(file as NonNullable<typeof file>)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };

  beforeAll(async () => {
    world = await openCuti();
    owner = await world.person("pemilik", null);
    ownerId = (await owner.session()).user?.userId ?? "";
    const { db, cases } = world.alur.services;
    const caseFile = await db.transaction((tx) =>
      cases.open(tx, {
        app: "cuti",
        type: "cuti",
        reference: "CUTI-1",
        title: "Cuti",
        ownerId,
        subjectName: "Ratna Pelita",
        subjectNumber: null,
        unitName: null,
        scopes: {},
        status: "RUNNING",
        variables: {},
      }),
    );
    caseId = caseFile.id;
    document = await print("job-1");
  });
  afterAll(() => world.close());

  it("should send the PDF to who may read the case file", async () => {
    const { status, headers } = await owner.get(`/api/documents/${document.id}`);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toContain("application/pdf");
    expect(headers.get("content-disposition")).toContain("Pemberitahuan NIWN");
  });

  it("should not exist for anybody else", async () => {
    const stranger = await world.person("orang-lain", null);
    expect((await stranger.get(`/api/documents/${document.id}`)).status).toBe(404);
    expect((await stranger.get("/api/documents/tidak-ada")).status).toBe(404);
    expect((await world.browser().get(`/api/documents/${document.id}`)).status).toBe(401);
  });

  it("should tell the public whether a number is genuine, and no more", async () => {
    const guest = world.browser();
    expect((await guest.get(`/api/verification/${document.id}`)).body).toEqual({
      found: true,
      title: "Pemberitahuan NIWN",
      number: "NIWN/9001/2024",
      issuedAt: document.issuedAt,
      sha256: document.sha256,
      correctedBy: null,
      corrects: null,
    });
    expect((await guest.get("/api/verification/palsu")).body).toMatchObject({ found: false, title: null });
  });

  it("should compare an uploaded PDF byte by byte", async () => {
    const guest = world.browser();
    const genuine = await pdfOf(document.id);
    expect((await guest.post("/api/verification", upload(genuine))).body).toMatchObject({
      found: true,
      sha256: document.sha256,
    });
    const changed = Buffer.concat([genuine, Buffer.from(" ")]);
    expect((await guest.post("/api/verification", upload(changed))).body).toMatchObject({ found: false });
  });

  it("should refuse what is no PDF, with a sentence", async () => {
    const guest = world.browser();
    const text = await guest.post("/api/verification", upload("bukan pdf"));
    expect(text).toMatchObject({ status: 415, body: { code: "UNSUPPORTED_TYPE", detail: "Isi berkas bukan PDF." } });
    expect((await guest.post("/api/verification", { id: 1 })).status).toBe(415);
    expect((await guest.post("/api/verification", new FormData())).status).toBe(400);
  });

  it("should say of both which document corrects the other, and leave the first as it was", async () => {
    const before = await pdfOf(document.id);
    const correction = await print("job-2", document.id);
    const guest = world.browser();
    expect((await guest.get(`/api/verification/${document.id}`)).body).toMatchObject({
      found: true,
      correctedBy: correction.id,
      corrects: null,
      sha256: document.sha256,
    });
    expect((await guest.get(`/api/verification/${correction.id}`)).body).toMatchObject({
      correctedBy: null,
      corrects: document.id,
    });
    expect(await pdfOf(document.id)).toEqual(before);
    expect((await guest.post("/api/verification", upload(before))).body).toMatchObject({ correctedBy: correction.id });
    const text = (await readPdfText(Buffer.from(await pdfOf(correction.id)))).flat().join(" ");
    expect(text).toContain(
      "PERBAIKAN – dokumen ini memperbaiki dan menggantikan Pemberitahuan NIWN Nomor NIWN/9001/2024 tanggal",
    );
  });
});
