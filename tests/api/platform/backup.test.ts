import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backupArguments } from "../../../src/cli/archive/backup-arguments.js";
import { makeBackup } from "../../../src/cli/archive/make-backup.js";
import { restoreBackup } from "../../../src/cli/archive/restore-backup.js";
import { readConfig } from "../../../src/platform/index.js";
import { openAlur } from "../../support/alur.js";
import { Browser } from "../../support/browser.js";
import { databaseKinds, freshMariadb } from "../../support/database.js";

describe("backup and restore", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "alur-backup-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const configOf = (name: string) => readConfig({ ALUR_DATA_DIR: join(folder, name) });
  const archive = (): string => join(folder, "saved.tar.gz");

  it("should bring people, cases and files back as they were while the platform ran", async () => {
    // given
    const first = await openAlur({ dataDir: join(folder, "data") });
    const admin = await first.signedIn("admin");
    const form = new FormData();
    form.set("file", new Blob(["%PDF-1.4\nisi bukti\n%%EOF"], { type: "application/pdf" }), "bukti.pdf");
    const uploaded = await admin.send("POST", "/api/files", form);
    expect(uploaded.status).toBe(201);
    // when
    await makeBackup(configOf("data"), archive());
    await admin.post("/api/users", { username: "sesudah", displayName: "Sesudah Cadangan" });
    await first.close();
    await restoreBackup(archive(), configOf("other"));
    // then
    const second = await openAlur({ dataDir: join(folder, "other") });
    const again = new Browser(second.url, "id");
    await again.signIn("admin", first.passwords.get("admin") ?? "");
    expect((await again.get("/api/users?search=sesudah")).body.total).toBe(0);
    expect((await again.get("/api/users")).body.total).toBe(first.passwords.size);
    const { status, bytes } = await again.download(`/api/files/${uploaded.body.id}`);
    expect({ status, text: bytes.toString() }).toEqual({ status: 200, text: "%PDF-1.4\nisi bukti\n%%EOF" });
    await second.close();
  });

  it("should refuse a folder with something in it and leave it alone", async () => {
    writeFileSync(join(folder, "mine.txt"), "mine");
    writeFileSync(archive(), "");
    await expect(restoreBackup(archive(), configOf("."))).rejects.toMatchObject({
      code: "DATA_FOLDER",
      message: expect.stringContaining("Expected an empty data folder"),
    });
  });

  it.each([
    ["text", Buffer.from("not an archive"), "it is no gzip file, or damaged"],
    ["nothing", Buffer.alloc(0), "it ends in the middle"],
  ])("should refuse %s in place of an archive", async (_what, bytes, reason) => {
    writeFileSync(archive(), bytes);
    await expect(restoreBackup(archive(), configOf("new"))).rejects.toThrow(reason);
  });

  it("should notice a single changed byte", async () => {
    // given
    const world = await openAlur({ dataDir: join(folder, "data"), demo: false });
    await world.close();
    await makeBackup(configOf("data"), archive());
    const bytes = readFileSync(archive());
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
    writeFileSync(archive(), bytes);
    // then
    await expect(restoreBackup(archive(), configOf("new"))).rejects.toThrow("made by 'npm run backup'");
  });

  it("should say what it cannot save", async () => {
    await expect(makeBackup(configOf("empty"), archive())).rejects.toThrow("Expected databases in");
    const server = readConfig({ ALUR_DATABASE_URL: "mysql://a@127.0.0.1:1/x" });
    await expect(makeBackup(server, archive())).rejects.toThrow("Expected the database of ALUR_DATABASE_URL to answer");
  });

  it("should find the archive's name among the options", () => {
    expect(backupArguments(["--data", "d", "file.gz"], "backup")).toEqual({ file: "file.gz", rest: ["--data", "d"] });
    expect(() => backupArguments(["--data", "d"], "backup")).toThrow("npm run backup -- FILE");
  });

  const onMariadb = async (): Promise<void> => {
    // given
    const [from, to] = [await freshMariadb(), await freshMariadb()];
    const on = (name: string, url: string) => readConfig({ ALUR_DATA_DIR: join(folder, name), ALUR_DATABASE_URL: url });
    const environment = { ALUR_DATABASE_URL: from.url };
    const first = await openAlur({ dataDir: join(folder, "data"), environment });
    // when
    await makeBackup(on("data", from.url), archive());
    await first.close();
    await restoreBackup(archive(), on("other", to.url));
    // then
    const second = await openAlur({ dataDir: join(folder, "other"), environment: { ALUR_DATABASE_URL: to.url } });
    expect(second.passwords.size).toBe(0);
    const again = new Browser(second.url, "id");
    expect((await again.signIn("admin", first.passwords.get("admin") ?? "")).status).toBe(200);
    await again.signIn("auditor", first.passwords.get("auditor") ?? "");
    expect((await again.get("/api/history/verification")).body).toMatchObject({ broken: null });
    expect((await again.get("/api/history")).body.total).toBeGreaterThan(10);
    await second.close();
    await expect(restoreBackup(archive(), on("third", to.url))).rejects.toThrow("Expected an empty database");
    await expect(restoreBackup(archive(), configOf("third"))).rejects.toThrow("tables of a MariaDB server");
    await from.drop();
    await to.drop();
  };
  if (databaseKinds.includes("mariadb")) it("should move a MariaDB database into an empty one", onMariadb);
});
