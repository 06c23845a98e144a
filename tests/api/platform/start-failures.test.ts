import { afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import Sqlite from "better-sqlite3";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AlurProcess, type Ended, runStart } from "../../support/alur-process.js";

describe("a start that cannot succeed", () => {
  let folder: string;
  let data: string;
  beforeAll(() => {
    execFileSync(process.execPath, ["src/cli/prepare.mjs", "build"], { stdio: "ignore" });
  }, 180_000);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "alur-failure-"));
    data = join(folder, "data");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const start = (more: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): Promise<Ended> =>
    runStart(["--port", "0", "--data", data, ...more], { ALUR_LOG_LEVEL: "silent", ...environment });

  /** One sentence for the operator: what was expected, what is, what to do; no stack, nothing served. */
  const expectSentence = ({ code, stdout, stderr }: Ended, ...parts: readonly RegExp[]): void => {
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^Expected .+, but[ :].+/u);
    expect(stderr).not.toMatch(/\n\s+at /u);
    for (const part of parts) expect(stderr).toMatch(part);
  };

  it("should name the port that is taken", async () => {
    // given
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    // when
    const ended = await start(["--port", String(port)]);
    other.close();
    // then
    expectSentence(ended, new RegExp(`port ${port} .*another program listens on it.*--port`, "u"));
  }, 120_000);

  it("should name the data folder whose place a file has", async () => {
    writeFileSync(data, "");
    expectSentence(await start(), /data folder .*data'.*a file of that name is in the way.*--data/u);
    data = join(data, "below");
    expectSentence(await start(), /data folder .*below'.*--data/u);
  }, 120_000);

  it.each([
    [{ ALUR_HOST: " " }, /ALUR_HOST: /u],
    [{ ALUR_PROT: "3000" }, /ALUR_PROT: .*did you mean ALUR_PORT/u],
    [{ ALUR_DATABASE_URL: "postgres://x" }, /ALUR_DATABASE_URL: /u],
    [{ ALUR_DATABASE_URL: "mysql://u:rahasia@" }, /ALUR_DATABASE_URL: /u],
    [{ ALUR_SESSION_HOURS: "-1" }, /ALUR_SESSION_HOURS: /u],
    [{ ALUR_UPLOAD_LIMIT_MB: "banyak" }, /ALUR_UPLOAD_LIMIT_MB: /u],
  ])(
    "should name the wrong setting in %j",
    async (environment, part) => {
      const ended = await start([], environment);
      expectSentence(ended, part, /npm run config:help/u);
      expect(ended.stderr).not.toContain("rahasia");
    },
    60_000,
  );

  it("should name the option that nobody knows, and the value that is none", async () => {
    expectSentence(await start(["--port", "abc"]), /ALUR_PORT: .*'abc'.*for example/u);
    expectSentence(await start(["--prot", "1"]), /--port, --data/u);
  }, 120_000);

  it("should name the browser that is not there, also with an empty search path", async () => {
    const ended = await start([], { CHROME_PATH: "/nowhere/chrome", PATH: "" });
    expectSentence(ended, /CHROME_PATH.*'\/nowhere\/chrome'/u);
  }, 120_000);

  it.each(["alur.db", "engine.db"])(
    "should name the damaged file %s and say what helps",
    async (name) => {
      mkdirSync(data);
      writeFileSync(join(data, name), "this is no database, however long one looks at it".repeat(100));
      expectSentence(await start(), new RegExp(name, "u"), /backup/u);
    },
    60_000,
  );

  it("should say so when the MariaDB server does not answer", async () => {
    const ended = await start([], { ALUR_DATABASE_URL: "mysql://alur:rahasia@127.0.0.1:1/alur" });
    expectSentence(ended, /database 'alur' at 127\.0\.0\.1:1 .*Check ALUR_DATABASE_URL/u);
    expect(ended.stderr).not.toContain("rahasia");
  }, 120_000);

  it("should touch nothing that a newer version has written", async () => {
    // given
    const platform = new AlurProcess(folder);
    await platform.start();
    await platform.stop();
    const application = new Sqlite(join(data, "alur.db"));
    application
      .prepare("INSERT INTO schema_migration (timestamp, name) VALUES (?, ?)")
      .run(1_999_999_999_999, "SplitCaseFile1999999999999");
    application.close();
    // when
    const ended = await start();
    // then
    expectSentence(ended, /newer version/u, /SplitCaseFile1999999999999/u);
  }, 120_000);
});
