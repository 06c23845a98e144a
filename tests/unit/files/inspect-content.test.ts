import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspectContent } from "../../../src/files/inspect/inspect-content.js";
import { anEncryptedPdf } from "./encrypted-pdf.js";
import { aCompoundFile, aRar4, aRar5, aZip, PDF, PNG, WINDOWS_PROGRAM } from "./archives.js";

const text = (words: string): Buffer => Buffer.from(words);

/** A Word file as far as its type is known by. */
const aDocx = (more: Parameters<typeof aZip>[0] = []): Buffer =>
  aZip([
    {
      name: "[Content_Types].xml",
      content: text(
        '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
    },
    { name: "word/document.xml", content: text("<w:document/>") },
    ...more,
  ]);

describe("inspectContent", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "inspect-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const inspect = async (content: Buffer, name = "lampiran.zip") => {
    const path = join(folder, "upload");
    await writeFile(path, content);
    return inspectContent({ path, name, sizeBytes: content.length, head: content.subarray(0, 4_100) });
  };

  it.each([
    ["a PDF", PDF, "application/pdf"],
    ["a PDF that is only locked against printing", anEncryptedPdf(""), "application/pdf"],
    ["a PDF that only speaks of /Encrypt", Buffer.concat([PDF, Buffer.from("% /Encrypt 4 0 R")]), "application/pdf"],
    ["a PNG", PNG, "image/png"],
    ["a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]), "image/jpeg"],
    ["a TIFF", Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]), "image/tiff"],
    ["a docx", aDocx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["a doc", aCompoundFile(["1Table", "Data", "Other", "Fifth", "WordDocument"]), "application/msword"],
  ])("should know %s by its content", async (_, content, contentType) => {
    expect(await inspect(content, "nama.bin")).toEqual({ contentType, entries: null });
  });

  it("should list the entries of a zip", async () => {
    // given
    const zip = aZip([
      { name: "sk/", content: Buffer.alloc(0) },
      { name: "sk/sk-jabatan.pdf", content: PDF },
      { name: "foto.png", content: PNG },
    ]);
    // then
    expect(await inspect(zip)).toEqual({
      contentType: "application/zip",
      entries: [
        { name: "sk/sk-jabatan.pdf", sizeBytes: PDF.length },
        { name: "foto.png", sizeBytes: PNG.length },
      ],
    });
  });

  it.each([
    ["RAR 4", aRar4],
    ["RAR 5", aRar5],
  ])("should list the entries of a %s", async (_, aRar) => {
    expect(await inspect(aRar([{ name: "bukti/laporan.pdf", content: PDF }]))).toEqual({
      contentType: "application/vnd.rar",
      entries: [{ name: "bukti/laporan.pdf", sizeBytes: PDF.length }],
    });
  });

  it.each([
    ["a Windows program named .pdf", "UNSUPPORTED_TYPE", WINDOWS_PROGRAM],
    ["a script", "UNSUPPORTED_TYPE", text("#!/bin/sh\necho hi\n")],
    ["plain text", "UNSUPPORTED_TYPE", text("halo")],
    ["a web page", "UNSUPPORTED_TYPE", text("<html><script>alert(1)</script></html>")],
    ["another old office file", "UNSUPPORTED_TYPE", aCompoundFile(["Workbook"])],
    ["a doc with macros", "UNSUPPORTED_TYPE", aCompoundFile(["WordDocument", "Macros"])],
    ["a PDF behind a password", "FILE_ENCRYPTED", anEncryptedPdf("rahasia")],
    ["a docx behind a password", "FILE_ENCRYPTED", aCompoundFile(["EncryptionInfo", "EncryptedPackage"])],
    ["a docx with macros in it", "ARCHIVE_EXECUTABLE", aDocx([{ name: "word/vbaProject.bin", content: text("x") }])],
    ["an encrypted zip", "ARCHIVE_ENCRYPTED", aZip([{ name: "a.pdf", content: PDF, isEncrypted: true }])],
    ["a zip with a program", "ARCHIVE_EXECUTABLE", aZip([{ name: "baca.pdf.exe", content: PDF }])],
    ["a zip with a disguised program", "ARCHIVE_EXECUTABLE", aZip([{ name: "baca.pdf", content: WINDOWS_PROGRAM }])],
    ["a zip without entries", "ARCHIVE_EMPTY", aZip([])],
    ["a zip of folders only", "ARCHIVE_EMPTY", aZip([{ name: "kosong/", content: Buffer.alloc(0) }])],
    ["a zip cut off", "ARCHIVE_DAMAGED", aZip([{ name: "a.pdf", content: PDF }]).subarray(0, 60)],
    ["a zip that climbs out", "ARCHIVE_DAMAGED", aZip([{ name: "../../etc/x.pdf", content: PDF }])],
    [
      "a zip whose size lies",
      "ARCHIVE_DAMAGED",
      aZip([{ name: "a.pdf", content: Buffer.alloc(9_000), declaredBytes: 10 }]),
    ],
    ["an encrypted RAR 4", "ARCHIVE_ENCRYPTED", aRar4([{ name: "a.pdf", content: PDF, isEncrypted: true }])],
    ["a RAR 4 with hidden names", "ARCHIVE_ENCRYPTED", aRar4([], true)],
    ["a RAR 4 with a program", "ARCHIVE_EXECUTABLE", aRar4([{ name: "a.scr", content: PDF }])],
    ["an encrypted RAR 5", "ARCHIVE_ENCRYPTED", aRar5([{ name: "a.pdf", content: PDF, isEncrypted: true }])],
    ["a RAR 5 with hidden names", "ARCHIVE_ENCRYPTED", aRar5([], true)],
    ["a RAR 5 with a program", "ARCHIVE_EXECUTABLE", aRar5([{ name: "a.bat", content: PDF }])],
    ["an empty RAR 5", "ARCHIVE_EMPTY", aRar5([])],
    ["a RAR cut off", "ARCHIVE_DAMAGED", aRar5([{ name: "a.pdf", content: PDF }]).subarray(0, 20)],
  ])("should refuse %s with %s", async (_, code, content) => {
    await expect(inspect(content)).rejects.toMatchObject({ code, message: expect.stringMatching(/^Expected .*, but/) });
  });

  it.each([
    ["a Windows program", WINDOWS_PROGRAM, "adalah program atau skrip"],
    ["a script", text("#!/bin/sh\necho hi\n"), "adalah program atau skrip"],
    ["an old spreadsheet", aCompoundFile(["Workbook"]), "adalah dokumen Office lama"],
    ["a text", text("halo"), "adalah teks atau jenis yang tidak dikenali"],
    ["a picture of another kind", Buffer.from("GIF89a\u0001\u0000\u0001\u0000"), "adalah gambar dari jenis"],
  ])("should say in people's words what %s is", async (_, content, words) => {
    const refusal = await inspect(content, "rekap.pdf").catch((cause: unknown) => cause);
    expect(refusal).toMatchObject({ details: { detail: { id: expect.stringContaining(`'rekap.pdf' ${words}`) } } });
    expect(JSON.stringify(refusal)).not.toContain("application/"); // no technical name in what is read
  });

  it("should refuse an archive bomb, also one in an archive", async () => {
    // given 30 MB of zeros, which deflate packs a thousand times
    const bomb = aZip([{ name: "nol.txt", content: Buffer.alloc(30_000_000) }]);
    const nested = aZip([{ name: "dalam.zip", content: bomb }]);
    // then
    await expect(inspect(bomb)).rejects.toMatchObject({ code: "ARCHIVE_BOMB" });
    await expect(inspect(nested)).rejects.toMatchObject({ code: "ARCHIVE_BOMB" });
  });

  it("should refuse too many entries and too deep a nesting", async () => {
    // given
    const many = aZip(Array.from({ length: 5_001 }, (_, n) => ({ name: `${n}.txt`, content: text("x") })));
    const deep = ["1", "2", "3"].reduce(
      (inner, n) => aZip([{ name: `${n}.zip`, content: inner }]),
      aZip([{ name: "a.pdf", content: PDF }]),
    );
    // then
    await expect(inspect(many)).rejects.toMatchObject({ code: "ARCHIVE_BOMB" });
    await expect(inspect(deep)).rejects.toMatchObject({ code: "ARCHIVE_BOMB" });
  });

  it("should find a program in an archive in an archive, and leave nothing behind", async () => {
    // given
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith("alur-archive-"));
    const inner = aZip([{ name: "setup.exe", content: WINDOWS_PROGRAM }]);
    // then
    await expect(inspect(aZip([{ name: "bukti.zip", content: inner }]))).rejects.toMatchObject({
      code: "ARCHIVE_EXECUTABLE",
    });
    const after = (await readdir(tmpdir())).filter((name) => name.startsWith("alur-archive-"));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });
});
