import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import Sqlite from "better-sqlite3";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { snapshotTogether } from "../../../src/cli/archive/sqlite-snapshot.js";
import { packTar, unpackTar } from "../../../src/cli/archive/tar.js";

describe("archives", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "alur-archive-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const pack = async (sources: Parameters<typeof packTar>[0]): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for await (const part of packTar(sources)) parts.push(part);
    return Buffer.concat(parts);
  };
  const unpack = async (bytes: Buffer, chunk = 700): Promise<Record<string, string>> => {
    const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, i) =>
      bytes.subarray(i * chunk, (i + 1) * chunk),
    );
    const found: Record<string, string> = {};
    for await (const { name, body } of unpackTar(Readable.from(chunks))) {
      const parts: Buffer[] = [];
      if (name !== "skipped") for await (const part of body) parts.push(part);
      found[name] = Buffer.concat(parts).toString();
    }
    return found;
  };

  it("should give every file back, whatever the size of the chunks", async () => {
    // given
    const big = "isi ".repeat(5_000);
    writeFileSync(join(folder, "big"), big);
    writeFileSync(join(folder, "empty"), "");
    const bytes = await pack([
      { name: "note.json", text: "{}" },
      { name: "files/ab/big", path: join(folder, "big") },
      { name: "skipped", text: "x".repeat(600) },
      { name: "empty", path: join(folder, "empty") },
    ]);
    // then
    expect(await unpack(bytes)).toEqual({ "note.json": "{}", "files/ab/big": big, skipped: "", empty: "" });
  });

  it("should be readable by any tar program", async () => {
    const bytes = await pack([{ name: "a/b.txt", text: "halo" }]);
    writeFileSync(join(folder, "x.tar"), bytes);
    execFileSync("tar", ["-xf", "x.tar"], { cwd: folder });
    expect(readFileSync(join(folder, "a/b.txt"), "utf8")).toBe("halo");
  });

  it("should notice a cut or damaged archive", async () => {
    const bytes = await pack([{ name: "a", text: "halo" }]);
    await expect(unpack(bytes.subarray(0, 600))).rejects.toThrow("it ends in the middle of a file");
    bytes.write("b", 0);
    await expect(unpack(bytes)).rejects.toThrow("a header in it is damaged");
  });

  it("should copy two databases as they were at one instant, while both are written to", async () => {
    // given: a commit to the first is always followed by one to the second
    const files = ["one.db", "two.db"].map((name) => join(folder, name));
    const [one, two] = files.map((file) => {
      const db = new Sqlite(file);
      db.pragma("journal_mode = WAL");
      db.exec("CREATE TABLE n (v INTEGER, filler TEXT)");
      return db;
    });
    const write = (v: number): void => {
      for (const db of [one, two]) db?.prepare("INSERT INTO n VALUES (?, ?)").run(v, "x".repeat(2_000));
    };
    for (let v = 0; v < 500; v++) write(v);
    // when
    let written = 500;
    const writing = setInterval(() => write(written++), 0);
    await snapshotTogether(files.map((file) => ({ file, copy: `${file}.copy` })));
    clearInterval(writing);
    one?.close();
    two?.close();
    // then
    const counts = files.map((file) => {
      const copy = new Sqlite(`${file}.copy`);
      const { count } = copy.prepare("SELECT count(*) AS count FROM n").get() as { count: number };
      expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
      copy.close();
      return count;
    });
    expect(counts[0]).toBe(counts[1]);
  });
});
