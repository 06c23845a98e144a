import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { UploadedFile } from "../../../src/http/contract/cases.js";
import { openPlatform, type PlatformWorld } from "../cases/platform-world.js";
import { aZip, PDF, PNG, WINDOWS_PROGRAM } from "../../unit/files/archives.js";

type Person = Awaited<ReturnType<PlatformWorld["person"]>>;

describe("files over HTTP", () => {
  let world: PlatformWorld;
  let applicant: Person;
  let other: Person;
  beforeAll(async () => {
    world = await openPlatform();
    applicant = await world.person("pemohon1", "applicant");
    other = await world.person("pemohon2", "applicant");
  });
  afterAll(() => world.close());

  const upload = (name: string, content: Buffer, field = "file") => {
    const form = new FormData();
    form.append("keterangan", "bukan berkas");
    form.append(field, new File([content], name));
    return applicant.send("POST", "/api/files", form);
  };
  const contents = async (): Promise<string[]> => {
    const names = await readdir(world.filesDir, { recursive: true });
    return names.filter((name) => /[0-9a-f]{64}$/.test(name));
  };

  it("should take a file, know it by its content and keep it once", async () => {
    // when
    const first = await upload("Surat Tugas – Papua.pdf", PDF);
    const second = await upload("lain.pdf", PDF);
    // then
    expect(UploadedFile.parse(first.body)).toMatchObject({
      name: "Surat Tugas – Papua.pdf",
      contentType: "application/pdf",
      sizeBytes: PDF.length,
      sha256: createHash("sha256").update(PDF).digest("hex"),
      entries: null,
    });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await contents()).toHaveLength(1);
    expect(await readdir(join(world.filesDir, "incoming"))).toEqual([]);
  });

  it("should tell what is in an archive to those who may read it only", async () => {
    // given
    const zip = (await upload("bukti.zip", aZip([{ name: "surat/tugas.pdf", content: PDF }]))).body.id;
    const plain = (await upload("tugas.pdf", PDF)).body.id;
    // when
    const inside = await applicant.send("GET", `/api/files/${zip}/entries`);
    const none = await applicant.send("GET", `/api/files/${plain}/entries`);
    const refused = await other.send("GET", `/api/files/${zip}/entries`);
    // then
    expect(inside.body).toEqual({ entries: [{ name: "surat/tugas.pdf", sizeBytes: PDF.length }] });
    expect(none.body).toEqual({ entries: null });
    expect([inside.status, none.status, refused.status]).toEqual([200, 200, 404]);
  });

  it("should show pictures and PDFs in the browser and have everything else saved, without scripts", async () => {
    // given
    const picture = (await upload("foto.png", PNG)).body.id;
    const zip = (await upload("bukti.zip", aZip([{ name: "a.pdf", content: PDF }]))).body.id;
    // when
    const shown = await applicant.download(`/api/files/${picture}`);
    const saved = await applicant.download(`/api/files/${zip}`);
    // then
    expect(shown.headers.get("content-type")).toBe("image/png");
    expect(shown.headers.get("content-disposition")).toMatch(/^inline; filename="foto\.png"/);
    expect(shown.headers.get("content-security-policy")).toContain("sandbox");
    expect(shown.headers.get("x-content-type-options")).toBe("nosniff");
    expect(saved.headers.get("content-disposition")).toMatch(/^attachment; filename="bukti\.zip"/);
    expect(
      (await applicant.download(`/api/files/${picture}?download=true`)).headers.get("content-disposition"),
    ).toMatch(/^attachment/);
  });

  it("should show an unclaimed upload to nobody but its uploader", async () => {
    // given
    const { id } = (await upload("rahasia.pdf", PDF)).body;
    // then
    expect((await applicant.download(`/api/files/${id}`)).status).toBe(200);
    expect((await other.get(`/api/files/${id}`)).status).toBe(404);
    expect((await other.get("/api/files/tidak-ada")).status).toBe(404);
  });

  it.each([
    ["a program named .pdf", "skripsi.pdf", WINDOWS_PROGRAM, 415, "UNSUPPORTED_TYPE"],
    ["an empty file", "kosong.pdf", Buffer.alloc(0), 400, "FILE_EMPTY"],
    [
      "an encrypted archive",
      "a.zip",
      aZip([{ name: "a.pdf", content: PDF, isEncrypted: true }]),
      422,
      "ARCHIVE_ENCRYPTED",
    ],
    ["an archive with a program", "a.zip", aZip([{ name: "a.exe", content: PDF }]), 422, "ARCHIVE_EXECUTABLE"],
  ])("should refuse %s in words and keep nothing of it", async (_, name, content, status, code) => {
    // given
    const before = await contents();
    // when
    const answer = await upload(name, content);
    // then
    expect(answer).toMatchObject({ status, body: { code, detail: expect.stringMatching(/\S/) } });
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await contents()).toEqual(before);
    expect(await readdir(join(world.filesDir, "incoming"))).toEqual([]);
  });

  it("should name the field when there is no file in it", async () => {
    expect(await upload("a.pdf", PDF, "lampiran")).toMatchObject({ status: 400, body: { errors: [{ path: "file" }] } });
    expect(await applicant.post("/api/files", { file: "x" })).toMatchObject({
      status: 400,
      body: { code: "BAD_INPUT" },
    });
  });

  it("should refuse a stranger before reading anything", async () => {
    const answer = await fetch(`${world.url}/api/files`, { method: "POST", body: new FormData() });
    expect(answer.status).toBe(401);
  });

  const stream = (totalBytes: number, start: Buffer): ReadableStream<Uint8Array> => {
    const piece = Buffer.alloc(1_048_576, 0x20);
    let sent = 0;
    return new ReadableStream({
      pull(controller) {
        if (sent === 0) controller.enqueue(start);
        controller.enqueue(piece);
        sent += piece.length;
        if (sent >= totalBytes) controller.close();
      },
    });
  };
  const cookie = (): string =>
    ["alur.sid", "alur.csrf"].map((name) => `${name}=${applicant.cookie(name) ?? ""}`).join("; ");
  const send = (bytes: number) => {
    const edge = "batas";
    const head = Buffer.from(
      `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="besar.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n`,
    );
    return { edge, head, tail: Buffer.from(`\r\n--${edge}--\r\n`), body: stream(bytes, head) };
  };

  it("should take 100 MB with flat memory, and refuse more", async () => {
    // given
    const post = async (bytes: number): Promise<{ status: number; growth: number }> => {
      const { edge, body, tail } = send(bytes);
      const before = process.memoryUsage().arrayBuffers;
      let peak = 0;
      const status = await new Promise<number>((resolve, reject) => {
        const outgoing = request(
          `${world.url}/api/files`,
          {
            method: "POST",
            headers: {
              "content-type": `multipart/form-data; boundary=${edge}`,
              cookie: cookie(),
              "x-csrf-token": applicant.csrfToken ?? "",
            },
          },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode ?? 0);
          },
        );
        outgoing.on("error", reject);
        const pump = async (): Promise<void> => {
          for await (const piece of body) {
            peak = Math.max(peak, process.memoryUsage().arrayBuffers);
            if (!outgoing.write(piece)) await new Promise((drained) => outgoing.once("drain", drained));
          }
          outgoing.end(tail);
        };
        pump().catch(reject);
      });
      return { status, growth: peak - before };
    };
    // when
    const fits = await post(99 * 1_048_576);
    const tooLarge = await post(101 * 1_048_576);
    // then
    expect(fits.status).toBe(201);
    expect(fits.growth).toBeLessThan(60_000_000);
    expect(tooLarge.status).toBe(413);
    expect(await readdir(join(world.filesDir, "incoming"))).toEqual([]);
  });

  it("should keep nothing of an upload that was cut off", async () => {
    // given
    const { edge, head } = send(1);
    const before = await contents();
    // when
    await new Promise<void>((resolve) => {
      const outgoing = request(`${world.url}/api/files`, {
        method: "POST",
        headers: {
          "content-type": `multipart/form-data; boundary=${edge}`,
          cookie: cookie(),
          "x-csrf-token": applicant.csrfToken ?? "",
        },
      });
      outgoing.on("error", () => resolve());
      outgoing.write(head);
      const waitForDraft = async (): Promise<void> => {
        while ((await readdir(join(world.filesDir, "incoming"))).length === 0) await new Promise(setImmediate);
        outgoing.destroy();
        resolve();
      };
      void waitForDraft();
    });
    while ((await readdir(join(world.filesDir, "incoming"))).length > 0) await new Promise(setImmediate);
    // then
    expect(await contents()).toEqual(before);
  });

  it("should refuse a claim of someone else's upload and free a file when its last place is released", async () => {
    // given
    const { id } = (await upload("bukti.pdf", PDF)).body;
    const claim = (place: string, userId: string, caseId = "c2") =>
      world.db.transaction((tx) => world.services.files.claim(tx, { fileId: id, caseId, place, userId }));
    const release = (place: string) =>
      world.db.transaction((tx) => world.services.files.release(tx, { fileId: id, caseId: "c2", place }));
    // then
    await expect(claim("row:1", other.userId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await claim("row:1", applicant.userId);
    await claim("row:2", other.userId); // the case file is theirs both: the plugin decides
    await expect(claim("row:1", applicant.userId, "c3")).rejects.toMatchObject({ code: "CONFLICT" });
    await release("row:1");
    expect((await world.db.read((tx) => world.services.files.find(tx, id)))?.caseId).toBe("c2");
    await release("row:2");
    expect((await world.db.read((tx) => world.services.files.find(tx, id)))?.caseId).toBeNull();
  });

  it("should keep made files once for their place", async () => {
    // given
    const store = () =>
      world.db.transaction((tx) =>
        world.services.files.store(tx, {
          name: "hpak.pdf",
          contentType: "application/pdf",
          bytes: PDF,
          caseId: "c9",
          place: "document:hpak",
          userId: "system:print",
        }),
      );
    // when
    const [first, second] = [await store(), await store()];
    // then
    expect(second.id).toBe(first.id);
    expect(await world.db.read((tx) => world.services.files.listFor(tx, "c9"))).toMatchObject([
      { place: "document:hpak" },
    ]);
  });

  it("should remove contents that a rolled-back transaction left", async () => {
    // given
    const storing = world.db.transaction(async (tx) => {
      await world.services.files.store(tx, {
        name: "gagal.pdf",
        contentType: "application/pdf",
        bytes: Buffer.from("%PDF-1.7 yatim"),
        caseId: "c10",
        place: "document:x",
        userId: "system:print",
      });
      throw new Error("printing failed");
    });
    await expect(storing).rejects.toThrow("printing failed");
    const hash = createHash("sha256").update("%PDF-1.7 yatim").digest("hex");
    const isThere = async (): Promise<boolean> => (await contents()).some((name) => name.endsWith(hash));
    expect(await isThere()).toBe(true);
    // when
    const long = 1_000 * 365 * 86_400_000; // the disk has its own clock
    world.clock.advance(long);
    await world.services.files.sweepOrphans();
    world.clock.advance(-long);
    // then
    expect(await isThere()).toBe(false);
    expect((await contents()).length).toBeGreaterThan(0);
  });

  // Last: the session ends with the day.
  it("should remove after a day what nothing claimed, and contents that nothing uses", async () => {
    // given
    const kept = (await upload("dipakai.png", PNG)).body.id;
    await world.db.transaction((tx) =>
      world.services.files.claim(tx, { fileId: kept, caseId: "c1", place: "row:1", userId: applicant.userId }),
    );
    const lost = (await upload("lupa.pdf", Buffer.concat([PDF, Buffer.from("%unik")]))).body;
    // when
    world.clock.advance(1_000 * 365 * 86_400_000); // the disk has its own clock
    await world.services.files.sweep();
    // then
    const files = await world.db.read(async (tx) => [
      await world.services.files.find(tx, kept),
      await world.services.files.find(tx, lost.id),
    ]);
    expect(files.map((file) => file?.id)).toEqual([kept, undefined]);
    expect((await contents()).some((name) => name.endsWith(lost.sha256))).toBe(false);
  });
});
